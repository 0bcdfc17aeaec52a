import { isObject, type Json, type JsonObject } from "../json.ts";
import { NAMES, NUMBERS, TEXTS, UNIVERSE } from "./pools.ts";

/*
 * Values that a schema is likely to accept: a walk over its text that follows references, takes one alternative of each,
 * and keeps what it reads most of the time. Nothing here decides anything; judges do.
 */

/** Numbers from 0 up to 1, the same for one seed. */
export type Random = () => number;

/** The generator known as mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A value near a schema. */
export function sampleNear(schema: Json, random: Random): Json {
  return new Sampler(schema, random).value([schema], 4);
}

class Sampler {
  readonly #root: Json;
  readonly #random: Random;

  constructor(root: Json, random: Random) {
    this.#root = root;
    this.#random = random;
  }

  value(schemas: readonly Json[], depth: number): Json {
    const parts = schemas.flatMap((schema) => this.#gathered(schema, 6));
    if (depth === 0 || this.#chance(0.05)) return this.#pick(UNIVERSE);
    const listed = parts.flatMap((part) => [part["enum"], part["const"] !== undefined ? [part["const"]] : undefined]);
    const values = listed.find((list) => Array.isArray(list)) as readonly Json[] | undefined;
    if (values && values.length > 0 && this.#chance(0.9)) return this.#pick(values);
    switch (this.#type(parts)) {
      case "string":
        return this.#pick(TEXTS);
      case "number":
      case "integer":
        return this.#number(parts);
      case "array":
        return this.#array(parts, depth);
      case "object":
        return this.#object(parts, depth);
      case "boolean":
        return this.#chance(0.5);
      default:
        return null;
    }
  }

  /** The schemas that must hold with one: references and `allOf` followed, one alternative taken. */
  #gathered(schema: Json, steps: number): JsonObject[] {
    if (!isObject(schema) || steps === 0) return [];
    const part = schema as JsonObject;
    const more: Json[] = [];
    if (typeof part["$ref"] === "string") more.push(this.#resolve(part["$ref"]));
    if (Array.isArray(part["allOf"])) more.push(...part["allOf"]);
    for (const keyword of ["anyOf", "oneOf"]) {
      const list = part[keyword];
      if (Array.isArray(list)) more.push(this.#pick(list));
    }
    if (part["if"] !== undefined) {
      const yes = this.#chance(0.5);
      more.push(...(yes ? [part["if"], part["then"] ?? true] : [part["else"] ?? true]));
    }
    return [part, ...more.flatMap((other) => this.#gathered(other, steps - 1))];
  }

  #resolve(reference: string): Json {
    return reference
      .slice(1)
      .split("/")
      .slice(1)
      .reduce<Json>((value, token) => (value as JsonObject)[token] as Json, this.#root);
  }

  #type(parts: readonly JsonObject[]): string {
    const stated = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat() as string[]]));
    const common = (stated[0] ?? []).filter((name) => stated.every((names) => names.includes(name)));
    if (common.length > 0 && this.#chance(0.95)) return this.#pick(common);
    const hinted = Object.entries(HINTS).flatMap(([type, keywords]) =>
      parts.some((part) => keywords.some((keyword) => part[keyword] !== undefined)) ? [type] : [],
    );
    return this.#pick(hinted.length > 0 && this.#chance(0.8) ? hinted : [...Object.keys(HINTS), "boolean", "null"]);
  }

  #number(parts: readonly JsonObject[]): number {
    const near = parts.flatMap((part) =>
      ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"].flatMap((keyword) => {
        const bound = part[keyword];
        return typeof bound === "number" ? [bound, bound + 1, bound - 1, bound + 0.1, bound * 2] : [];
      }),
    );
    return this.#pick(near.length > 0 && this.#chance(0.7) ? near : NUMBERS);
  }

  #array(parts: readonly JsonObject[], depth: number): Json {
    const [least, most] = counts(parts, "minItems", "maxItems");
    const length = Math.min(most, least + Math.floor(this.#random() * 4));
    const items: Json[] = [];
    for (let index = 0; index < length; index++) {
      const limits = parts.flatMap((part) => itemSchemasOf(part, index));
      const wanted = parts.flatMap(({ contains }) => (contains !== undefined && this.#chance(0.5) ? [contains] : []));
      items.push(this.value([...limits, ...wanted], depth - 1));
    }
    return this.#chance(0.2) && items.length > 1 ? [...items.slice(1), items[1] as Json] : items;
  }

  #object(parts: readonly JsonObject[], depth: number): Json {
    const required = parts.flatMap((part) => (part["required"] as readonly string[] | undefined) ?? []);
    const declared = parts.flatMap((part) => Object.keys((part["properties"] as JsonObject | undefined) ?? {}));
    const [, most] = counts(parts, "minProperties", "maxProperties");
    const names = new Set(required.filter(() => this.#chance(0.95)));
    for (const name of [...declared, ...NAMES, "zz", "1"])
      if (names.size < most && this.#chance(declared.includes(name) ? 0.6 : 0.15)) names.add(name);
    return Object.fromEntries(
      [...names].map((name) => [
        name,
        this.value(
          parts.flatMap((part) => memberSchemasOf(part, name)),
          depth - 1,
        ),
      ]),
    );
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}

const HINTS: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern"],
  number: ["minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum"],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"],
  object: ["properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties"],
};

function counts(parts: readonly JsonObject[], least: string, most: string): [number, number] {
  const all = (keyword: string) =>
    parts.flatMap((part) => (typeof part[keyword] === "number" ? [part[keyword] as number] : []));
  return [Math.min(6, Math.max(0, ...all(least))), Math.min(6, ...all(most))];
}

function itemSchemasOf(part: JsonObject, index: number): Json[] {
  const listed = part["prefixItems"] ?? (Array.isArray(part["items"]) ? part["items"] : []);
  const prefix = listed as readonly Json[];
  const rest = Array.isArray(part["items"]) ? part["additionalItems"] : part["items"];
  const found = prefix[index] ?? rest;
  return found === undefined ? [] : [found];
}

function memberSchemasOf(part: JsonObject, name: string): Json[] {
  const own = (part["properties"] as JsonObject | undefined)?.[name];
  const matching = Object.entries((part["patternProperties"] as JsonObject | undefined) ?? {}).flatMap(
    ([source, schema]) => (new RegExp(source, "u").test(name) ? [schema] : []),
  );
  const found = own === undefined ? matching : [own, ...matching];
  const rest = part["additionalProperties"];
  return found.length === 0 && rest !== undefined ? [rest] : found;
}
