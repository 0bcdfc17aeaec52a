import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { governMigrations } from "../../packages/engine/src/govern/migration.ts";
import { nodeHost } from "../../packages/engine/src/host/node.ts";
import { DEFAULT_LOAD } from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { UsageReader } from "../../packages/usage/src/index.ts";
import { statements } from "../../packages/usage/src/store/clickhouse/schema.ts";
import { openStore } from "../../packages/usage/src/store/open.ts";
import type { StoreLocation } from "../../packages/usage/src/store/port/location.ts";
import { HAS_CHDB, startChdb } from "../support/chdb.ts";
import { post, type Servers } from "../support/clickhouse.ts";
import { ROOT, SHARED } from "../support/paths.ts";
import { ENGINES, heldIn, imported, newStore } from "./engines.ts";

/* Whichever engine keeps a store, the same logs come to the same cells, and the same questions have the same answers. */

const folder = mkdtempSync(join(tmpdir(), "concordat-engines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): StoreLocation => ({ engine: "duckdb", path: join(folder, `${++files}.db`) });

const ok = { responses: { 200: { description: "ok" } } };
const deprecated = { deprecated: true, "x-deprecated-at": "2025-01-01", "x-sunset": "2026-01-01", ...ok };
const paths = {
  "/old": { get: { ...deprecated, "x-replaced-by": "GET /new" } },
  "/new": { get: ok },
  "/things/{id}": { get: ok, post: ok },
  "/it's/{a}\\{b}": { get: ok },
};
const spec = join(folder, "api.json");
writeFileSync(spec, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));

/** Consumers that a form of rows could take for something else. */
const CONSUMERS = [
  "web",
  "batch",
  "tab\there",
  "line\nend\r",
  "back\\slash\\N",
  "quo'te\"s",
  "\u0000",
  "naïve 🛰",
  "line\u2028here",
  "",
  "-",
];
const DAYS = Array.from({ length: 30 }, (_, i) => `2026-03-${String(i + 1).padStart(2, "0")}`);
const rows = DAYS.flatMap((day, d) =>
  CONSUMERS.flatMap((consumer, c) => [
    { time: day, method: "GET", path: (d + c) % 3 === 0 ? "/old" : "/new", status: 200, consumer },
    { time: `${day}T23:30:00-02:00`, method: "POST", path: `/things/${d}?q=1`, status: c % 2 ? 503 : 201, consumer },
    { time: day, method: "GET", path: `/it's/${c}\\${d}`, status: 200, consumer },
    { time: day, method: "GET", path: "/nothing", status: 404, consumer },
  ]),
);
const write = (name: string, lines: readonly string[]) => {
  writeFileSync(join(folder, name), lines.join("\n"));
  return name;
};
const JSON_LOG = write("calls.json", [...rows.map((row) => JSON.stringify(row)), "no row"]);
const COUNTS = write("calls.csv", [
  "day,consumer,method,path,calls,errors",
  "9999-12-31,far,GET,/old,3,1",
  "1970-01-01,,GET,/old,2000000000000,0",
]);

beforeAll(async () => {
  const { DuckDBInstance } = await import(
    createRequire(join(ROOT, "packages/usage/package.json")).resolve("@duckdb/node-api")
  );
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (SELECT CASE WHEN i % 7 <> 0 THEN TIMESTAMP '2026-03-01' + to_hours(i::INTEGER) END AS time, 'GET' AS method,
    CASE WHEN i % 3 = 0 THEN '/old' ELSE '/things/' || i END AS path, (100 + i)::INTEGER AS status, 'c' || i % 5 AS consumer
    FROM range(480) r(i)) TO '${join(folder, "calls.parquet")}'`);
});

const LOGS = [
  ["lines", { log: "json", sources: [JSON_LOG] }],
  ["counts, of days far from each other", { log: "counts", sources: [COUNTS] }],
  ["a table", { log: "parquet", sources: ["calls.parquet"] }],
  ["a table that is read row by row", { log: "parquet", sources: ["calls.parquet"], consumer: "user" }],
] as const;

test("the document says how the tables of a cluster are made by hand", () => {
  const plain = (text: string) => text.replaceAll(/\s+/g, " ");
  const document = plain(readFileSync(join(ROOT, "docs/scale.md"), "utf8"));
  const location = {
    engine: "clickhouse",
    url: "",
    database: "api_usage",
    user: "",
    password: "",
    cluster: "logs",
  } as const;
  for (const statement of statements(location))
    expect(document).toContain(plain(statement.replace(" ON CLUSTER `logs`", "")));
});

test.skipIf(!HAS_CHDB).each(["limit=1", "limit=1&offset=1"])(
  "a server of today that cuts answers by %s does not cut those of a store",
  async (settings) => {
    const servers = await startChdb();
    const store = await newStore(servers);
    await imported({ spec, log: "json", sources: [JSON_LOG] }, store, folder);
    const held = await heldIn(store);
    const url = `${servers.url}?${settings}`;
    expect(await post(url, "SELECT number FROM numbers(9)")).not.toContain("5");
    expect(await heldIn(store).catch((error: unknown) => String(error))).toEqual(
      settings.includes("offset") ? expect.stringContaining("leave rows out") : held,
    );
    await servers.stop();
  },
  60_000,
);

describe.each(ENGINES)("$name", ({ start, hasCases }) => {
  let servers: Servers | undefined;
  beforeAll(async () => {
    servers = await start?.();
  }, 60_000);
  afterAll(() => servers?.stop());
  const newDatabase = () => newStore(servers as Servers);
  const on = test.skipIf(start === undefined);
  countsAlike(on, newDatabase);
  keepsWhole(on, newDatabase);
  answersAlike(on, newDatabase);
  if (hasCases) hasSharedCasesRight(on, newDatabase);
});

type On = ReturnType<typeof test.skipIf>;
type NewDatabase = () => Promise<StoreLocation>;

function countsAlike(on: On, newDatabase: NewDatabase): void {
  on.each(LOGS)("counts %s as DuckDB does", async (_, log) => {
    const [file, database] = [newFile(), await newDatabase()];
    for (const store of [file, database])
      expect(await imported({ ...log, spec }, store, folder)).toMatchObject({ value: [{ known: false }] });
    const held = await heldIn(database);
    expect(held.cells.length).toBeGreaterThan(1);
    expect(held).toEqual(await heldIn(file));
  });
}

function keepsWhole(on: On, newDatabase: NewDatabase): void {
  on("counts a source once, and all of a refused one never", async () => {
    const store = await newDatabase();
    await imported({ spec, log: "json", sources: [JSON_LOG] }, store, folder);
    const held = await heldIn(store);
    const again = await imported({ spec, log: "json", sources: [JSON_LOG, COUNTS] }, store, folder);
    expect(again).toMatchObject({ failure: "input", problems: [{ code: "source-format", file: COUNTS }] });
    expect(await heldIn(store)).toEqual(held);
  });

  on("counts nothing of an import that was killed, nor twice what two importers took at once", async () => {
    const store = await newDatabase();
    await imported({ spec, log: "json", sources: [JSON_LOG] }, store, folder);
    const held = await heldIn(store);
    const open = valueIn(await openStore(store, "write"));
    const cells = [{ consumer: "web", operation: 0, day: 20_000, calls: 7, errors: 0 }];
    const killed = await open.begin([{ method: "GET", path: "/old" }]);
    await killed.stage(cells);
    expect(await heldIn(store)).toEqual(held);
    for (let i = 0; i < 2; i++) {
      const writer = await open.begin([{ method: "GET", path: "/old" }]);
      await writer.stage(cells);
      const totals = { rows: 7, matched: 7, unmatched: 0, malformed: 0, anonymous: 0 };
      await writer.commit({ digest: "one", log: "json", totals, days: new Map([[20_000, 7]]) });
    }
    await open.close();
    const after = await heldIn(store);
    expect(after.totals.matched).toBe(held.totals.matched + 7);
    expect(after.cells.reduce((sum, { calls }) => sum + calls, 0)).toBe(after.totals.matched);
  });

  on("takes no source of which not all arrived", async () => {
    const store = await newDatabase();
    const open = valueIn(await openStore(store, "write"));
    const writer = await open.begin([{ method: "GET", path: "/old" }]);
    await writer.stage([{ consumer: null, operation: 0, day: 20_000, calls: 7, errors: 0 }]);
    const totals = { rows: 8, matched: 8, unmatched: 0, malformed: 0, anonymous: 8 };
    const record = { digest: "one", log: "json", totals, days: new Map([[20_000, 8]]) };
    await expect(writer.commit(record)).rejects.toThrow("7 calls of 8 arrived");
    await open.close();
    expect((await heldIn(store)).totals.rows).toBe(0);
  });
}

function answersAlike(on: On, newDatabase: NewDatabase): void {
  // Two mistakes of such checks elsewhere: one consumer's exclusion hid the calls of others, and no sum was held against the limit.
  on.each([
    ["an excluded consumer takes away its own calls alone", { exclude: ["batch"], maxUse: { calls: 0 } }, false],
    ["a limit holds for all consumers together", { exclude: [], maxUse: { calls: 50 } }, false],
    ["use within the limit does not stop a removal", { exclude: [], maxUse: { calls: 1_000 } }, true],
  ])("answers of migrations as DuckDB does: %s", async (_, judged, removable) => {
    const terms = { ...judged, asOf: "2026-03-31", windowDays: 30, noticeDays: 180, datesRequired: true };
    const answers = [];
    for (const store of [newFile(), await newDatabase()]) {
      await imported({ spec, log: "json", sources: [JSON_LOG] }, store, folder);
      const usage = valueIn(await UsageReader.open(store));
      answers.push(valueIn(await governMigrations({ source: spec }, DEFAULT_LOAD, usage, terms, nodeHost(folder))));
      await usage.close();
    }
    const [byFile, byDatabase] = answers;
    expect(byDatabase).toEqual(byFile);
    expect(byDatabase?.migrations.map((each) => each.removable)).toEqual([removable]);
  });
}

function hasSharedCasesRight(on: On, newDatabase: NewDatabase): void {
  describe.skipIf(!existsSync(join(SHARED, "usage-cases"))).each(["usage", "usage/samples"])("cases of %s", (name) => {
    const at = join(SHARED, "usage-cases", name);
    on(
      "are right",
      async () => {
        const read = (file: string) => JSON.parse(readFileSync(join(at, file), "utf8"));
        for (const { id, log, consumer, sources, expected } of read("cases.json")) {
          const store = await newDatabase();
          const taken = await imported({ spec: join(at, "openapi.yaml"), log, consumer, sources }, store, at);
          expect(taken, id).toHaveProperty("value");
          const [held, wanted] = [await heldIn(store), read(expected)];
          expect(held.totals, id).toEqual(wanted.totals);
          expect(keyed(held.cells), id).toEqual(keyed(wanted.cells));
        }
      },
      120_000,
    );
  });
}

function keyed(cells: readonly object[]): readonly string[] {
  return cells.map((cell) => JSON.stringify(Object.entries(cell).sort())).sort();
}
