import { count, description, type Json, leaf, named, type Schema, type Shape, whole } from "./build.ts";

/** Much of what applies to all operations: tags, servers, security. */
export const surface: readonly Shape[] = [
  whole("many tags", 100_000, 50, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    tags: count(size, (i) => ({ name: `t${i}` })),
  })),
  whole("many servers with variables", 3_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    servers: count(size, (i) => ({
      url: `https://{a}.{b}.${isHead ? "h" : "b"}${i}.example.com/{c}`,
      variables: {
        a: { default: "1", enum: ["1", "2", "3", "4"] },
        b: { default: "1", enum: ["1", "2", "3", "4"] },
        c: { default: "1", enum: ["1", "2", "3", "4"] },
      },
    })),
  })),
  whole("a server with large variables", 10_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    servers: [
      {
        url: `https://{a}.{b}.{c}${isHead ? "h" : ""}.example.com`,
        variables: named(3, "", () => ({ default: "0", enum: count(size, String) })),
      },
    ].map((server) => ({
      ...server,
      variables: Object.fromEntries(
        ["a", "b", "c"].map((key, i) => [key, (server.variables as Schema)[String(i)] as Json]),
      ),
    })),
  })),
  whole("many servers over many operations", 1_500, 10, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    servers: count(size, (i) => ({ url: `https://${isHead ? "h" : "b"}${i}.example.com` })),
    paths: named(size, "/p", () => ({ get: { responses: { "200": { description: "x" } } } })),
  })),
  whole("many alternatives of security", 10_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }, {}),
    components: {
      schemas: { S: leaf(isHead) },
      securitySchemes: {
        ...named(size, "k", (i) => ({ type: "apiKey", in: "header", name: `${isHead ? "H" : "B"}${i}` })),
      },
    },
    security: count(size, (i) => ({ [`k${i}`]: [] })),
  })),
  whole("many scopes", 20_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    components: {
      schemas: { S: leaf(isHead) },
      securitySchemes: {
        o: {
          type: "oauth2",
          flows: { implicit: { authorizationUrl: "https://x.example", scopes: named(size, "s", () => "") } },
        },
      },
    },
    security: [{ o: count(isHead ? size : size - 1, (i) => `s${i}`) }],
  })),
];
