import { count, description, json, leaf, named, object, ref, type Shape, whole } from "./build.ts";

/** Many paths and operations. */
export const paths: readonly Shape[] = [
  whole("many paths", 100_000, 50, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: named(size, "/p", () => ({ get: { responses: { "200": { description: "x" } } } })),
  })),
  whole("many paths, all new", 20_000, 50, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: named(size, isHead ? "/h" : "/b", () => ({ get: { responses: { "200": { description: "x" } } } })),
  })),
  whole("many operations over one schema", 20_000, 50, (size, isHead) => ({
    ...description({ S: object({ a: leaf(isHead) }) }),
    paths: named(size, "/p", () => ({
      get: { responses: { "200": { description: "x", ...json(ref("S")) } } },
    })),
  })),
  whole("ambiguous templates", 10_000, 30, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: named(size, "/p/{a}/", (i) => ({
      get: {
        parameters: [{ name: "a", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": { description: "x" } },
        operationId: `o${i}`,
      },
    })),
  })),
  whole("ambiguous templates of different names", 10_000, 30, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: Object.fromEntries(
      count(size, (i) => [
        `/{a${i}}/x`,
        {
          get: {
            parameters: [{ name: `a${i}`, in: "path", required: true, schema: leaf(isHead) }],
            responses: { "200": { description: "x" } },
          },
        },
      ]),
    ),
  })),
  whole("templates with many segments", 24, 6, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    paths: Object.fromEntries(
      count(2_000, (i) => [
        `/${count(size, (j) => ((i >> (j % 11)) & 1 ? `{v${j}}` : `s${j}`)).join("/")}`,
        { get: { responses: { "200": { description: "x" } } } },
      ]),
    ),
  })),
  whole("many tags of one operation", 50_000, 50, (size, isHead) => {
    const made = description({ S: leaf(isHead) });
    const paths = { "/a": { get: { tags: count(size, (i) => `t${i}`), responses: { "200": { description: "x" } } } } };
    return { ...made, paths, tags: count(size, (i) => ({ name: `t${i}` })) };
  }),
  whole("many webhooks", 20_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    webhooks: named(size, "w", () => ({
      post: { requestBody: json(ref("S")), responses: { "200": { description: "x" } } },
    })),
  })),
];
