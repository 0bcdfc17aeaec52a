import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HAS_CHDB, startChdb } from "../support/chdb.ts";
import { CLICKHOUSE, post, type Servers, startServer } from "../support/clickhouse.ts";
import { heldIn, imported, newStore } from "./engines.ts";

/* Spans in the tables of OpenTelemetry's exporter come to the same cells as the same spans in lines of OTLP. */

/** The columns of the exporter's table that say what a span is. */
const TABLE = `CREATE TABLE spans (Timestamp DateTime64(9), SpanName LowCardinality(String), SpanKind LowCardinality(String),
  ResourceAttributes Map(LowCardinality(String), String), SpanAttributes Map(LowCardinality(String), String))
  ENGINE = MergeTree PARTITION BY toDate(Timestamp) ORDER BY (SpanName, toDateTime(Timestamp))`;

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface Resource {
  readonly resource?: { readonly attributes?: readonly Attribute[] };
  readonly scopeSpans?: readonly { readonly spans?: readonly Span[] }[];
}
interface Span {
  readonly kind?: unknown;
  readonly startTimeUnixNano?: unknown;
  readonly attributes?: readonly Attribute[];
}

const folder = mkdtempSync(join(tmpdir(), "concordat-spans-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Attributes as the exporter keeps them: all are texts. */
const mapOf = (attributes: readonly Attribute[] = []) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]));

/** What the exporter would insert for an export in JSON. */
function* rowsOf(lines: string): Generator<string> {
  for (const line of lines.split("\n").filter((each) => each.trim() !== "")) {
    const { resourceSpans = [] }: { readonly resourceSpans?: readonly Resource[] } = JSON.parse(line);
    for (const { resource, scopeSpans = [] } of resourceSpans)
      for (const { kind, startTimeUnixNano, attributes } of scopeSpans.flatMap(({ spans = [] }) => spans)) {
        const time = String(startTimeUnixNano);
        const isServer = kind === 2 || kind === "SPAN_KIND_SERVER";
        const [SpanKind, Timestamp] = [isServer ? "Server" : "Client", `${time.slice(0, -9)}.${time.slice(-9)}`];
        const maps = { ResourceAttributes: mapOf(resource?.attributes), SpanAttributes: mapOf(attributes) };
        yield JSON.stringify({ Timestamp, SpanName: "span", SpanKind, ...maps });
      }
  }
}

const NOON = 1_774_699_200;
const span = (
  attributes: Readonly<Record<string, unknown>>,
  { kind = 2, time = NOON }: { kind?: number; time?: number } = {},
) => ({
  kind,
  startTimeUnixNano: `${time}000000000`,
  attributes: Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value },
  })),
});
const get = (path: string, rest: Readonly<Record<string, unknown>> = {}) => ({
  "http.request.method": "GET",
  "url.path": path,
  "http.response.status_code": 200,
  "user_agent.original": "shop/1.2 (x)",
  ...rest,
});
const SPANS = [
  ...[1, 2, 3].flatMap((day) => [0, 1, 2].map((i) => span(get(`/things/${i}`), { time: NOON + day * 86_400 }))),
  span(get("/things/%75?q=1#x")),
  span(get("/it's/a\\7")),
  span(get("/things/7", { "http.response.status_code": 503, "user_agent.original": "-" })),
  span(get("/nothing/ü")),
  span(get("", { "http.route": "/things/{id}" })),
  span(get("/things/1", { "http.response.status_code": 999 })),
  span(get("/things/1"), { kind: 3 }),
  span({ "rpc.method": "Get" }),
  span({ "http.method": "GET", "http.target": "/things/9?x", "http.status_code": "500", "http.user_agent": "old/1" }),
];
const EXPORT = JSON.stringify({
  resourceSpans: [
    { resource: { attributes: [{ key: "team", value: { stringValue: "web" } }] }, scopeSpans: [{ spans: SPANS }] },
  ],
});

const ok = { responses: { 200: { description: "ok" } } };
const spec = join(folder, "api.json");
const paths = { "/things/{id}": { get: ok }, "/it's/{a}\\{b}": { get: ok } };
writeFileSync(spec, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));

let files = 0;
/** What the same spans in lines come to. */
async function heldOfLines(lines: string, given: { readonly spec: string; readonly consumer?: string }) {
  writeFileSync(join(folder, "export.json"), lines);
  const file = { engine: "duckdb", path: join(folder, `${++files}.db`) } as const;
  expect(await imported({ ...given, log: "otlp", sources: ["export.json"] }, file, folder)).toHaveProperty("value");
  return heldIn(file);
}

let servers: Servers;
const on = test.skipIf(!HAS_CHDB);
beforeAll(async () => {
  if (HAS_CHDB) servers = await startChdb();
}, 60_000);
afterAll(() => servers?.stop());
const run = (sql: string, database: string) => post(`${servers.url}?database=${database}`, sql);

async function filled(lines: string) {
  const store = await newStore(servers);
  const { database } = store;
  await run(`CREATE DATABASE ${database}`, "system");
  await run(TABLE, database);
  await run(`INSERT INTO spans FORMAT JSONEachRow ${[...rowsOf(lines)].join("\n")}`, database);
  return store;
}

on.each([[undefined], ["field:team"], ["none"]])(
  "come to the same as lines, with consumers of %s",
  async (consumer) => {
    const store = await filled(EXPORT);
    const given = { spec, ...(consumer && { consumer }) };
    const taken = await imported({ ...given, log: "otel-traces", sources: ["spans"] }, store, folder);
    expect(taken).toMatchObject({ value: [{ source: "spans 2026-03-28" }, {}, {}, { known: false }] });
    const held = await heldIn(store);
    expect(held.totals).toMatchObject({ rows: 16, malformed: 1, unmatched: 1 });
    expect(held).toEqual(await heldOfLines(EXPORT, given));
  },
);

on("tables of spans count a day once, with what came late, and with what the table has dropped since", async () => {
  const store = await filled(EXPORT);
  const take = () => imported({ spec, log: "otel-traces", sources: [`${store.database}.spans`] }, store, folder);
  await take();
  const held = await heldIn(store);
  expect(await take()).toMatchObject({ value: Array(4).fill({ known: true }) });
  expect(await heldIn(store)).toEqual(held);
  const late = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span(get("/things/late"))] }] }] });
  await run(`INSERT INTO spans FORMAT JSONEachRow ${[...rowsOf(late)].join("\n")}`, store.database);
  expect(await take()).toMatchObject({
    value: [{ known: false }, { known: true }, { known: true }, { known: true }],
  });
  const more = await heldIn(store);
  expect([more.totals.rows, more.totals.matched]).toEqual([held.totals.rows + 1, held.totals.matched + 1]);
  expect(more.cells.reduce((sum, { calls }) => sum + calls, 0)).toBe(more.totals.matched);
  await run(
    "ALTER TABLE spans DELETE WHERE SpanAttributes['url.path'] = '/things/late' SETTINGS mutations_sync = 1",
    store.database,
  );
  await run("ALTER TABLE spans DROP PARTITION '2026-03-29'", store.database);
  await take();
  expect(await heldIn(store)).toEqual(more);
});

on("tables of spans leave out the day that is not over", async () => {
  const store = await filled(EXPORT);
  await run(
    "INSERT INTO spans SELECT now64(9), 'span', 'Server', map(), map('http.request.method', 'GET', 'url.path', '/things/1')",
    store.database,
  );
  expect(await imported({ spec, log: "otel-traces", sources: ["spans"] }, store, folder)).toHaveProperty(
    "value.length",
    4,
  );
});

on.each([
  ["that is not there", "nothing", "source-missing"],
  ["of something else", "concordat_v1_cell", "source-format"],
])("tables of spans are refused where one is named %s", async (_, table, code) => {
  const store = await filled(EXPORT);
  const refused = await imported({ spec, log: "otel-traces", sources: [table] }, store, folder);
  expect(refused).toMatchObject({ failure: "input", problems: [{ code }] });
});

test("tables of spans are only read on the server of the store", async () => {
  const file = { engine: "duckdb", path: join(folder, "none.db") } as const;
  const refused = await imported({ spec, log: "otel-traces", sources: ["spans"] }, file, folder);
  expect(refused).toMatchObject({ failure: "input", problems: [{ code: "usage" }] });
});

test.skipIf(CLICKHOUSE === undefined)(
  "are not read by an old server",
  async () => {
    const servers = await startServer(CLICKHOUSE as string);
    const refused = await imported({ spec, log: "otel-traces", sources: ["spans"] }, await newStore(servers), folder);
    await servers.stop();
    expect(refused).toMatchObject({
      failure: "tool",
      problems: [{ code: "store-old", message: expect.stringContaining("18.16") }],
    });
  },
  60_000,
);
