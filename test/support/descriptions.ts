import fc from "fast-check";
import type { Json, JsonObject } from "../../packages/containment/src/internal.ts";

/*
 * Random descriptions of OpenAPI 3.0: a few operations over few paths, with schemas that refer to one another. The pools
 * are small, so that two descriptions meet in the same names.
 */

/** A description or a part of it, as plain data. */
export type Part = Readonly<Record<string, Json>>;

/** A description of OpenAPI 3.0. */
export interface Description extends Part {
  readonly openapi: string;
  readonly info: Part;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Part>>>>;
  readonly components: { readonly schemas: Part };
}

const COMPONENTS = ["Berth", "Cargo", "Ship"] as const;
const NAMES = ["name", "size", "tags", "parent"] as const;
const TEXTS = ["calm", "rough", "unknown"] as const;
const METHODS = ["get", "post", "delete"] as const;
const PATHS = ["/ships", "/ships/{ship}", "/berths/{berth}/cargo"] as const;
const MEDIA_TYPES = ["application/json", "application/xml"] as const;
const STATUSES = ["200", "404", "default"] as const;

const reference = fc.constantFrom(...COMPONENTS).map((name): Part => ({ $ref: `#/components/schemas/${name}` }));

const text = record({
  type: always("string"),
  minLength: maybe(fc.nat(3)),
  maxLength: maybe(fc.integer({ min: 3, max: 9 })),
  pattern: rarely(fc.constantFrom("^[a-z]*$", "^\\d+$")),
  nullable: rarely(fc.boolean()),
});
const choice = record({
  type: always("string"),
  enum: always(fc.subarray([...TEXTS], { minLength: 1 })),
});
const number = record({
  type: always(fc.constantFrom("integer", "number")),
  minimum: maybe(fc.integer({ min: -2, max: 3 })),
  maximum: maybe(fc.integer({ min: 3, max: 9 })),
  multipleOf: rarely(fc.constantFrom(1, 2, 0.5)),
  nullable: rarely(fc.boolean()),
}).chain((part) =>
  // In 3.0 the flag stands beside its bound.
  fc
    .boolean()
    .map(
      (exclusive): Part => (part["minimum"] === undefined || !exclusive ? part : { ...part, exclusiveMinimum: true }),
    ),
);
const leaf = fc.oneof(text, choice, number, fc.constant<Part>({ type: "boolean" }), reference);

function list(items: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  return record({
    type: always("array"),
    items: always(items),
    minItems: maybe(fc.nat(1)),
    maxItems: maybe(fc.integer({ min: 1, max: 4 })),
    uniqueItems: rarely(fc.boolean()),
  });
}

/** Who sends a property goes by its name, so that schemas which meet in one value agree on it. */
const SENT_BY: Readonly<Record<string, Part>> = { size: { readOnly: true }, tags: { writeOnly: true } };

function object(member: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  const properties = fc.dictionary(fc.constantFrom(...NAMES), member, { minKeys: 1, maxKeys: 4 });
  return fc.tuple(properties, fc.boolean(), fc.nat(15)).chain(([declared, isMarked, required]) => {
    const entries = Object.entries(declared).map(([name, part]): [string, Part] => [
      name,
      isMarked && part["$ref"] === undefined ? { ...part, ...SENT_BY[name] } : part,
    ]);
    const names = Object.keys(declared).filter((_, i) => (required >> i) % 2 === 1);
    return record({
      type: always("object"),
      properties: always(Object.fromEntries(entries)),
      required: names.length > 0 ? maybe(fc.constant(names)) : fc.constant(undefined),
      additionalProperties: rarely(fc.oneof(fc.boolean(), leaf)),
      nullable: rarely(fc.boolean()),
    });
  });
}

function joined(member: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  const parts = fc.array(member, { minLength: 1, maxLength: 3 });
  return fc
    .tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), parts)
    .map(([keyword, all]): Part => ({ [keyword]: all }));
}

function schema(depth: number): fc.Arbitrary<Part> {
  if (depth === 0) return leaf;
  const member = schema(depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: object(member) },
    { weight: 1, arbitrary: list(member) },
    { weight: 1, arbitrary: joined(member) },
  );
}

/** Objects refer to one another only in members, so that every value comes to an end. */
const component = object(schema(1));

const content = fc.dictionary(fc.constantFrom(...MEDIA_TYPES), record({ schema: always(schema(2)) }), {
  minKeys: 1,
  maxKeys: 2,
});

const plain = fc.oneof(text, choice, number, fc.constant<Part>({ type: "boolean" }));
const parameter = record({
  name: always(fc.constantFrom(...NAMES)),
  in: always(fc.constantFrom("query", "header")),
  required: maybe(fc.boolean()),
  schema: always(fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: list(plain) })),
});

const response = record({ description: always("What comes back."), content: maybe(content) });

function operation(path: string): fc.Arbitrary<Part> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name]): Part => ({ name: name as string, in: "path", required: true, schema: { type: "string" } }),
  );
  const parameters = fc
    .uniqueArray(parameter, { maxLength: 3, selector: (each) => `${each["in"]} ${each["name"]}` })
    .map((more) => [...inPath, ...more]);
  return record({
    parameters: always(parameters),
    requestBody: maybe(record({ required: maybe(fc.boolean()), content: always(content) })),
    responses: always(fc.dictionary(fc.constantFrom(...STATUSES), response, { minKeys: 1, maxKeys: 3 })),
    deprecated: rarely(fc.boolean()),
  });
}

function pathItem(path: string): fc.Arbitrary<Part> {
  return fc.dictionary(fc.constantFrom(...METHODS), operation(path), { minKeys: 1, maxKeys: 3 }) as fc.Arbitrary<Part>;
}

/** Random descriptions. */
export const descriptions: fc.Arbitrary<Description> = fc
  .record({
    paths: fc.tuple(...PATHS.map((path) => fc.option(pathItem(path), { freq: 4 }))),
    schemas: fc.tuple(component, component, component),
  })
  .map(({ paths, schemas }) => ({
    openapi: "3.0.3",
    info: { title: "Harbour", version: "1.0.0" },
    paths: Object.fromEntries(PATHS.flatMap((path, i) => (paths[i] ? [[path, paths[i]]] : []))),
    components: { schemas: Object.fromEntries(COMPONENTS.map((name, i) => [name, schemas[i] as Part])) },
  })) as unknown as fc.Arbitrary<Description>;

/** Two descriptions that share most of what they say: the second takes some of its parts from elsewhere. */
export const pairs: fc.Arbitrary<readonly [Description, Description]> = fc
  .tuple(descriptions, descriptions, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }))
  .map(([base, other, picks]) => {
    let next = 0;
    const pick = () => picks[next++ % picks.length] === 0;
    const mixed = (one: Part, two: Part): Part =>
      Object.fromEntries(
        [...new Set([...Object.keys(one), ...Object.keys(two)])].flatMap((key) => {
          const value = pick() ? two[key] : one[key];
          return value === undefined ? [] : [[key, value]];
        }),
      );
    const items = Object.entries(mixed(base.paths as Part, other.paths as Part));
    const paths = items.map(([path, item]) => [path, mixed(item as Part, (other.paths[path] ?? {}) as Part)] as const);
    const head = {
      ...base,
      paths: Object.fromEntries(paths.filter(([, item]) => Object.keys(item).length > 0)),
      components: { schemas: mixed(base.components.schemas, other.components.schemas) },
    };
    return [base, head as Description];
  });

type Maybe = fc.Arbitrary<Json | undefined>;

function always(value: Json | fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return value instanceof fc.Arbitrary ? value : fc.constant(value);
}

function maybe(value: fc.Arbitrary<Json>): Maybe {
  return fc.option(value, { nil: undefined, freq: 2 });
}

function rarely(value: fc.Arbitrary<Json>): Maybe {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

function record(parts: Readonly<Record<string, Maybe>>): fc.Arbitrary<Part> {
  return fc
    .record(parts)
    .map((part) => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as JsonObject);
}
