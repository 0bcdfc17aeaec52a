import { count, type Json, leaf, named, object, type Shape, schema } from "./build.ts";

/** Much of one thing. */
export const wide: readonly Shape[] = [
  schema("a large enum", 100_000, 200, (size, isHead) => ({
    type: "string",
    enum: count(size + (isHead ? 1 : 0), (i) => `value-${i}`),
  })),
  schema("a large enum that shrinks", 50_000, 200, (size, isHead) => ({
    enum: count(isHead ? size - 5 : size, (i) => i),
  })),
  schema("a large enum of objects", 10_000, 100, (size, isHead) => ({
    enum: count(size + (isHead ? 1 : 0), (i) => ({ id: i, name: `n${i}` })),
  })),
  schema("a large enum replaced", 20_000, 100, (size, isHead) => ({
    enum: count(size, (i) => `${isHead ? "h" : "b"}${i}`),
  })),
  schema("many properties", 20_000, 100, (size, isHead) =>
    object(named(size, "p", (i) => (i === size - 1 ? leaf(isHead) : { type: "string" }))),
  ),
  schema("many properties, all changed", 5_000, 60, (size, isHead) => object(named(size, "p", () => leaf(isHead)))),
  schema("many properties, all new", 10_000, 60, (size, isHead) =>
    object(named(size, isHead ? "h" : "b", () => ({ type: "string" }))),
  ),
  schema("many required", 5_000, 60, (size, isHead) =>
    object(
      named(size, "p", (i) => (i === size - 1 ? leaf(isHead) : { type: "string" })),
      { required: count(size, (i) => `p${i}`) },
    ),
  ),
  schema("many required, all new", 5_000, 60, (size, isHead) =>
    object(
      named(size, "p", () => ({ type: "string" })),
      isHead ? { required: count(size, (i) => `p${i}`) } : {},
    ),
  ),
  schema("many patterns", 40, 5, (size, isHead) => ({
    type: "object",
    patternProperties: Object.fromEntries(count(size, (i) => [`^p${i}-`, leaf(isHead)])),
  })),
  schema("long prefixItems", 2_000, 30, (size, isHead) => ({
    type: "array",
    prefixItems: count(size, (i) => leaf(isHead && i === size - 1)),
  })),
  schema("a large minItems", 1_000_000_000, 1_000, (size, isHead) => ({
    type: "array",
    items: { type: "string" },
    minItems: isHead ? size : size - 1,
  })),
  schema("a large minItems of unique items", 9_000, 30, (size, isHead) => ({
    type: "array",
    uniqueItems: true,
    items: { type: "string" },
    minItems: isHead ? size : size - 1,
  })),
  schema("a large minLength", 1_000_000_000, 1_000, (size, isHead) => ({
    type: "string",
    minLength: isHead ? size : size - 1,
  })),
  schema("a large minProperties", 900, 30, (size, isHead) => ({
    type: "object",
    minProperties: isHead ? size : size - 1,
  })),
  schema("a large minContains", 150, 10, (size, isHead) => ({
    type: "array",
    contains: { type: "string" },
    minContains: isHead ? size : size - 1,
    items: { type: ["string", "integer"] },
  })),
  schema("a large multipleOf", 1e300, 1e20, (size, isHead) => ({ type: "number", multipleOf: isHead ? size : 3 })),
  schema("a long pattern", 1_000_000, 500, (size, isHead) => ({
    type: "string",
    pattern: `^${"a".repeat(size)}${isHead ? "b" : "c"}$`,
  })),
  schema("a long pattern of alternatives", 100_000, 100, (size, isHead) => ({
    type: "string",
    pattern: `^(${count(size, (i) => `w${i}`).join("|")}${isHead ? "|z" : ""})$`,
  })),
  schema("a pattern with counts in counts", 1_000, 3, (size, isHead) => ({
    type: "string",
    pattern: `^((a{1,${size}}){1,${size}}){1,${isHead ? size : size - 1}}$`,
  })),
  schema("a pattern that backtracks", 30, 10, (size, isHead) => ({
    type: "string",
    pattern: `^(a+)+${isHead ? "b" : "c"}$`,
    enum: [`${"a".repeat(size)}b`, `${"a".repeat(size)}c`],
  })),
  schema("a deep constant", 2_000, 100, (size, isHead) => {
    let value: Json = isHead ? 1 : 2;
    for (let i = 0; i < size; i++) value = { a: value };
    return { enum: [value] };
  }),
  schema("a deep default", 2_000, 100, (size, isHead) => {
    let value: Json = isHead ? 1 : 2;
    for (let i = 0; i < size; i++) value = [value];
    return { type: "object", default: value };
  }),
  schema("a deep example", 2_000, 100, (size, isHead) => {
    let value: Json = isHead ? 1 : 2;
    for (let i = 0; i < size; i++) value = [value];
    return { type: "array", example: value, examples: [value] };
  }),
  schema("a long description", 5_000_000, 1_000, (size, isHead) => ({
    type: "string",
    description: "word ".repeat(size / 5),
    maxLength: isHead ? 1 : 2,
  })),
];
