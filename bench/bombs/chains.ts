import { chain, conditional, description, json, leaf, named, nest, object, ref, type Shape, whole } from "./build.ts";

/** Plain chains: one way, however long. */
export const chains: readonly Shape[] = [
  chain("chain of references", 2000, 40, (next) => next),
  chain("chain of allOf", 1000, 40, (next) => ({ allOf: [next] })),
  chain("chain of allOf with a title", 1000, 40, (next, i) => ({ title: `t${i}`, allOf: [next, { title: `u${i}` }] })),
  chain("chain of anyOf of one", 1000, 40, (next) => ({ anyOf: [next] })),
  chain("chain of nullable anyOf", 1000, 40, (next) => ({ anyOf: [next, { type: "null" }] })),
  chain("chain of nullable oneOf", 1000, 40, (next) => ({ oneOf: [next, { type: "null" }] })),
  chain("chain of properties", 1000, 40, (next) => object({ n: next }, { required: ["n"] })),
  chain("chain of optional properties", 1000, 40, (next) => object({ n: next })),
  chain("chain of items", 1000, 40, (next) => ({ type: "array", items: next, minItems: 1 })),
  chain("chain of additionalProperties", 1000, 40, (next) => ({ type: "object", additionalProperties: next })),
  chain("chain of not", 400, 40, (next) => ({ not: next })),
  chain("chain of if and then", 400, 40, (next, i) =>
    conditional(object({ [`p${i}`]: {} }, { required: [`p${i}`] }), next),
  ),
  nest("nested not", 400, 40, (next) => ({ not: next })),
  nest("nested allOf with a title", 240, 40, (next) => ({ title: "t", allOf: [next] })),
  nest("nested anyOf", 240, 40, (next) => ({ anyOf: [next, { type: "null" }] })),
  nest("nested properties", 240, 40, (next) => object({ n: next }, { required: ["n"] })),
  nest("nested items", 400, 40, (next) => ({ type: "array", items: next })),
  nest("nested deeper than is read", 1500, 600, (next) => object({ n: next })),
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
