import { describe, expect, test } from "vitest";
import { judgeValue } from "./judge-value.ts";
import type { SchemaRow } from "./table.ts";

/** What is said of a value by a schema, beside which stand: 2 a string, 3 an object with the tag `a`, 4 one with the tag `b`, 5 null. */
function said(row: SchemaRow, value: unknown): string | undefined {
  const tagged = (tag: number, name: string): SchemaRow => ({
    types: 32,
    objects: [{ properties: { tag, [name]: 2 }, required: ["tag", name] }],
  });
  const schemas: SchemaRow[] = [
    {},
    row,
    { types: 8 },
    tagged(6, "one"),
    tagged(7, "other"),
    { types: 1 },
    { values: ["a"] },
    { values: ["b"] },
    { types: 0 },
    { types: 8, string: { patterns: ["^[a-z]+$"] } },
  ];
  const verdict = judgeValue({ schemas }, 1, value, "request", "body");
  if (verdict === undefined) return undefined;
  if (verdict.kind === "unchecked") return `${verdict.at}: ${verdict.reason}`;
  return `${verdict.at}: ${verdict.keyword}: expected ${verdict.expected}, got ${verdict.got}`;
}

describe("a violation says where it is, what is expected, and what there is", () => {
  test.each<[SchemaRow, unknown, string]>([
    [{ types: 9 }, 5, "body: type: expected a string or null, got an integer"],
    [{ types: 4, number: { integer: true } }, 1.5, "body: type: expected an integer, got a number"],
    [{ types: 4, number: { integer: true } }, "a", "body: type: expected an integer, got a string of 1 character"],
    [{ values: ["a", 1] }, "b", 'body: enum: expected one of "a", 1, got a string of 1 character'],
    [{ values: [["long".repeat(40)]] }, "b", "body: enum: expected one of 1 value, got a string of 1 character"],
    [{ number: { exclusiveMinimum: 0 } }, 0, "body: exclusiveMinimum: expected more than 0, got less or the same"],
    [{ number: { exclusiveMaximum: 1 } }, 2, "body: exclusiveMaximum: expected less than 1, got more or the same"],
    [{ number: { multipleOf: [0.1] } }, 0.35, "body: multipleOf: expected a multiple of 0.1, got a number"],
    [
      { string: { minLength: 2 } },
      "😀",
      "body: minLength: expected at least 2 characters, got a string of 1 character",
    ],
    [
      { string: { patterns: ["^a"] } },
      "b",
      "body: pattern: expected a string that matches `^a`, got a string of 1 character",
    ],
    [{ string: { numeral: {} } }, "a", "body: type: expected a number, got a string of 1 character"],
    [{ arrays: [{ minItems: 1 }] }, [], "body: minItems: expected at least 1 item, got an array of 0 items"],
    [{ arrays: [{ maxItems: 1 }] }, [1, 2], "body: maxItems: expected at most 1 item, got an array of 2 items"],
    [
      { arrays: [{ unique: true }] },
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      "body: uniqueItems: expected items that all differ, got an array of 2 items",
    ],
    [{ arrays: [{ prefix: [0], rest: 2 }] }, [1, "a", 2], "body/2: type: expected a string, got an integer"],
    [
      { objects: [{ minProperties: 1 }] },
      {},
      "body: minProperties: expected at least 1 property, got an object with 0 properties",
    ],
    [{ objects: [{ required: ["a"] }] }, {}, "body: required: expected the property `a`, got an object without it"],
    [{ objects: [{ properties: { "a/~": 2 } }] }, { "a/~": 1 }, "body/a~1~0: type: expected a string, got an integer"],
    [
      { objects: [{ properties: { a: 0 }, additional: 8 }] },
      { b: 1 },
      "body: additionalProperties: expected declared properties only, got a property that is not declared",
    ],
    [{ objects: [{ additional: 2 }] }, { secret: 1 }, "body/*: type: expected a string, got an integer"],
    [
      { objects: [{ names: 9 }] },
      { A: 1 },
      "body: propertyNames: expected names of a certain form, got an object with 1 property",
    ],
    [
      { clauses: [{ kind: "dependent", key: "a", part: ["b"] }] },
      { a: 1 },
      "body: dependentRequired: expected the property `b` beside `a`, got an object without it",
    ],
    [
      { clauses: [{ kind: "not", part: 2 }] },
      "a",
      "body: not: expected a value that is not of a certain kind, got a string of 1 character",
    ],
  ])("%j of %j", (row, value, expected) => {
    expect(said(row, value)).toBe(expected);
  });
});

describe("of alternatives that all refuse a value, the one that was meant says why", () => {
  const either: SchemaRow = { clauses: [{ kind: "oneOf", parts: [3, 4, 5] }] };
  test.each<[unknown, string | undefined]>([
    [{ tag: "a", one: "x" }, undefined],
    [null, undefined],
    [{ tag: "a", one: 1 }, "body/one: type: expected a string, got an integer"],
    [{ tag: "b", other: 1 }, "body/other: type: expected a string, got an integer"],
    [5, "body: anyOf: expected a value of one of 3 alternatives, got an integer"],
  ])("%j", (value, expected) => {
    expect(said(either, value)).toBe(expected);
  });

  test("by a tag that none has", () => {
    const row: SchemaRow = { clauses: [{ kind: "anyOf", parts: [3, 4] }] };
    const value = { tag: "c", one: "x", other: "x" };
    expect(said(row, value)).toBe('body/tag: enum: expected "a" or "b", got a string of 1 character');
  });

  test("not where more than one takes the value", () => {
    const row: SchemaRow = { clauses: [{ kind: "oneOf", parts: [2, 0] }] };
    expect(said(row, "a")).toBe(
      "body: oneOf: expected a value of one alternative alone, got a value of 2 alternatives",
    );
  });
});

describe("what cannot be judged is unchecked", () => {
  test("a value that is nested too deep", () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 200; depth++) value = [value];
    expect(said({ arrays: [{ rest: 1 }] }, value)).toMatch(
      /^body(?:\/0)+: The value is nested too deep to be judged\.$/,
    );
  });

  test("items nested too deep to be compared", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    const unique: SchemaRow = { arrays: [{ unique: true }] };
    expect(said(unique, [1, deep])).toBe("body: The value is nested too deep to be judged.");
    expect(said({ arrays: [{ unique: true, minItems: 3 }] }, [1, deep])).toContain("minItems");
    expect(said({ values: [[[1]], { a: 1 }] }, deep)).toContain("enum");
  });

  test("a value whose alternatives multiply", () => {
    let value: unknown = "a";
    for (let depth = 0; depth < 40; depth++) value = [value];
    const twice: SchemaRow = { types: 20, clauses: [{ kind: "oneOf", parts: [10, 11] }] };
    const schemas: SchemaRow[] = [{}, twice];
    schemas[10] = { arrays: [{ rest: 1 }] };
    schemas[11] = { arrays: [{ rest: 1 }] };
    expect(judgeValue({ schemas }, 1, value, "request", "body")).toMatchObject({
      kind: "unchecked",
      reason: "The value takes too many steps to judge.",
    });
  });

  test("a pattern that this run-time does not know", () => {
    const row: SchemaRow = { string: { patterns: ["(?<a"] } };
    expect(said(row, "a")).toBe("body: This run-time does not know the syntax of a pattern.");
    expect(said({ objects: [{ patterns: [["(?<a", 2]] }] }, { b: 1 })).toContain("does not know the syntax");
  });
});
