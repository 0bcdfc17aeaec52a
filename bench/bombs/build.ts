/** Any JSON value, as descriptions are built here. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Schema = { [key: string]: Json };

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

export const leaf = (head: boolean): Schema => ({ type: "string", maxLength: head ? 4 : 5 });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const count = <T>(size: number, make: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => make(i));
export const named = (size: number, prefix: string, make: (i: number) => Json): Schema =>
  Object.fromEntries(count(size, (i) => [`${prefix}${i}`, make(i)]));
export const json = (schema: Schema): Schema => ({ content: { "application/json": { schema } } });

/** A description around its components, with one operation that sends and answers the first of them. */
export function description(schemas: Schema, more: Schema = {}): Schema {
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

/** Both revisions of what is made by the same rule. */
export function bothSides(make: (isHead: boolean) => Schema): Pair {
  return { base: make(false), head: make(true) };
}

/** A schema in which each level is made of the next, a leaf at the end. */
export function levels(size: number, level: (next: Schema, i: number) => Schema, isHead: boolean): Schema {
  return description({ ...named(size, "S", (i) => level(ref(`S${i + 1}`), i)), [`S${size}`]: leaf(isHead) });
}

/** The same, written within one another instead of by reference. */
function nested(size: number, level: (next: Schema) => Schema, isHead: boolean): Schema {
  let schema = leaf(isHead);
  for (let i = 0; i < size; i++) schema = level(schema);
  return description({ S: schema });
}

export function chain(name: string, full: number, small: number, level: (next: Schema, i: number) => Schema): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => levels(size, level, isHead)) };
}

export function nest(name: string, full: number, small: number, level: (next: Schema) => Schema): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => nested(size, level, isHead)) };
}

export function schema(
  name: string,
  full: number,
  small: number,
  make: (size: number, isHead: boolean) => Schema,
): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => description({ S: make(size, isHead) })) };
}

export function whole(
  name: string,
  full: number,
  small: number,
  make: (size: number, isHead: boolean) => Schema,
): Shape {
  return { name, full, small, make: (size) => bothSides((isHead) => make(size, isHead)) };
}

export const object = (properties: Schema, more: Schema = {}): Schema => ({ type: "object", properties, ...more });

/** `then` is set by a computed name: an object literal that has it is taken for a promise. */
export const conditional = (test: Schema, yes: Schema, more: Schema = {}): Schema => ({
  ...Object.fromEntries(["if", "then"].map((key, i) => [key, i === 0 ? test : yes])),
  ...more,
});
