import { describe, expect, test } from "vitest";
import { decodedBytes, expressionNames, takenTexts, templateSegment, templateSegments } from "./path-template.ts";

test.each([
  ["/", ["literal"]],
  ["/users/{id}", ["literal", "any"]],
  ["/{id}.json/a{b}", ["mixed", "mixed"]],
  ["/{a}{b}", ["mixed"]],
])("%s is %j", (template, kinds) => {
  expect(templateSegments(template).map(({ kind }) => kind)).toEqual(kinds);
});

test("names of expressions come in their order", () => {
  expect(expressionNames("/{b}/x{a}-{c}")).toEqual(["b", "a", "c"]);
});

describe("a segment is taken apart", () => {
  test.each([
    ["{id}", "a%2Fb", ["a%2Fb"]],
    ["{name}.json", "users.json", ["users"]],
    ["{name}.json", ".json", []],
    ["{a}-{b}", "x-y-z", ["x", "y-z"]],
    ["v{a}.{b}", "v1.2", ["1", "2"]],
    ["v{a}.{b}", "1.2", []],
    ["{a}é", "%C3%A9%C3%A9", ["%C3%A9"]],
    ["users", "users", []],
  ])("%s takes of %s: %j", (template, segment, taken) => {
    expect(takenTexts(templateSegment(template), segment)).toEqual(taken);
  });
});

test.each([
  ["a", "a"],
  ["%61", "a"],
  ["%zz", "%zz"],
  ["%2f", "/"],
  ["é", "\u00c3\u00a9"],
  ["%C3%A9", "\u00c3\u00a9"],
])("%s is %j, byte by byte", (segment, bytes) => expect(decodedBytes(segment)).toBe(bytes));
