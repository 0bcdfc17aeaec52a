import { expect, test } from "vitest";
import type { LintRule } from "../kit/lint-rule.ts";
import type { Ruling } from "../policy/ruling.ts";
import { scoreOf } from "./score.ts";

const rules = [
  { id: "lint/a", theme: "errors" },
  { id: "lint/b", theme: "auth" },
] as unknown as readonly LintRule[];

function ruling(rule: string, severity: Ruling["severity"], ...paths: readonly string[]): Ruling {
  const operations = paths.map((path) => ({ method: "GET", path, direction: "request" }));
  return { rule, severity, operations, standing: "open" } as unknown as Ruling;
}

test("nothing found is 100, in all themes that are judged", () => {
  const { total, themes, costliest } = scoreOf([], rules, 10);
  expect({ total, costliest }).toEqual({ total: 100, costliest: [] });
  expect(themes).toEqual([
    { theme: "auth", score: 100, findings: 0 },
    { theme: "errors", score: 100, findings: 0 },
  ]);
});

test("findings that cost as much as there are operations halve the score of their theme", () => {
  const { total, themes } = scoreOf([ruling("lint/a", "error", "/x")], rules, 5);
  expect(themes.map(({ score }) => score)).toEqual([100, 50]);
  expect(total).toBe(75);
});

test("ten times the operations with ten times the findings score the same", () => {
  const found = (count: number) => Array.from({ length: count }, (_, i) => ruling("lint/a", "warn", `/x${i}`));
  expect(scoreOf(found(3), rules, 7).total).toBe(scoreOf(found(30), rules, 70).total);
});

test("the costliest operations come first; a finding about several is shared by them", () => {
  const { costliest } = scoreOf(
    [ruling("lint/a", "warn", "/x", "/y"), ruling("lint/b", "error", "/y"), ruling("lint/b", "info", "/z")],
    rules,
    3,
  );
  expect(costliest).toEqual([
    { method: "GET", path: "/y", cost: 6 },
    { method: "GET", path: "/x", cost: 1 },
    { method: "GET", path: "/z", cost: 0.5 },
  ]);
});

test("what other families find costs nothing here", () => {
  expect(scoreOf([ruling("diff/operation-removed", "error", "/x")], rules, 1).total).toBe(100);
});
