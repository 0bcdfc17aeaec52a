import { describe, expect, test } from "vitest";
import type { Json } from "../json.ts";
import { libraryOf } from "../lower/document.ts";
import { Steps } from "../steps.ts";
import { closedSchema, TooLarge } from "./closed-schema.ts";
import { judge } from "./validators.ts";

const tagged = (tag: string, more: Json = {}) => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: tag }, name: { type: "string" } },
  ...(more as object),
});

/** A schema, a value, and what the original says of it. */
const CASES: readonly (readonly [string, Json, Json, "accepted" | "refused"])[] = [
  [
    "one of many tags is that of the value",
    { oneOf: ["a", "b", "c"].map((tag) => tagged(tag)) },
    { kind: "b" },
    "accepted",
  ],
  ["no tag is that of the value", { oneOf: ["a", "b", "c"].map((tag) => tagged(tag)) }, { kind: "d" }, "refused"],
  [
    "two alternatives take the value, and one may",
    { oneOf: [tagged("a"), tagged("a"), tagged("b")] },
    { kind: "a" },
    "refused",
  ],
  [
    "two alternatives take the value, and any may",
    { anyOf: [tagged("a"), tagged("a"), tagged("b")] },
    { kind: "a" },
    "accepted",
  ],
  ["the tag fits and the rest does not", { anyOf: [tagged("a"), tagged("b")] }, { kind: "a", name: 1 }, "refused"],
  ["constants beside one that fits", { oneOf: [{ const: 1 }, { const: 2 }, { const: 3 }] }, 2, "accepted"],
  ["constants of which none fits", { oneOf: [{ const: 1 }, { const: 2 }, { const: 3 }] }, 4, "refused"],
  ["types of which one fits", { oneOf: [{ type: "string" }, { type: "object" }, { type: "array" }] }, [], "accepted"],
  ["types of which none fits", { anyOf: [{ type: "string" }, { type: ["object", "null"] }] }, true, "refused"],
  ["an integer is a number", { oneOf: [{ type: "integer" }, { type: "string" }] }, 1, "accepted"],
  ["a fraction is no integer", { oneOf: [{ type: "integer" }, { type: "string" }] }, 1.5, "refused"],
  ["what is ruled out refuses", { not: { anyOf: [{ const: 1 }, { const: 2 }] } }, 3, "accepted"],
  ["what is not ruled out is accepted", { not: { anyOf: [{ const: 1 }, { const: 2 }] } }, 2, "refused"],
  [
    "a schema that nothing reaches",
    { type: "array", items: { $ref: "#/$defs/never" }, $defs: { never: false } },
    [],
    "accepted",
  ],
  [
    "each item for itself",
    { items: { anyOf: [tagged("a"), { const: 1 }] } },
    [1, { kind: "a" }, { kind: "b" }],
    "refused",
  ],
  ["a reference to a schema that accepts nothing", { $ref: "#/$defs/never", $defs: { never: false } }, "a", "refused"],
  ["a list of no values", { properties: { a: { enum: [] } } }, { a: 1 }, "refused"],
  ["a name that every object inherits", { required: ["toString"] }, {}, "refused"],
  [
    "a name that only objects of scripts have",
    { properties: JSON.parse('{"__proto__":{"type":"number"}}') },
    JSON.parse('{"__proto__":"a"}'),
    "refused",
  ],
  [
    "what a failed condition names",
    {
      if: { properties: { a: { const: 1 } } },
      else: { required: ["b"], properties: { b: true } },
      unevaluatedProperties: false,
    },
    { a: 2, b: 3 },
    "refused",
  ],
  [
    "what is found among the items",
    { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: false },
    [1, "a"],
    "accepted",
  ],
  [
    "what is not found among the items",
    { prefixItems: [true], contains: { type: "string" }, unevaluatedItems: false },
    [1, 2, "a"],
    "refused",
  ],
  ["names in a dependency", { dependentRequired: { $ref: ["b"] } }, { $ref: 1 }, "refused"],
];

describe("a schema written as far as a value touches it", () => {
  test.each(CASES)("%s", async (_, schema, value, expected) => {
    const document = { uri: "https://concordat.invalid/case", root: schema, dialect: "draft-2020-12" } as const;
    const closed = closedSchema({ document, pointer: "", value: schema }, [value], libraryOf([document]), "none");
    expect(await judge(closed, [value], "accepted")).toEqual([expected]);
  });

  test("names that are not sent are known all around a circle of `allOf`", () => {
    const size = 50;
    const schemas = Object.fromEntries(
      Array.from({ length: size }, (__, i) => [
        `S${i}`,
        {
          allOf: [{ $ref: `#/schemas/S${(i + 1) % size}` }],
          required: [`id${i}`],
          properties: { [`id${i}`]: { $ref: i % 2 === 0 ? "#/schemas/Id" : "#/schemas/Name" } },
        },
      ]),
    );
    const root = { schemas: { ...schemas, Id: { allOf: [{ readOnly: true }] }, Name: {} } };
    const document = { uri: "https://concordat.invalid/circle", root, dialect: "openapi-3.1" } as const;
    const from = { document, pointer: "/schemas/S0", value: Object.values(schemas)[0] };
    const closed = closedSchema(from, [{}], libraryOf([document]), "request");
    const required = [...JSON.stringify(closed).matchAll(/id\d+/g)].map(([name]) => name);
    expect(new Set(required)).toEqual(new Set(Array.from({ length: size / 2 }, (__, i) => `id${2 * i + 1}`)));
  });

  test("a schema that is too large for the budget is not written", () => {
    const schema = { allOf: [{ type: "string" }, { minLength: 1 }] };
    const document = { uri: "https://concordat.invalid/case", root: schema, dialect: "draft-2020-12" } as const;
    const write = (most: number) =>
      closedSchema({ document, pointer: "", value: schema }, ["a"], libraryOf([document]), "none", new Steps(most));
    expect(() => write(25)).toThrow(TooLarge);
    expect(write(30)).toHaveProperty("allOf");
  });

  test("alternatives that refuse by what they list are one", () => {
    const schema = { oneOf: Array.from({ length: 50 }, (_, i) => tagged(`tag-${i}`)) };
    const document = { uri: "https://concordat.invalid/case", root: schema, dialect: "draft-2020-12" } as const;
    const closed = closedSchema(
      { document, pointer: "", value: schema },
      [{ kind: "tag-7" }],
      libraryOf([document]),
      "none",
    );
    expect(closed["oneOf"]).toHaveLength(2);
  });
});
