import { expect, test } from "vitest";
import { renderDeprecations } from "../../packages/cli/src/commands/deprecations/text.ts";
import { renderMigrations } from "../../packages/cli/src/commands/migrate/text.ts";
import { renderUsage } from "../../packages/cli/src/commands/usage/text.ts";
import { governDeprecations } from "../../packages/engine/src/govern/deprecations.ts";
import { governMigrations } from "../../packages/engine/src/govern/migration.ts";
import { memoryHost } from "../../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD } from "../../packages/engine/src/index.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { errorsOf } from "../support/published.ts";

/* What commands about deprecations and usage answer has the published form. */

const ok = { responses: { 200: { description: "ok" } } };
const parameters = [{ name: "old", in: "query", deprecated: true, "x-replaced-by": "new", schema: {} }];
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
const host = memoryHost({
  cwd: "/",
  today: "2026-07-01",
  files: {
    "/api.json": JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }),
    "/pact.json": JSON.stringify(pact),
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

test("of migrations", async () => {
  const call = { consumer: "shop", method: "GET", path: "/v1/a", day: "2026-06-15", calls: 3 };
  const usage = {
    cellsOf: async () => [call],
    callsByConsumer: async () => new Map([["shop", 3]]),
    daysWithRows: async () => new Set(["2026-06-15"]),
  };
  const contacts = { shop: { owner: "storefront", contact: "#shop" } };
  const asked = { ...terms, asOf: "2026-07-01", maxUse: { calls: 0 }, windowDays: 30, exclude: [], contacts };
  const source = { source: "/api.json", pacts: ["/pact.json"] };
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
