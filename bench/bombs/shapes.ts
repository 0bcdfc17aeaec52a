/** Any JSON value, as descriptions are built here. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = { [key: string]: Json };

/** Two revisions of a description that are small to write and large to judge. */
export interface Pair {
  readonly base: Schema;
  readonly head: Schema;
}

/** A kind of input that is known to make tools work without end, in any size. */
export interface Shape {
  readonly name: string;
  /** The size that is measured, and one at which a test sees what comes of it. */
  readonly full: number;
  readonly small: number;
  make(size: number): Pair;
}

const leaf = (head: boolean): Schema => ({ type: "string", maxLength: head ? 4 : 5 });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const count = <T>(size: number, make: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => make(i));
const named = (size: number, prefix: string, make: (i: number) => Json): Schema =>
  Object.fromEntries(count(size, (i) => [`${prefix}${i}`, make(i)]));
const json = (schema: Schema): Schema => ({ content: { "application/json": { schema } } });

/** A description around its components, with one operation that sends and answers the first of them. */
function description(schemas: Schema, more: Schema = {}): Schema {
  const first = ref(Object.keys(schemas)[0] as string);
  const operation = {
    operationId: "a",
    requestBody: json(first),
    responses: { "200": { description: "x", ...json(first) } },
  };
  return {
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: { "/a": { post: operation } },
    components: { schemas },
    ...more,
  };
}

function bothSides(make: (isHead: boolean) => Schema): Pair {
  return { base: make(false), head: make(true) };
}

/** A schema in which each level is made of the next, a leaf at the end. */
function levels(size: number, level: (next: Schema, i: number) => Schema, isHead: boolean): Schema {
  return description({ ...named(size, "S", (i) => level(ref(`S${i + 1}`), i)), [`S${size}`]: leaf(isHead) });
}

/** The same, written within one another instead of by reference. */
function nested(size: number, level: (next: Schema) => Schema, isHead: boolean): Schema {
  let schema = leaf(isHead);
  for (let i = 0; i < size; i++) schema = level(schema);
  return description({ S: schema });
}

function chain(name: string, full: number, small: number, level: (next: Schema, i: number) => Schema): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => levels(size, level, isHead)) };
}

function nest(name: string, full: number, small: number, level: (next: Schema) => Schema): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => nested(size, level, isHead)) };
}

function schema(name: string, full: number, small: number, make: (size: number, isHead: boolean) => Schema): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => description({ S: make(size, isHead) })) };
}

function whole(name: string, full: number, small: number, make: (size: number, isHead: boolean) => Schema): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => make(size, isHead)) };
}

const object = (properties: Schema, more: Schema = {}): Schema => ({ type: "object", properties, ...more });

/** `then` is set by a computed name: an object literal that has it is taken for a promise. */
const conditional = (test: Schema, yes: Schema, more: Schema = {}): Schema => ({
  ...Object.fromEntries(["if", "then"].map((key, i) => [key, i === 0 ? test : yes])),
  ...more,
});

/** References doubled at each level: exponentially many ways lead to the leaf. */
const doubled: readonly Shape[] = [
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

/** Plain chains: one way, however long. */
const chains: readonly Shape[] = [
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

/** Alternatives that combine. */
const combined: readonly Shape[] = [
  whole("a lattice of anyOf", 40, 6, (size, isHead) =>
    description({
      ...named(size, "S", (i) => ({ anyOf: count(size - i, (j) => ref(`S${i + j + 1}`)) })),
      [`S${size}`]: leaf(isHead),
    }),
  ),
  whole("a lattice of not", 30, 6, (size, isHead) =>
    description({
      ...named(size, "S", (i) => ({ not: { anyOf: count(size - i, (j) => ref(`S${i + j + 1}`)) } })),
      [`S${size}`]: leaf(isHead),
    }),
  ),
  whole("a lattice of allOf", 40, 6, (size, isHead) =>
    description({
      ...named(size, "S", (i) => ({ allOf: count(size - i, (j) => ref(`S${i + j + 1}`)), minProperties: i })),
      [`S${size}`]: leaf(isHead),
    }),
  ),
  whole("a lattice of oneOf objects", 30, 6, (size, isHead) =>
    description({
      ...named(size, "S", (i) => ({ oneOf: count(size - i, (j) => object({ [`p${j}`]: ref(`S${i + j + 1}`) })) })),
      [`S${size}`]: leaf(isHead),
    }),
  ),
  schema("oneOf without a tag", 200, 6, (size, isHead) => ({
    oneOf: count(size, (i) => object({ [`p${i}`]: leaf(isHead && i === size - 1) })),
  })),
  schema("oneOf with required names", 200, 6, (size, isHead) => ({
    oneOf: count(size, (i) => object({ [`p${i}`]: leaf(isHead && i === size - 1) }, { required: [`p${i}`] })),
  })),
  schema("anyOf of objects", 300, 6, (size, isHead) => ({
    anyOf: count(size, (i) => object({ [`p${i}`]: leaf(isHead && i === size - 1) }, { required: [`p${i}`] })),
  })),
  schema("allOf of anyOf", 40, 5, (size, isHead) => ({
    allOf: count(size, (i) => ({ anyOf: [object({ [`a${i}`]: leaf(isHead) }), object({ [`b${i}`]: leaf(isHead) })] })),
  })),
  schema("dependentSchemas of one another", 60, 6, (size, isHead) => ({
    type: "object",
    dependentSchemas: named(size, "p", (i) => ({ required: [`p${(i + 1) % size}`], properties: { x: leaf(isHead) } })),
  })),
  schema("a discriminator with many tags", 2000, 12, (size, isHead) => ({
    oneOf: count(size, (i) =>
      object({ kind: { const: `k${i}` }, v: leaf(isHead && i === size - 1) }, { required: ["kind"] }),
    ),
    discriminator: { propertyName: "kind" },
  })),
  whole("a discriminator with a large mapping", 2000, 12, (size, isHead) =>
    description({
      S: {
        oneOf: count(size, (i) => ref(`K${i}`)),
        discriminator: {
          propertyName: "kind",
          mapping: named(size, "k", (i) => `#/components/schemas/K${i}`) as Schema,
        },
      },
      ...named(size, "K", (i) =>
        object({ kind: { type: "string" }, v: leaf(isHead && i === size - 1) }, { required: ["kind"] }),
      ),
    }),
  ),
];

/** Much of one thing. */
const wide: readonly Shape[] = [
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
  schema("a long pattern", 1_000_000, 2_000, (size, isHead) => ({
    type: "string",
    pattern: `^${"a".repeat(size)}${isHead ? "b" : "c"}$`,
  })),
  schema("a long pattern of alternatives", 100_000, 100, (size, isHead) => ({
    type: "string",
    pattern: `^(${count(size, (i) => `w${i}`).join("|")}${isHead ? "|z" : ""})$`,
  })),
  schema("a pattern with counts in counts", 1_000, 10, (size, isHead) => ({
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

/** The same path written in many ways, so that one broken schema is met from all of them. */
const many: readonly Shape[] = [
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
  whole("many tags", 100_000, 50, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    tags: count(size, (i) => ({ name: `t${i}` })),
  })),
  whole("many tags of one operation", 50_000, 50, (size, isHead) => {
    const made = description({ S: leaf(isHead) });
    const paths = { "/a": { get: { tags: count(size, (i) => `t${i}`), responses: { "200": { description: "x" } } } } };
    return { ...made, paths, tags: count(size, (i) => ({ name: `t${i}` })) };
  }),
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
  whole("many webhooks", 20_000, 20, (size, isHead) => ({
    ...description({ S: leaf(isHead) }),
    webhooks: named(size, "w", () => ({
      post: { requestBody: json(ref("S")), responses: { "200": { description: "x" } } },
    })),
  })),
  whole("many responses", 600, 20, (size, isHead) => ({
    ...description({ S: object({ a: leaf(isHead) }) }),
    paths: named(100, "/p", () => ({
      get: {
        responses: Object.fromEntries(count(size, (i) => [String(100 + i), { description: "x", ...json(ref("S")) }])),
      },
    })),
  })),
  whole("many schemas", 20_000, 20, (size, isHead) =>
    description({
      S: object(named(size, "p", (i) => ref(`M${i}`))),
      ...named(size, "M", (i) => object({ [`a${i}`]: leaf(isHead) }, { required: [`a${i}`] })),
    }),
  ),
  whole("schemas that all refer to all", 250, 12, (size, isHead) =>
    description({
      S: ref("M0"),
      ...named(size, "M", (i) => object({ ...named(size, "p", (j) => ref(`M${j}`)), [`own${i}`]: leaf(isHead) })),
    }),
  ),
  whole("parents and children of one another", 200, 6, (size, isHead) =>
    description({
      Parent: {
        ...object({ kind: { type: "string" } }, { required: ["kind"] }),
        oneOf: count(size, (i) => ref(`C${i}`)),
        discriminator: { propertyName: "kind" },
      },
      ...named(size, "C", (i) => ({ allOf: [ref("Parent"), object({ [`a${i}`]: leaf(isHead) })] })),
    }),
  ),
];

/** All shapes. */
export const shapes: readonly Shape[] = [...doubled, ...chains, ...combined, ...wide, ...many];
