import { chain, conditional, object, type Shape } from "./build.ts";

/** References doubled at each level: exponentially many ways lead to the leaf. */
export const doubled: readonly Shape[] = [
  ...(["allOf", "anyOf", "oneOf"] as const).map((keyword) =>
    chain(`doubled ${keyword}`, 30, 6, (next) => ({ [keyword]: [next, next] })),
  ),
  chain("doubled properties, required", 30, 6, (next) => object({ a: next, b: next }, { required: ["a", "b"] })),
  chain("doubled properties", 30, 6, (next) => object({ a: next, b: next })),
  chain("doubled prefixItems", 30, 6, (next) => ({ type: "array", prefixItems: [next, next], minItems: 2 })),
  chain("doubled if and then", 30, 6, (next) => conditional(next, next, { else: next })),
  chain("doubled dependentSchemas", 30, 6, (next) => ({ dependentSchemas: { a: next, b: next } })),
  chain("doubled patternProperties", 30, 6, (next) => ({
    type: "object",
    patternProperties: { "^a": next, b$: next },
  })),
  chain("doubled not", 30, 6, (next) => ({ not: { anyOf: [next, { not: next }] } })),
  chain("doubled anyOf of named objects", 30, 6, (next, i) => ({
    anyOf: [object({ [`a${i}`]: next }), object({ [`b${i}`]: next })],
  })),
  chain("doubled unevaluatedProperties", 30, 6, (next, i) => ({
    anyOf: [next, next],
    properties: { [`p${i}`]: {} },
    unevaluatedProperties: false,
  })),
  chain("doubled oneOf of arrays", 30, 6, (next) => ({ oneOf: [{ type: "array", items: next }, next] })),
];
