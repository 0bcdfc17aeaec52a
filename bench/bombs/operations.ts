import { count, description, json, leaf, named, object, ref, type Schema, type Shape, whole } from "./build.ts";

/** Much in one operation. */
export const operations: readonly Shape[] = [
  whole("many parameters", 10_000, 40, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: {
      "/a": {
        get: {
          parameters: count(size, (i) => ({ name: `p${i}`, in: "query", schema: leaf(isHead) })),
          responses: { "200": { description: "x" } },
        },
      },
    },
  })),
  whole("many parameters of many operations", 3_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: {
      "/a": {
        parameters: count(size, (i) => ({ name: `p${i}`, in: "query", schema: leaf(isHead) })),
        ...Object.fromEntries(
          ["get", "put", "post", "delete", "patch", "head", "options"].map((method) => [
            method,
            { responses: { "200": { description: "x" } } },
          ]),
        ),
      },
    },
  })),
  whole("many media types", 5_000, 30, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: {
      "/a": {
        post: {
          requestBody: { content: named(size, "application/x", () => ({ schema: leaf(isHead) })) },
          responses: {
            "200": { description: "x", content: named(size, "application/x", () => ({ schema: leaf(isHead) })) },
          },
        },
      },
    },
  })),
  whole("many headers", 5_000, 30, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: {
      "/a": {
        get: {
          responses: { "200": { description: "x", headers: named(size, "X-", () => ({ schema: leaf(isHead) })) } },
        },
      },
    },
  })),
  whole("callbacks within callbacks", 200, 10, (size, isHead) => {
    let operation: Schema = { requestBody: json(leaf(isHead)), responses: { "200": { description: "x" } } };
    for (let i = 0; i < size; i++)
      operation = {
        callbacks: { c: { "{$request.body#/u}": { post: operation } } },
        responses: { "200": { description: "x" } },
      };
    return { ...description({ S: leaf(isHead) }), paths: { "/a": { post: operation } } };
  }),
  whole("callbacks that lead back to themselves", 8, 3, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: { "/a": { $ref: "#/components/pathItems/P" } },
    components: {
      schemas: { S: leaf(isHead) },
      pathItems: {
        P: {
          post: {
            requestBody: json(ref("S")),
            callbacks: named(size, "c", () => ({ "{$request.body#/u}": { $ref: "#/components/pathItems/P" } })),
            responses: { "200": { description: "x" } },
          },
        },
      },
    },
  })),
  whole("doubled callbacks", 20, 5, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: { "/a": { $ref: "#/components/pathItems/P0" } },
    components: {
      schemas: { S: leaf(isHead) },
      pathItems: {
        ...named(size, "P", (i) => ({
          post: {
            callbacks: {
              c: { u: { $ref: `#/components/pathItems/P${i + 1}` } },
              d: { u: { $ref: `#/components/pathItems/P${i + 1}` } },
            },
            responses: { "200": { description: "x" } },
          },
        })),
        [`P${size}`]: { post: { requestBody: json(ref("S")), responses: { "200": { description: "x" } } } },
      },
    },
  })),
  whole("many links", 20_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: {
      "/a": {
        get: {
          operationId: "a",
          responses: {
            "200": { description: "x", links: named(size, isHead ? "h" : "b", () => ({ operationId: "a" })) },
          },
        },
      },
    },
  })),
  whole("many examples", 20_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: {
      "/a": {
        post: {
          requestBody: {
            content: {
              "application/json": { schema: ref("S"), examples: named(size, "e", (i) => ({ value: `too long ${i}` })) },
            },
          },
          responses: { "200": { description: "x" } },
        },
      },
    },
  })),
  whole("many responses", 600, 20, (size, isHead) => ({
    ...description({ S: object({ a: leaf(isHead) }) }),
    paths: named(100, "/p", () => ({
      get: {
        responses: Object.fromEntries(count(size, (i) => [String(100 + i), { description: "x", ...json(ref("S")) }])),
      },
    })),
  })),
];
