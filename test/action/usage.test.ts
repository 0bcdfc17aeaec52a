import { afterAll, expect, test } from "vitest";
import { configOf, removeCheckouts } from "./harness/checkout.ts";
import { review, stopServers } from "./harness/review.ts";

/* The Action has no database: a usage report stands for the store. */

afterAll(() => {
  removeCheckouts();
  stopServers();
});

const OK = { responses: { 200: { description: "ok" } } };
const OLD = { deprecated: true, "x-deprecated-at": "2024-01-01", "x-sunset": "2025-01-01", ...OK };

const description = (paths: object) =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1.0.0" }, paths });
const BOTH = description({ "/v1/a": { get: OLD }, "/v2/a": { get: OK } });
const ONE = description({ "/v2/a": { get: OK } });
const CONFIG = `${configOf({ users: "api/users.json" })}usage: { store: api/usage.json, window: 3 }\n`;

/** A report with rows of all days of late, in which somebody calls an operation. */
function reportOf(path: string): string {
  const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const days = [5, 4, 3, 2, 1, 0].map(dayBefore);
  const cells = [{ consumer: "shop", method: "GET", path, day: dayBefore(2), calls: 4, errors: 0 }];
  return JSON.stringify({ cells, days, totals: { rows: 4, matched: 4, unmatched: 0, malformed: 0, anonymous: 0 } });
}

const base = (report: string | undefined) => ({
  "concordat.yaml": CONFIG,
  "api/users.json": BOTH,
  ...(report !== undefined && { "api/usage.json": report }),
});

const useOf = (json: string | undefined) => JSON.parse(json ?? "").contracts[0].findings[0].use;

test("lets a removal pass that nobody calls", async () => {
  const { ended } = await review({ base: base(reportOf("/v2/a")), head: { "api/users.json": ONE } });
  expect(ended.exit, ended.stdout).toBe(0);
  expect(useOf(ended.outputs["report-json"])).toMatchObject({ callers: [], removable: true });
});

test("names whoever calls it, whatever the pull request makes of the report", async () => {
  const head = { "api/users.json": ONE, "api/usage.json": reportOf("/v2/a") };
  const { ended } = await review({ base: base(reportOf("/v1/a")), head });
  expect(ended.exit, ended.stdout).toBe(1);
  expect(useOf(ended.outputs["report-json"]).callers).toMatchObject([{ consumer: "shop", calls: 4 }]);
});

test("lets nothing pass without a report", async () => {
  const { ended } = await review({ base: base(undefined), head: { "api/users.json": ONE } });
  expect(ended.exit, ended.stdout).toBe(1);
  expect(useOf(ended.outputs["report-json"]).because[0]).toMatch(/^no-data: the usage store `.*` does not exist$/);
});
