import { bothSides, chain, conditional, leaf, levels, object, type Schema, type Shape } from "./build.ts";

/** Levels that say the same in another way on each side. */
function unlike(name: string, full: number, small: number, base: Level, head: Level): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => levels(size, isHead ? head : base, isHead)) };
}
type Level = (next: Schema, i: number) => Schema;

const array = (items: Schema): Schema => ({ type: "array", items });

/** References doubled at each level: exponentially many ways lead to the leaf. */
export const doubled: readonly Shape[] = [
  ...(["allOf", "anyOf", "oneOf"] as const).map((keyword) =>
    chain(`doubled ${keyword}`, 30, 6, (next) => ({ [keyword]: [next, next] })),
  ),
  chain("doubled properties, required", 30, 6, (next) => object({ a: next, b: next }, { required: ["a", "b"] })),
  chain("doubled properties", 30, 6, (next) => object({ a: next, b: next })),
  chain("doubled properties and additionalProperties", 30, 6, (next) =>
    object({ a: next }, { additionalProperties: next }),
  ),
  chain("doubled additionalProperties and propertyNames", 30, 6, (next) => ({
    type: "object",
    additionalProperties: next,
    propertyNames: { anyOf: [next, { maxLength: 9 }] },
  })),
  chain("doubled prefixItems", 30, 6, (next) => ({ type: "array", prefixItems: [next, next], minItems: 2 })),
  chain("doubled items and contains", 30, 6, (next) => ({ type: "array", items: next, contains: next })),
  chain("doubled if and then", 30, 4, (next) => conditional(next, next, { else: next })),
  chain("doubled if over objects", 30, 6, (next, i) =>
    conditional(object({ [`p${i}`]: next }, { required: [`p${i}`] }), object({ q: next }), {
      else: object({ r: next }),
    }),
  ),
  chain("doubled dependentSchemas", 30, 6, (next) => ({ dependentSchemas: { a: next, b: next } })),
  chain("doubled dependentSchemas of objects", 30, 6, (next, i) => ({
    type: "object",
    dependentSchemas: { [`a${i}`]: object({ x: next }), [`b${i}`]: object({ y: next }) },
  })),
  chain("doubled patternProperties", 30, 6, (next) => ({
    type: "object",
    patternProperties: { "^a": next, b$: next },
  })),
  chain("tripled patternProperties", 30, 6, (next) => ({
    type: "object",
    patternProperties: { "^a": next, b$: next, c: next },
    additionalProperties: false,
  })),
  chain("doubled not", 30, 4, (next) => ({ not: { anyOf: [next, { not: next }] } })),
  chain("doubled not of properties", 30, 6, (next) => ({
    not: object({ a: { not: next }, b: { not: next } }, { required: ["a", "b"] }),
  })),
  chain("doubled anyOf of named objects", 30, 6, (next, i) => ({
    anyOf: [object({ [`a${i}`]: next }), object({ [`b${i}`]: next })],
  })),
  chain("doubled oneOf of named objects", 30, 6, (next, i) => ({
    oneOf: [object({ [`a${i}`]: next }, { required: [`a${i}`] }), object({ [`b${i}`]: next })],
  })),
  chain("doubled oneOf of tagged objects", 30, 6, (next) => ({
    oneOf: ["a", "b"].map((kind) => object({ kind: { const: kind }, next }, { required: ["kind"] })),
    discriminator: { propertyName: "kind" },
  })),
  chain("doubled unevaluatedProperties", 30, 6, (next, i) => ({
    anyOf: [next, next],
    properties: { [`p${i}`]: {} },
    unevaluatedProperties: false,
  })),
  chain("doubled unevaluatedItems", 30, 2, (next) => ({
    anyOf: [next, { prefixItems: [next] }],
    unevaluatedItems: false,
  })),
  chain("doubled oneOf of arrays", 30, 2, (next) => ({ oneOf: [array(next), next] })),
  chain("doubled anyOf of arrays", 30, 6, (next) => ({ anyOf: [array(next), next] })),
  chain("doubled anyOf of maps", 30, 6, (next) => ({
    anyOf: [{ type: "object", additionalProperties: next }, array(next), next],
  })),
  chain("doubled allOf of properties", 30, 6, (next, i) => ({
    allOf: [object({ [`a${i}`]: next }), object({ [`b${i}`]: next }), next],
  })),
  chain("doubled allOf of anyOf", 30, 4, (next, i) => ({
    allOf: [{ anyOf: [next, { minLength: i }] }, { anyOf: [next, { type: "null" }] }],
  })),
  unlike(
    "doubled anyOf against oneOf",
    30,
    6,
    (next) => ({ anyOf: [array(next), object({ a: next, b: next })] }),
    (next) => ({ oneOf: [object({ a: next, b: next }), array(next)] }),
  ),
  unlike(
    "doubled properties against patterns",
    30,
    6,
    (next) => object({ a: next, b: next }, { additionalProperties: false }),
    (next) => ({ type: "object", patternProperties: { "^[ab]$": next, "^a": next }, additionalProperties: false }),
  ),
  unlike(
    "doubled allOf against properties",
    30,
    6,
    (next) => ({ allOf: [object({ a: next }), object({ b: next })] }),
    (next) => object({ a: next, b: next, c: next }),
  ),
  unlike(
    "doubled not against itself",
    30,
    3,
    (next) => ({ not: { not: { anyOf: [next, array(next)] } } }),
    (next) => ({ anyOf: [array(next), next] }),
  ),
  {
    name: "doubled references in rings",
    full: 60,
    small: 6,
    make: (size) =>
      bothSides((isHead) =>
        levels(
          size,
          (next, i) => object({ a: next, b: { $ref: `#/components/schemas/S${(i * 7) % size}` }, c: leaf(isHead) }),
          isHead,
        ),
      ),
  },
];
