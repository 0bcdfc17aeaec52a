import { expect, test } from "vitest";
import { csvLine, sparkline, tableLines } from "./table.ts";

test("columns are as wide as their widest cell", () => {
  expect(
    tableLines([
      ["a", "b"],
      ["long", ""],
    ]),
  ).toEqual(["a     b", "long"]);
});

test("cells of CSV are quoted where they must be, and are no formulas", () => {
  expect(csvLine(['say "hi"', "a,b", "plain", "=1+1"])).toBe('"say ""hi""","a,b",plain,\'=1+1\r\n');
});

test("a sparkline ends with the last day", () => {
  const line = sparkline(
    new Map([
      ["2026-03-28", 8],
      ["2026-03-26", 1],
    ]),
  );
  expect(line).toHaveLength(30);
  expect(line.slice(-3)).toBe("▁ █");
  expect(sparkline(new Map())).toBe("");
});
