import fc from "fast-check";
import type { Json, JsonObject } from "../json.ts";
import type { Dialect } from "../lower/dialect.ts";
import { NAMES, NUMBERS, PATTERNS, STEPS, TEXTS } from "./pools.ts";

/** The dialects that random schemas are written in; between them they read every keyword differently that dialects do. */
export const DIALECTS = ["draft-04", "draft-07", "draft-2020-12", "openapi-3.0"] as const satisfies readonly Dialect[];
export type TestDialect = (typeof DIALECTS)[number];

type Part = Readonly<Record<string, Json>>;

/** What a schema may refer to: at its own place, and at places of members, where recursion ends with the value. */
interface References {
  readonly here: readonly string[];
  readonly within: readonly string[];
}

const NO_REFERENCES: References = { here: [], within: [] };

/** Under which key a dialect keeps its definitions. */
export function definitionsKey(dialect: TestDialect): "$defs" | "definitions" {
  return dialect === "draft-2020-12" ? "$defs" : "definitions";
}

/** Whole documents: a schema with two definitions, recursive through members only, so that every value has an answer. */
export function documentOf(dialect: TestDialect): fc.Arbitrary<Json> {
  const key = definitionsKey(dialect);
  const [x, y] = [`#/${key}/x`, `#/${key}/y`];
  const within = ["#", x, y];
  const plain = new Schemas(dialect, NO_REFERENCES).schema(3);
  const referring = fc
    .tuple(
      new Schemas(dialect, { here: [x, y], within }).part(3),
      new Schemas(dialect, { here: [y], within }).schema(2),
      new Schemas(dialect, { here: [], within }).schema(1),
    )
    .map(([root, one, other]): Json => ({ ...root, [key]: { x: one, y: other } }));
  return fc.oneof({ weight: 2, arbitrary: plain }, { weight: 1, arbitrary: referring });
}

/** Schemas without references, to be put in anywhere. */
export function pieceOf(dialect: TestDialect): fc.Arbitrary<Json> {
  return new Schemas(dialect, NO_REFERENCES).schema(1);
}

class Schemas {
  readonly #dialect: TestDialect;
  readonly #here: readonly string[];
  readonly #members: Schemas;
  readonly #made = new Map<number, fc.Arbitrary<Json>>();

  constructor(dialect: TestDialect, { here, within }: References) {
    this.#dialect = dialect;
    this.#here = here;
    const same = here.length === within.length && here.every((reference) => within.includes(reference));
    this.#members = same ? this : new Schemas(dialect, { here: within, within });
  }

  /** A schema of which the parts nest at most so deep. */
  schema(depth: number): fc.Arbitrary<Json> {
    let made = this.#made.get(depth);
    if (made === undefined) {
      made = fc.oneof(
        { weight: 1, arbitrary: fc.boolean() as fc.Arbitrary<Json> },
        { weight: 12, arbitrary: this.part(depth) },
      );
      this.#made.set(depth, made);
    }
    return made;
  }

  part(depth: number): fc.Arbitrary<Part> {
    const choices: { weight: number; arbitrary: fc.Arbitrary<Part> }[] = [
      { weight: 2, arbitrary: this.#types() },
      { weight: 2, arbitrary: this.#values() },
      { weight: 2, arbitrary: this.#numbers() },
      { weight: 2, arbitrary: strings() },
    ];
    if (this.#here.length > 0)
      choices.push({ weight: 3, arbitrary: fc.constantFrom(...this.#here).map((reference) => ({ $ref: reference })) });
    if (depth > 0) {
      choices.push({ weight: 5, arbitrary: this.#objects(depth - 1) });
      choices.push({ weight: 4, arbitrary: this.#arrays(depth - 1) });
      choices.push({ weight: 4, arbitrary: this.#logic(depth - 1) });
      if (this.#dialect === "draft-2020-12") choices.push({ weight: 3, arbitrary: this.#closed(depth - 1) });
    }
    const one = fc.oneof(...choices);
    const two = fc.tuple(one, one).map(([first, second]): Part => ({ ...first, ...second }));
    return fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: two });
  }

  get #isOpenapi(): boolean {
    return this.#dialect === "openapi-3.0";
  }

  #types(): fc.Arbitrary<Part> {
    const names = ["boolean", "integer", "number", "string", "array", "object", ...(this.#isOpenapi ? [] : ["null"])];
    const one = fc.constantFrom(...names).map((type): Part => ({ type }));
    if (this.#isOpenapi)
      return fc.tuple(one, maybe(fc.boolean(), 1)).map(([part, nullable]) => compact({ ...part, nullable }));
    const several = fc.subarray(names, { minLength: 1, maxLength: 3 }).map((type): Part => ({ type }));
    return fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: several });
  }

  #values(): fc.Arbitrary<Part> {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<Json>(null, true, false, ...NUMBERS, ...TEXTS.slice(0, 8)) },
      { weight: 1, arbitrary: fc.constantFrom<Json>([], ["a"], [1, 2], {}, { a: 1 }, { a: "b", b: [] }) },
    );
    const listed = fc
      .uniqueArray(value, { minLength: 1, maxLength: 4, selector: (member) => JSON.stringify(member) })
      .map((members): Part => ({ enum: members }));
    if (this.#dialect === "draft-04") return listed;
    return fc.oneof(
      listed,
      value.map((constant): Part => ({ const: constant })),
    );
  }

  #numbers(): fc.Arbitrary<Part> {
    const bound = fc.constantFrom(...NUMBERS);
    const strict = this.#dialect === "draft-04" || this.#isOpenapi ? fc.boolean() : bound;
    return record({
      type: maybe(fc.constantFrom("number", "integer"), 2),
      minimum: maybe(bound, 1),
      maximum: maybe(bound, 1),
      exclusiveMinimum: maybe<Json>(strict, 0.3),
      exclusiveMaximum: maybe<Json>(strict, 0.3),
      multipleOf: maybe(fc.constantFrom(...STEPS), 0.5),
    }).map((part) => withBoundBesideFlag(part));
  }

  #arrays(depth: number): fc.Arbitrary<Part> {
    const member = this.#members.schema(depth);
    const list = fc.array(member, { minLength: 1, maxLength: 2 });
    const latest = this.#dialect === "draft-2020-12";
    const count = fc.integer({ min: 0, max: 3 });
    const has = this.#dialect !== "draft-04";
    return record({
      type: maybe(fc.constant("array"), 3),
      ...(latest
        ? {
            prefixItems: maybe(list, 0.4),
            items: maybe(member, 1),
            minContains: maybe(count, 0.3),
            maxContains: maybe(count, 0.3),
            unevaluatedItems: maybe(member, 0.1),
          }
        : { items: maybe<Json>(fc.oneof({ weight: 3, arbitrary: member }, { weight: 1, arbitrary: list }), 1) }),
      ...(!latest && { additionalItems: maybe(member, 0.4) }),
      ...(has && { contains: maybe(member, 0.4) }),
      minItems: maybe(count, 0.5),
      maxItems: maybe(count, 0.5),
      uniqueItems: maybe(fc.boolean(), 0.5),
    });
  }

  #objects(depth: number): fc.Arbitrary<Part> {
    const member = this.#members.schema(depth);
    const latest = this.#dialect === "draft-2020-12";
    const names = fc.subarray([...NAMES], { maxLength: 3 });
    const count = fc.integer({ min: 0, max: 3 });
    const key = fc.constantFrom(...NAMES);
    const depending = <T extends Json>(value: fc.Arbitrary<T>) => fc.dictionary(key, value, { minKeys: 1, maxKeys: 1 });
    const here = this.schema(depth);
    return record({
      type: maybe(fc.constant("object"), 3),
      properties: maybe(fc.dictionary(key, member, { minKeys: 1, maxKeys: 3 }), 4),
      required: maybe(names, 1),
      additionalProperties: maybe(member, 0.6),
      patternProperties: maybe(fc.dictionary(fc.constantFrom(...PATTERNS), member, { minKeys: 1, maxKeys: 2 }), 0.4),
      ...(this.#dialect !== "draft-04" && { propertyNames: maybe(fc.oneof(strings(), member), 0.2) }),
      minProperties: maybe(count, 0.3),
      maxProperties: maybe(count, 0.3),
      ...(latest
        ? {
            dependentRequired: maybe(depending(names), 0.2),
            dependentSchemas: maybe(depending(here), 0.2),
            unevaluatedProperties: maybe(member, 0.1),
          }
        : { dependencies: maybe(depending(fc.oneof<fc.Arbitrary<Json>[]>(names, here)), 0.2) }),
    });
  }

  /** Members left over by parts that may or may not hold. */
  #closed(depth: number): fc.Arbitrary<Part> {
    const member = fc.oneof(fc.constant<Json>(false), this.#members.schema(depth));
    const rest = fc.oneof(
      fc
        .tuple(this.#objects(depth), member)
        .map(([part, unevaluatedProperties]) => ({ ...part, unevaluatedProperties })),
      fc.tuple(this.#arrays(depth), member).map(([part, unevaluatedItems]) => ({ ...part, unevaluatedItems })),
    );
    const members = fc.oneof(this.#objects(depth), this.#arrays(depth));
    const alternatives = fc
      .tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), fc.array(members, { minLength: 1, maxLength: 3 }))
      .map(([keyword, parts]): Part => ({ [keyword]: parts }));
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
    const conditional = record({ if: members, then: maybe(members, 2), else: maybe(members, 2) });
    const joined = fc.oneof(alternatives, conditional, this.#logic(depth));
    return fc.tuple(rest, joined).map(([part, other]): Part => ({ ...part, ...other }));
  }

  #logic(depth: number): fc.Arbitrary<Part> {
    const here = this.schema(depth);
    const list = fc.array(here, { minLength: 1, maxLength: 3 });
    const joined = fc
      .tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), list)
      .map(([keyword, parts]): Part => ({ [keyword]: parts }));
    const orNull = this.#isOpenapi
      ? fc.tuple(joined, maybe(fc.boolean(), 0.5)).map(([part, nullable]) => compact({ ...part, nullable }))
      : joined;
    const negated = here.map((part): Part => ({ not: part }));
    const choices = [
      { weight: 6, arbitrary: orNull },
      { weight: 1, arbitrary: negated },
    ];
    if (this.#dialect !== "draft-04") {
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      const conditional = record({ if: here, then: maybe(here, 2), else: maybe(here, 2) });
      choices.push({ weight: 1, arbitrary: conditional });
    }
    return fc.oneof(...choices);
  }
}

function strings(): fc.Arbitrary<Part> {
  const length = fc.integer({ min: 0, max: 3 });
  return record({
    type: maybe(fc.constant("string"), 3),
    minLength: maybe(length, 1),
    maxLength: maybe(length, 1),
    pattern: maybe(fc.constantFrom(...PATTERNS), 1),
  });
}

/** Draft 04 demands the bound beside its flag. */
function withBoundBesideFlag(part: Part): Part {
  const bounds: Record<string, Json> = { ...part };
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const)
    if (typeof bounds[flag] === "boolean") bounds[bound] ??= 1;
  return bounds;
}

/** Present `weight` times as often as absent. */
function maybe<T extends Json>(arbitrary: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 10, arbitrary: fc.constant(undefined) },
    { weight: Math.round(weight * 10), arbitrary: arbitrary },
  );
}

function record(keywords: Record<string, fc.Arbitrary<Json | undefined>>): fc.Arbitrary<Part> {
  return fc.record(keywords).map(compact);
}

function compact(part: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as JsonObject;
}
