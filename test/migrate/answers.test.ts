import { expect, test } from "vitest";
import { renderHeaders } from "../../packages/cli/src/commands/deprecations/headers.ts";
import { renderDeprecations } from "../../packages/cli/src/commands/deprecations/text.ts";
import { renderTimeline } from "../../packages/cli/src/commands/deprecations/timeline.ts";
import { renderRewritten } from "../../packages/cli/src/commands/migrate/codemod-text.ts";
import { renderPlan } from "../../packages/cli/src/commands/migrate/plan-text.ts";
import { renderMigrations } from "../../packages/cli/src/commands/migrate/text.ts";
import { renderUsage } from "../../packages/cli/src/commands/usage/text.ts";
import { rewriteFile } from "../../packages/codemod/src/index.ts";
import { governDeprecations } from "../../packages/engine/src/govern/deprecations.ts";
import { governMigrations } from "../../packages/engine/src/govern/migration.ts";
import { governMoves } from "../../packages/engine/src/govern/moves.ts";
import { governPlan } from "../../packages/engine/src/govern/plan.ts";
import { memoryHost } from "../../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD } from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { errorsOf } from "../support/published.ts";

/* What commands about deprecations and usage answer has the published form. */

const ok = { responses: { 200: { description: "ok" } } };
const parameters = [
  { name: "old", in: "query", deprecated: true, "x-replaced-by": "new", schema: {} },
  { name: "new", in: "query", schema: {} },
];
const paths = {
  "/v1/a": { get: { deprecated: true, "x-sunset": "2026-06-01", "x-replaced-by": "GET /v2/a", ...ok } },
  "/v2/a": { get: { parameters, ...ok } },
};
const pact = {
  consumer: { name: "shop" },
  provider: { name: "T" },
  interactions: [
    { description: "d", request: { method: "GET", path: "/v2/a", query: { old: ["1"] } }, response: { status: 200 } },
  ],
  metadata: { pactSpecification: { version: "3.0.0" } },
};
const site = { file: "src/a.ts", line: 3, column: 1 };
const scan = {
  spec: "api.json",
  operations: 2,
  files: 1,
  used: [{ method: "GET", path: "/v1/a", function: "getV1A", sites: [site] }],
  unused: [{ method: "GET", path: "/v2/a" }],
  unresolved: [{ ...site, reason: "The path of `GET` is not a text in the source." }],
};
const host = memoryHost({
  cwd: "/",
  today: "2026-07-01",
  files: {
    "/api.json": JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }),
    "/pact.json": JSON.stringify(pact),
    "/web/usage.json": JSON.stringify({ clients: [scan] }),
  },
});
const terms = { noticeDays: 180, datesRequired: true };

test("of deprecations", async () => {
  const answer = valueIn(await governDeprecations("/api.json", { ...terms, load: DEFAULT_LOAD }, host));
  for (const answers of [[answer], [answer, answer]]) {
    const named = answers.map((each) => ({ source: "api.json", answer: each }));
    const text = renderDeprecations(named, { mode: "list", asOf: "2026-07-01", format: "json" });
    expect(errorsOf("deprecations", JSON.parse(text))).toEqual([]);
  }
});

test("of the days and headers of deprecations", async () => {
  const answer = valueIn(await governDeprecations("/api.json", { ...terms, load: DEFAULT_LOAD }, host));
  const lost = { ...answer, problems: [{ code: "history-cut", message: "Not all of it is here." }] };
  for (const answers of [[lost], [lost, lost]]) {
    const named = answers.map((each) => ({ source: "api.json", answer: each }));
    const headers = JSON.parse(renderHeaders(named, "2026-07-01", "json"));
    expect(errorsOf("deprecations-headers", headers)).toEqual([]);
    const timeline = JSON.parse(renderTimeline(named, "2026-07-01", "json"));
    expect(errorsOf("deprecations-timeline", timeline)).toEqual([]);
    expect(timeline.problems).toContainEqual({ code: "history-cut", message: "Not all of it is here." });
  }
});

test("of plans", async () => {
  const usage = {
    operations: async () => [{ method: "GET", path: "/v1/a" }],
    cellsOf: async () => [{ consumer: "shop", method: "GET", path: "/v1/a", day: "2026-06-15", calls: 3 }],
    callsByConsumer: async () => new Map([["shop", 3]]),
    daysWithRows: async () => new Set(["2026-06-15"]),
    close: async () => {},
  };
  const asked = { base: undefined, head: "/api.json", consumer: undefined, asOf: "2026-07-01", load: DEFAULT_LOAD };
  const evidence = { pacts: ["/pact.json"], scans: ["/web/usage.json"], usage };
  const plan = valueIn(await governPlan({ ...asked, ...evidence }, host));
  expect(plan).toMatchObject({ steps: [{ sites: [{ consumer: "web" }] }, {}], unresolved: [{ consumer: "web" }] });
  expect(errorsOf("migrate-plan", JSON.parse(renderPlan(plan, "json")))).toEqual([]);
});

test("of codemods", async () => {
  const moves = valueIn(await governMoves({ base: undefined, head: "/api.json", load: DEFAULT_LOAD }, host));
  const before = 'client.GET("/v1/a");\nclient.GET("/v2/a", { params: { query } });\n';
  const { text, ...found } = rewriteFile({ path: "/a.ts", text: before }, moves, () => false);
  expect(found.calls).toBe(1);
  expect(found.decisions).toHaveLength(1);
  const answer = renderRewritten([{ file: "a.ts", ...found, before, after: text }], "json", false);
  expect(errorsOf("migrate-codemod", JSON.parse(answer))).toEqual([]);
});

test("of migrations", async () => {
  const call = { consumer: "shop", method: "GET", path: "/v1/a", day: "2026-06-15", calls: 3 };
  const usage = {
    operations: async () => [call],
    cellsOf: async () => [call],
    callsByConsumer: async () => new Map([["shop", 3]]),
    daysWithRows: async () => new Set(["2026-06-15"]),
  };
  const contacts = { shop: { owner: "storefront", contact: "#shop" } };
  const asked = { ...terms, asOf: "2026-07-01", maxUse: { calls: 0 }, windowDays: 30, exclude: [], contacts };
  const source = { source: "/api.json", pacts: ["/pact.json"], scans: ["/web/usage.json"] };
  const status = valueIn(await governMigrations(source, DEFAULT_LOAD, usage, asked, host));
  expect(status.fields).toHaveLength(1);
  expect(errorsOf("migrate-status", JSON.parse(renderMigrations(status, "json")))).toEqual([]);
});

test("of usage", async () => {
  const cell = { consumer: null, method: "GET", path: "/a", day: "2026-06-15", calls: 3, errors: 1 };
  const totals = { rows: 5, matched: 3, unmatched: 1, malformed: 1, anonymous: 3 };
  const store = {
    async *cells() {
      yield [cell];
    },
    totals: async () => totals,
    daysWithRows: async () => new Set([cell.day]),
  };
  expect(errorsOf("usage-report", JSON.parse(await renderUsage(store, "json")))).toEqual([]);
});
