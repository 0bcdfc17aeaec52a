import { chain, conditional, description, json, leaf, named, nest, object, ref, type Shape, whole } from "./build.ts";

/** Plain chains: one way, however long. */
export const chains: readonly Shape[] = [
  chain("chain of references", 2000, 40, (next) => next),
  chain("chain of allOf", 1000, 40, (next) => ({ allOf: [next] })),
  chain("chain of allOf with a title", 1000, 40, (next, i) => ({ title: `t${i}`, allOf: [next, { title: `u${i}` }] })),
  chain("chain of anyOf of one", 1000, 40, (next) => ({ anyOf: [next] })),
  chain("chain of nullable anyOf", 1000, 40, (next) => ({ anyOf: [next, { type: "null" }] })),
  chain("chain of nullable oneOf", 1000, 6, (next) => ({ oneOf: [next, { type: "null" }] })),
  chain("chain of properties", 1000, 40, (next) => object({ n: next }, { required: ["n"] })),
  chain("chain of optional properties", 1000, 40, (next) => object({ n: next })),
  chain("chain of items", 1000, 40, (next) => ({ type: "array", items: next, minItems: 1 })),
  chain("chain of additionalProperties", 1000, 40, (next) => ({ type: "object", additionalProperties: next })),
  chain("chain of not", 400, 40, (next) => ({ not: next })),
  chain("chain of if and then", 400, 8, (next, i) =>
    conditional(object({ [`p${i}`]: {} }, { required: [`p${i}`] }), next),
  ),
  nest("nested not", 400, 40, (next) => ({ not: next })),
  nest("nested allOf with a title", 240, 40, (next) => ({ title: "t", allOf: [next] })),
  nest("nested anyOf", 240, 40, (next) => ({ anyOf: [next, { type: "null" }] })),
  nest("nested properties", 240, 40, (next) => object({ n: next }, { required: ["n"] })),
  nest("nested items", 400, 40, (next) => ({ type: "array", items: next })),
  nest("nested deeper than is read", 1500, 600, (next) => object({ n: next })),
  chain("chain of prefixItems", 1000, 40, (next) => ({ type: "array", prefixItems: [next], minItems: 1 })),
  chain("chain of contains", 1000, 40, (next) => ({ type: "array", contains: next })),
  chain("chain of patternProperties", 1000, 40, (next) => ({ type: "object", patternProperties: { "^x": next } })),
  chain("chain of propertyNames", 400, 40, (next) => ({ type: "object", propertyNames: next })),
  chain("chain of dependentSchemas", 1000, 8, (next, i) => ({ dependentSchemas: { [`p${i}`]: next } })),
  chain("chain of if and else", 400, 40, (next, i) => conditional({ const: i }, { type: "integer" }, { else: next })),
  chain("chain of not of objects", 400, 40, (next, i) => ({
    not: object({ [`p${i}`]: next }, { required: [`p${i}`] }),
  })),
  chain("chain of unevaluatedProperties", 400, 40, (next, i) =>
    object({ [`p${i}`]: {} }, { allOf: [next], unevaluatedProperties: false }),
  ),
  chain("chain of allOf with a property", 1000, 40, (next, i) => ({ allOf: [next, object({ [`p${i}`]: {} })] })),
  chain("chain of anyOf with a constant", 1000, 40, (next, i) => ({ anyOf: [{ const: i }, next] })),
  chain("chain of oneOf with a constant", 1000, 8, (next, i) => ({ oneOf: [{ const: i }, next] })),
  chain("chain of anyOf with an object", 1000, 40, (next, i) => ({
    anyOf: [object({ [`p${i}`]: { type: "string" } }, { required: [`p${i}`] }), next],
  })),
  chain("chain of oneOf with an object", 300, 8, (next, i) => ({
    oneOf: [object({ [`p${i}`]: { type: "string" } }, { required: [`p${i}`] }), next],
  })),
  chain("chain of lists of objects", 500, 40, (next) => object({ list: { type: "array", items: next } })),
  chain("chain of maps and lists", 500, 40, (next, i) =>
    i % 2 === 0 ? { type: "object", additionalProperties: next } : { type: "array", items: next },
  ),
  whole("a ring of properties", 1000, 40, (size, isHead) =>
    description(named(size, "S", (i) => object({ n: ref(`S${(i + 1) % size}`), v: leaf(isHead && i === size - 1) }))),
  ),
  whole("a ring of allOf", 400, 40, (size, isHead) =>
    description(named(size, "S", (i) => ({ allOf: [ref(`S${(i + 1) % size}`), object({ [`v${i}`]: leaf(isHead) })] }))),
  ),
  whole("a ring of anyOf", 400, 40, (size, isHead) =>
    description(named(size, "S", (i) => ({ anyOf: [ref(`S${(i + 1) % size}`), object({ [`v${i}`]: leaf(isHead) })] }))),
  ),
  whole("a ring of references", 1000, 40, (size) => description(named(size, "S", (i) => ref(`S${(i + 1) % size}`)))),
  whole("chains of unlike length", 600, 40, (size, isHead) => {
    const length = isHead ? size : size - 1;
    return description({
      ...named(length, "S", (i) => object({ n: ref(`S${i + 1}`), m: { type: "string" } })),
      [`S${length}`]: leaf(isHead),
    });
  }),
  whole("a chain of inheritance", 600, 20, (size, isHead) =>
    description({
      S: { $ref: "#/components/schemas/C0" },
      ...named(size, "C", (i) => ({
        allOf: [ref(`C${i + 1}`), object({ [`a${i}`]: { type: "string" } }, { required: [`a${i}`] })],
      })),
      [`C${size}`]: object({ kind: leaf(isHead) }, { required: ["kind"], discriminator: { propertyName: "kind" } }),
    }),
  ),
  nest("nested allOf", 400, 40, (next) => ({ allOf: [next, { minLength: 1 }] })),
  nest("nested oneOf", 240, 8, (next) => ({ oneOf: [next, { type: "null" }] })),
  nest("nested additionalProperties", 400, 40, (next) => ({ type: "object", additionalProperties: next })),
  nest("nested prefixItems", 400, 40, (next) => ({ type: "array", prefixItems: [{}, next] })),
  nest("nested if", 240, 40, (next) => conditional(next, { minLength: 1 })),
  nest("nested then", 240, 40, (next) => conditional({ type: "string" }, next)),
  nest("nested dependentSchemas", 240, 40, (next) => ({ dependentSchemas: { a: next } })),
  nest("nested contains", 240, 40, (next) => ({ type: "array", contains: next })),
  nest("nested $defs", 400, 40, (next) => ({ $defs: { D: next }, $ref: "#/components/schemas/S/$defs/D" })),
  whole("a chain of path item references", 300, 60, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: { "/a": { $ref: "#/components/pathItems/P0" } },
    components: {
      schemas: { S: leaf(isHead) },
      pathItems: {
        ...named(size, "P", (i) => ({ $ref: `#/components/pathItems/P${i + 1}` })),
        [`P${size}`]: { post: { requestBody: json(ref("S")), responses: { "200": { description: "x" } } } },
      },
    },
  })),
];
