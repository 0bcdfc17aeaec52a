import { isObject, own } from "../json.ts";
import type { DialectTraits } from "../lower/dialect.ts";
import { type Library, type Located, resolveReference } from "../lower/document.ts";
import type { Mode } from "../mode.ts";
import { escapeToken } from "../pointer.ts";
import { hidden } from "./keywords.ts";

/** By library, for each way to read a schema: many values are judged by one schema. */
const known = new WeakMap<Library, Map<string, WeakMap<object, ReadonlySet<string>>>>();

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
    if (this.#direction === "none" || !traits.directional || !isObject(from.value)) return new Set();
    const read = this.#knownFor(traits);
    let names = read.get(from.value);
    if (names === undefined) read.set(from.value, (names = this.#read(from, traits)));
    return names;
  }

  #knownFor({ refHidesSiblings }: DialectTraits): WeakMap<object, ReadonlySet<string>> {
    const ofLibrary = known.get(this.#library) ?? new Map<string, WeakMap<object, ReadonlySet<string>>>();
    known.set(this.#library, ofLibrary);
    const key = `${this.#direction} ${refHidesSiblings}`;
    const read = ofLibrary.get(key) ?? new WeakMap<object, ReadonlySet<string>>();
    ofLibrary.set(key, read);
    return read;
  }

  #read(from: Located, traits: DialectTraits): ReadonlySet<string> {
    const names = new Set<string>();
    const flag = this.#direction === "request" ? "readOnly" : "writeOnly";
    for (const located of this.#allPartsOf(from, traits)) {
      const properties = hidden(located.value, traits) ? undefined : own(located.value, "properties");
      for (const [name, value] of isObject(properties) ? Object.entries(properties) : []) {
        const property = { ...located, pointer: `${located.pointer}/properties/${escapeToken(name)}`, value };
        for (const { value: said } of this.#allPartsOf(property, traits))
          if (!hidden(said, traits) && own(said, flag) === true) names.add(name);
      }
    }
    return names;
  }

  /** A schema and all that it takes in by references and `allOf`, each once. */
  *#allPartsOf(from: Located, traits: DialectTraits): Generator<Located & { readonly value: Record<string, unknown> }> {
    const seen = new Set<unknown>();
    const open = [from];
    for (let at = open.pop(); at; at = open.pop()) {
      const { value } = at;
      if (!isObject(value) || seen.has(value)) continue;
      seen.add(value);
      yield { ...at, value };
      open.push(...partsOfValue(at, traits, this.#library).reverse());
    }
  }
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
