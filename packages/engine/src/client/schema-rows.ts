import type { ArrayRow, ClauseRow, NumberRow, ObjectRow, SchemaIndex, SchemaRow, StringRow } from "@concordat/client";
import {
  type Keywords,
  type Library,
  type Located,
  nearestDouble,
  type Place,
  type SchemaProblem,
  Space,
  typeOf,
  unicodeSource,
  type View,
  Views,
  withDoubles,
} from "@concordat/containment/internal";

type Limits = NonNullable<Keywords["number"]>;
type StringLimits = NonNullable<Keywords["string"]>;
type ArrayLimits = NonNullable<Keywords["array"]>;
type ObjectLimits = NonNullable<Keywords["object"]>;
type Clause = Keywords["clauses"][number];

const [NUMBER, STRING, ARRAY, OBJECT] = [0, "", [], {}].map(typeOf) as [number, number, number, number];
/** Types of a value of which nothing is said. */
const ALL_TYPES = typeOf(null) | typeOf(true) | NUMBER | STRING | ARRAY | OBJECT;
/** Is found in no text: what a pattern that is no expression means. */
const FOUND_NOWHERE = "(?!)";

/**
 * Lowered schemas as rows of a validator table, each once: the form in which the exchange judge reads them, so that whoever judges by
 * the rows gives the same answers.
 */
export class SchemaRows {
  readonly #space: Space;
  readonly #views: { readonly request: Views; readonly response: Views };
  readonly #rows: SchemaRow[] = [{}];
  readonly #indexes = new Map<number, SchemaIndex>();
  /** Places that have an index, and no row yet. */
  readonly #open: { readonly place: Place; readonly index: SchemaIndex }[] = [];

  constructor(library: Library) {
    this.#space = new Space(library);
    const views = (direction: "request" | "response") =>
      new Views(this.#space, { extras: "declared", direction, unknownProperties: "refuse" });
    this.#views = { request: views("request"), response: views("response") };
  }

  /** The index of a schema, by which its values are judged in a form; every value fits where there is none. */
  index(schema: Located | undefined, form: Place["mode"]): SchemaIndex {
    return schema === undefined ? 0 : this.#indexOf(this.#space.place(schema, form));
  }

  /** Whether a schema lets texts through. */
  takesText(schema: Located): boolean {
    return (this.#views.request.of([this.#space.place(schema, "wire")]).types & STRING) !== 0;
  }

  /** All rows that were asked for, and those that they lead to. */
  rows(): readonly SchemaRow[] {
    for (let next = this.#open.shift(); next !== undefined; next = this.#open.shift())
      this.#rows[next.index] = this.#row(next.place);
    return this.#rows;
  }

  /** What is wrong with the schemas that were looked into so far. */
  get problems(): readonly SchemaProblem[] {
    return this.#space.problems;
  }

  #indexOf(place: Place): SchemaIndex {
    const id = this.#views.request.id(place);
    let index = this.#indexes.get(id);
    if (index === undefined) {
      index = isAnything(this.#views.request.of([place])) ? 0 : this.#rows.push({}) - 1;
      this.#indexes.set(id, index);
      if (index > 0) this.#open.push({ place, index });
    }
    return index;
  }

  #row(place: Place): SchemaRow {
    const view = this.#views.request.of([place]);
    const { types, values, arrays, objects, clauses, opaque } = view;
    const [readOnly, writeOnly] = [view.unsent, this.#views.response.of([place]).unsent];
    // Limits of a type that the value cannot have say nothing.
    const number = types & NUMBER ? numberRow(view.number) : {};
    const string = types & STRING ? stringRow(view.string) : {};
    return {
      ...(types !== ALL_TYPES && { types }),
      ...(values && { values: values.map((value) => withDoubles(value)) }),
      ...(Object.keys(number).length > 0 && { number }),
      ...(Object.keys(string).length > 0 && { string }),
      ...((types & ARRAY) !== 0 && arrays.length > 0 && { arrays: arrays.map((limits) => this.#array(limits)) }),
      ...((types & OBJECT) !== 0 && objects.length > 0 && { objects: objects.map((limits) => this.#object(limits)) }),
      ...(clauses.length > 0 && { clauses: clauses.map((clause) => this.#clause(clause)) }),
      ...(readOnly.size > 0 && { readOnly: [...readOnly] }),
      ...(writeOnly.size > 0 && { writeOnly: [...writeOnly] }),
      ...(opaque !== undefined && { unread: true }),
    };
  }

  #array({ prefix, rest, contains, minItems, maxItems, unique }: ArrayLimits): ArrayRow {
    return {
      ...(prefix.length > 0 && { prefix: prefix.map((place) => this.#indexOf(place)) }),
      ...(rest && { rest: this.#indexOf(rest) }),
      ...(contains && {
        contains: {
          schema: this.#indexOf(contains.place),
          min: contains.min,
          ...(Number.isFinite(contains.max) && { max: contains.max }),
        },
      }),
      ...(minItems > 0 && { minItems }),
      ...(Number.isFinite(maxItems) && { maxItems }),
      ...(unique && { unique }),
    };
  }

  #object(limits: ObjectLimits): ObjectRow {
    const { properties, patterns, additional, names, required, minProperties, maxProperties } = limits;
    return {
      ...(properties.size > 0 && {
        properties: Object.fromEntries([...properties].map(([name, place]) => [name, this.#indexOf(place)])),
      }),
      ...(patterns.length > 0 && {
        patterns: patterns.map(({ source, place }) => [expressionOf(source), this.#indexOf(place)] as const),
      }),
      ...(additional && { additional: this.#indexOf(additional) }),
      ...(names && { names: this.#indexOf(names) }),
      ...(required.length > 0 && { required }),
      ...(minProperties > 0 && { minProperties }),
      ...(Number.isFinite(maxProperties) && { maxProperties }),
    };
  }

  #clause(clause: Clause): ClauseRow {
    const { kind } = clause;
    switch (kind) {
      case "anyOf":
      case "oneOf":
        return { kind, parts: clause.parts.map((part) => this.#indexOf(part)) };
      case "not":
        return { kind, part: this.#indexOf(clause.part) };
      case "if": {
        const [yes, no] = [clause.yes, clause.no].map((part) => part && this.#indexOf(part));
        return {
          kind,
          test: this.#indexOf(clause.test),
          ...(yes !== undefined && { yes }),
          ...(no !== undefined && { no }),
        };
      }
      case "dependent": {
        const { key, part } = clause;
        return { kind, key, part: Array.isArray(part) ? (part as readonly string[]) : this.#indexOf(part as Place) };
      }
    }
  }
}

function isAnything({ types, values, number, string, arrays, objects, clauses, opaque }: View): boolean {
  const isOpen = types === ALL_TYPES && values === undefined && opaque === undefined;
  const members = arrays.length + objects.length + clauses.length;
  return isOpen && members === 0 && Object.keys({ ...numberRow(number), ...stringRow(string) }).length === 0;
}

/** Limits with their numbers as JavaScript has them, the nearest doubles; beyond all doubles nothing is limited. */
function numberRow({ integer, steps, lower, upper }: Limits): NumberRow {
  const [least, most] = [nearestDouble(lower.at), nearestDouble(upper.at)];
  const multipleOf = steps.map(nearestDouble).filter((step) => step > 0);
  return {
    ...(integer && { integer }),
    ...(multipleOf.length > 0 && { multipleOf }),
    ...(Number.isFinite(least) && { [lower.exclusive ? "exclusiveMinimum" : "minimum"]: least }),
    ...(Number.isFinite(most) && { [upper.exclusive ? "exclusiveMaximum" : "maximum"]: most }),
  };
}

function stringRow({ minLength, maxLength, patterns, numeral }: StringLimits): StringRow {
  return {
    ...(minLength > 0 && { minLength }),
    ...(Number.isFinite(maxLength) && { maxLength }),
    ...(patterns.length > 0 && { patterns: patterns.map(expressionOf) }),
    ...(numeral && { numeral: numberRow(numeral) }),
  };
}

function expressionOf(pattern: string): string {
  return unicodeSource(pattern) ?? FOUND_NOWHERE;
}
