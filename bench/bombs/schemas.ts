import { count, description, leaf, named, object, ref, type Shape, whole } from "./build.ts";

/** Many components that refer to one another. */
export const schemas: readonly Shape[] = [
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
