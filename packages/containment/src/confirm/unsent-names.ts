import { circles } from "../circles.ts";
import { isObject, own } from "../json.ts";
import type { DialectTraits } from "../lower/dialect.ts";
import { type Library, type Located, resolveReference } from "../lower/document.ts";
import type { Mode } from "../mode.ts";
import { escapeToken } from "../pointer.ts";
import { hidden } from "./keywords.ts";

/** What is known of the schemas of a library in one way to read them. */
interface Reading {
  /** The names that schemas do not send. */
  readonly names: WeakMap<object, ReadonlySet<string>>;
  /** Whether schemas say that they are not sent. */
  readonly unsent: WeakMap<object, boolean>;
}

/** By library, for each way to read a schema: many values are judged by one schema. */
const known = new WeakMap<Library, Map<string, Reading>>();

const NO_NAMES: ReadonlySet<string> = new Set();

/** The names of properties that a direction does not send (`readOnly`, `writeOnly`), as schemas are written. */
export class UnsentNames {
  readonly #library: Library;
  readonly #direction: Mode["direction"];

  constructor(library: Library, direction: Mode["direction"]) {
    this.#library = library;
    this.#direction = direction;
  }

  /** Those of a schema, in whichever part of an `allOf` they are declared. */
  at(from: Located, traits: DialectTraits): ReadonlySet<string> {
    if (this.#direction === "none" || !traits.directional || !isObject(from.value)) return NO_NAMES;
    const reading = this.#readingBy(traits);
    return this.#gather(from, traits, reading.names, (part) => this.#ownNames(part, traits, reading), joined);
  }

  #readingBy({ refHidesSiblings }: DialectTraits): Reading {
    const ofLibrary = known.get(this.#library) ?? new Map<string, Reading>();
    known.set(this.#library, ofLibrary);
    const key = `${this.#direction} ${refHidesSiblings}`;
    const reading = ofLibrary.get(key) ?? { names: new WeakMap(), unsent: new WeakMap() };
    ofLibrary.set(key, reading);
    return reading;
  }

  /** The names that a schema itself declares and does not send. */
  #ownNames(part: LocatedSchema, traits: DialectTraits, { unsent }: Reading): ReadonlySet<string> {
    const flag = this.#direction === "request" ? "readOnly" : "writeOnly";
    const isFlagged = ({ value }: LocatedSchema) => !hidden(value, traits) && own(value, flag) === true;
    const properties = hidden(part.value, traits) ? undefined : own(part.value, "properties");
    const names = Object.entries(isObject(properties) ? properties : {}).flatMap(([name, value]) => {
      if (!isObject(value)) return [];
      const property = { ...part, pointer: `${part.pointer}/properties/${escapeToken(name)}`, value };
      return this.#gather(property, traits, unsent, isFlagged, (all) => all.includes(true)) ? [name] : [];
    });
    return names.length === 0 ? NO_NAMES : new Set(names);
  }

  /**
   * What a schema says together with all that it takes in by references and `allOf`; those that lead back to one another say
   * the same.
   *
   * @param gathered what is known by now, by schema
   */
  #gather<T>(
    from: Located,
    traits: DialectTraits,
    gathered: WeakMap<object, T>,
    says: (part: LocatedSchema) => T,
    join: (all: readonly T[]) => T,
  ): T {
    const partsOf = (part: LocatedSchema) => partsOfValue(part, traits, this.#library).filter(isSchemaObject);
    const isKnown = ({ value }: LocatedSchema) => gathered.has(value);
    for (const circle of circles(from as LocatedSchema, partsOf, isKnown, ({ value }) => value)) {
      // Parts within the circle are not known yet.
      const below = circle.flatMap(partsOf).filter(isKnown);
      const all = join([...circle.map(says), ...below.map(({ value }) => gathered.get(value) as T)]);
      for (const { value } of circle) gathered.set(value, all);
    }
    return gathered.get((from as LocatedSchema).value) as T;
  }
}

/** A schema that is an object, and where it stands. */
type LocatedSchema = Located & { readonly value: Record<string, unknown> };

function isSchemaObject(at: Located): at is LocatedSchema {
  return isObject(at.value);
}

/** All names of some sets: mostly there are none, or they are those of one. */
function joined(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = NO_NAMES, ...others] = [...new Set(sets)].filter(({ size }) => size > 0);
  return others.length === 0 ? first : new Set([first, ...others].flatMap((names) => [...names]));
}

/** What a schema takes in, that judges the same value: what it refers to, and the parts of its `allOf`. */
export function partsOfValue(located: Located, traits: DialectTraits, library: Library): Located[] {
  const raw = located.value as Record<string, unknown>;
  const reference = own(raw, "$ref");
  const targets: Located[] = [];
  if (typeof reference === "string") {
    const target = resolveReference(reference, located, library);
    if (!("problem" in target)) targets.push(target);
  }
  const parts = hidden(raw, traits) ? undefined : own(raw, "allOf");
  for (const [i, value] of Array.isArray(parts) ? parts.entries() : [])
    targets.push({ ...located, pointer: `${located.pointer}/allOf/${i}`, value });
  return targets;
}
