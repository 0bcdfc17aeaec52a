import { isObject, type Json, type JsonObject, jsonEqual, own } from "../json.ts";
import type { DialectTraits } from "../lower/dialect.ts";
import type { Located } from "../lower/document.ts";
import { typeBit, typeOf } from "../lower/types.ts";
import { escapeToken } from "../pointer.ts";
import { isListed } from "../types/listed.ts";
import { hidden, listedValues, typeKeyword } from "./keywords.ts";

/** Finds schemas that plainly refuse the values at hand, and writes them short. */
export class Refusals {
  readonly #known = new WeakSet<object>();
  readonly #sameValue: (located: Located, traits: DialectTraits) => readonly Located[];

  /** @param sameValue the schemas that a schema refers to for the same value */
  constructor(sameValue: (located: Located, traits: DialectTraits) => readonly Located[]) {
    this.#sameValue = sameValue;
  }

  /**
   * A schema that names types, lists its values, or lists those of a property, and has none that is at hand, refuses the
   * values by that alone; the rest of it is left out. Of many alternatives most are such, and would be large.
   *
   * @param isSent whether the direction sends a property; one that it does not send refuses nothing
   */
  find(
    raw: Record<string, unknown>,
    at: (suffix: string, value: unknown) => Located,
    values: readonly Json[],
    traits: DialectTraits,
    isSent: (name: string) => boolean,
  ): Record<string, Json> | undefined {
    if (hidden(raw, traits) || (traits.nullable !== undefined && own(raw, traits.nullable) === true)) return undefined;
    const { type } = typeKeyword(own(raw, "type"), false);
    const types = ((type ?? []) as readonly string[]).reduce((set, name) => set | (typeBit(name) ?? 0), 0);
    const listed = listedValues(raw);
    let refusal: Record<string, Json> | undefined;
    if (type !== undefined && values.every((value) => (typeOf(value) & types) === 0)) refusal = { type };
    else if (listed && isDisjoint(listed, values)) refusal = { enum: listed as readonly Json[] };
    else refusal = this.#refusingTag(raw, at, values, traits, isSent);
    if (refusal) this.#known.add(refusal);
    return refusal;
  }

  #refusingTag(
    raw: Record<string, unknown>,
    at: (suffix: string, value: unknown) => Located,
    values: readonly Json[],
    traits: DialectTraits,
    isSent: (name: string) => boolean,
  ): Record<string, Json> | undefined {
    const properties = own(raw, "properties");
    if (!isObject(properties) || !values.every(isObject)) return undefined;
    // Only what each value has can refuse them all.
    for (const name of Object.keys(values[0] ?? {})) {
      const value = own(properties, name);
      const members = (values as readonly JsonObject[]).map((object) => own(object, name) as Json | undefined);
      if (value === undefined || members.includes(undefined)) continue;
      const located = at(`/properties/${escapeToken(name)}`, value);
      const listed = [located, ...this.#sameValue(located, traits)]
        .map((place) => listedValues(place.value))
        .find(Boolean);
      if (listed === undefined) continue;
      if (isDisjoint(listed, members as readonly Json[]) && isSent(name))
        return { properties: { [name]: { enum: listed as readonly Json[] } } };
    }
    return undefined;
  }

  /** Alternatives that all refuse the values are one that does, where they name the same kind of thing. */
  merge(parts: readonly Json[]): readonly Json[] {
    const merged: Json[] = [];
    const lists = new Map<string, Json[]>();
    for (const part of parts) {
      if (!isObject(part) || !this.#known.has(part)) {
        merged.push(part);
        continue;
      }
      const [[keyword, said]] = Object.entries(part) as [[string, Json]];
      const [property] = keyword === "properties" ? Object.entries(said as Record<string, JsonObject>) : [];
      const listed = (property ? property[1]["enum"] : said) as readonly Json[];
      const key = property ? `.${property[0]}` : keyword;
      const known = lists.get(key);
      if (known) known.push(...listed.filter((value) => !known.some((other) => jsonEqual(other, value))));
      else {
        const list = [...listed];
        lists.set(key, list);
        merged.push(property ? { properties: { [property[0]]: { enum: list } } } : { [keyword]: list });
      }
    }
    return merged;
  }
}

function isDisjoint(listed: readonly unknown[], values: readonly Json[]): boolean {
  return !values.some((value) => isListed(listed as readonly Json[], value));
}
