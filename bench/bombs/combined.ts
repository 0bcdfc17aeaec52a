import { count, description, leaf, named, object, ref, type Schema, type Shape, schema, whole } from "./build.ts";

/** Alternatives that combine. */
export const combined: readonly Shape[] = [
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
