import { expect, test } from "vitest";
import { type Containment, type ContainsOptions, contains } from "./index.ts";

const INTEGER = { type: "integer" };
const CLOSED = { type: "object", properties: { a: {} }, additionalProperties: false };
const TREE = { type: "object", properties: { next: { $ref: "#" } } };

test.each<[string, unknown, unknown, ContainsOptions, Containment]>([
  ["equal schemas", INTEGER, INTEGER, {}, { answer: "yes" }],
  ["a wider one", { type: "number" }, INTEGER, {}, { answer: "yes" }],
  ["a narrower one", { maximum: 40 }, { ...INTEGER, maximum: 41 }, {}, { answer: "no", witness: 41 }],
  ["patterns, which need automata", { pattern: "^a" }, { type: "string", pattern: "^ab+$" }, {}, { answer: "yes" }],
  ["a recursive one", TREE, TREE, {}, { answer: "yes" }],
  [
    "the schema of schemas",
    { $ref: "https://json-schema.org/draft/2020-12/schema" },
    { const: true },
    {},
    { answer: "yes" },
  ],
  [
    "an open object in a closed one",
    CLOSED,
    { type: "object", required: ["b"] },
    {},
    { answer: "no", witness: { b: null } },
  ],
  [
    "a null of OpenAPI 3.0",
    { type: "string" },
    { type: "string", nullable: true },
    { dialect: "openapi-3.0" },
    { answer: "no", witness: null },
  ],
  ["the same without it", { type: "string" }, { type: "string", nullable: true }, {}, { answer: "yes" }],
  [
    "names that only base mentions",
    { properties: { a: INTEGER } },
    { type: "object" },
    { extras: "declared" },
    { answer: "yes" },
  ],
  [
    "a search without budget",
    { not: { pattern: "^(a|b)*$" } },
    { pattern: "^(a|c)*$", minLength: 3 },
    { budget: 1 },
    { answer: "undecided", reason: expect.any(String) },
  ],
  [
    "no schema",
    { type: "number" },
    { $ref: "#/gone" },
    {},
    {
      answer: "unreadable",
      faults: [{ schema: "inner", pointer: "/$ref", message: expect.stringContaining("#/gone") }],
    },
  ],
])("%s", async (_, outer, inner, options, expected) => {
  expect(await contains(outer, inner, options)).toEqual(expected);
});

test("a dialect that there is not is a fault of the question", async () => {
  const asked = contains({}, {}, { dialect: "draft-99" as "draft-07" });
  expect(await asked).toMatchObject({
    answer: "unreadable",
    faults: [{ message: "`draft-99` is not a dialect." }, {}],
  });
});
