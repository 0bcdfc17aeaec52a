import { expect, test } from "vitest";
import { chartDays, dayNumber, deprecationsIn, yearsOf } from "./lifecycle.ts";

const head = { schemaVersion: 1, tool: { name: "concordat", version: "0.0.0" }, asOf: "2026-01-31" } as const;
const deprecation = (deprecated: string | null, sunset: string | null) => ({
  ...{ subject: "/paths/~1a/get", kind: "operation", operation: { method: "GET", path: "/a" } },
  ...{ announced: null, removed: null, replacement: null, deprecated, sunset },
});
const page = (...documents: Parameters<typeof deprecationsIn>[0]["documents"][number]["document"][]) => ({
  documents: documents.map((document) => ({ document })),
  rules: {},
});

test("deprecations of all documents are in the order of their sunsets, those without one last", () => {
  const one = { ...head, deprecations: [deprecation(null, null), deprecation(null, "2027-01-01")], problems: [] };
  const several = {
    ...head,
    descriptions: [{ source: "b.yaml", deprecations: [deprecation(null, "2026-06-01")], problems: [] }],
  };
  const shown = deprecationsIn(page(one, several)).map(({ deprecation: { sunset }, source }) => [sunset, source]);
  expect(shown).toEqual([
    ["2026-06-01", "b.yaml"],
    ["2027-01-01", undefined],
    [null, undefined],
  ]);
});

test("a chart spans all days and the one that they are seen from", () => {
  const shown = deprecationsIn(page({ ...head, deprecations: [deprecation("2025-01-01", null)], problems: [] }));
  const { from, to } = chartDays(shown);
  expect(from).toBeLessThan(dayNumber("2025-01-01"));
  expect(to).toBeGreaterThan(dayNumber("2026-01-31"));
});

test.each([
  ["2025-03-01", "2025-09-01", []],
  ["2024-12-30", "2027-02-01", [2025, 2026, 2027]],
  ["1990-01-01", "2030-01-01", [1995, 2002, 2009, 2016, 2023, 2030]],
])("years between %s and %s", (from, to, years) => {
  expect(yearsOf({ from: dayNumber(from), to: dayNumber(to) })).toEqual(years);
});
