import { compareNumbers, isFiniteNumber, type JsonNumber, nearestDouble } from "../exact.ts";
import { isObject, own } from "../json.ts";
import { escapeToken } from "../pointer.ts";
import { isCalculable } from "../types/decimal.ts";
import { compilePattern } from "../types/pattern.ts";
import type { ReferenceKeyword } from "./document.ts";
import type { LoweringContext, Place } from "./keywords.ts";

/** Typed access to the keywords of a raw schema; what has the wrong form is reported and left out. */
export class Reader {
  readonly #raw: Record<string, unknown>;
  readonly context: LoweringContext;

  constructor(raw: Record<string, unknown>, context: LoweringContext) {
    this.#raw = raw;
    this.context = context;
  }

  get(keyword: string): unknown {
    return this.context.traits.without.has(keyword) ? undefined : own(this.#raw, keyword);
  }

  has(keyword: string): boolean {
    return this.get(keyword) !== undefined;
  }

  #typed<T>(keyword: string, what: string, accept: (value: unknown) => value is T): T | undefined {
    const value = this.get(keyword);
    if (value === undefined) return undefined;
    if (accept(value)) return value;
    this.context.report(keyword, `\`${keyword}\` must be ${what}, not ${showValue(value)}.`);
    return undefined;
  }

  flag(keyword: string): boolean {
    return this.#typed(keyword, "true or false", (value) => typeof value === "boolean") ?? false;
  }

  /** A least count; a fraction asks for the next whole number, as validators compare. */
  least(keyword: string): number {
    return Math.ceil(this.#count(keyword) ?? 0);
  }

  /** A greatest count. */
  most(keyword: string): number {
    return Math.floor(this.#count(keyword) ?? Number.POSITIVE_INFINITY);
  }

  #count(keyword: string): number | undefined {
    const count = this.#typed(
      keyword,
      "a number of at least 0",
      (value): value is JsonNumber => isFiniteNumber(value) && compareNumbers(value, 0) >= 0,
    );
    // Nothing is so long that digits beyond those of a double would count.
    return count === undefined ? undefined : nearestDouble(count);
  }

  /** A number that can be calculated with. */
  number(keyword: string): JsonNumber | undefined {
    const value = this.#typed(keyword, "a number", isFiniteNumber);
    return value !== undefined && isCalculable(value) ? value : undefined;
  }

  list(keyword: string): readonly unknown[] | undefined {
    return this.#typed(keyword, "a list", Array.isArray);
  }

  object(keyword: string): Record<string, unknown> | undefined {
    return this.#typed(keyword, "an object", isObject);
  }

  pattern(keyword: string): string | undefined {
    const source = this.#typed(keyword, "a regular expression", (value) => typeof value === "string");
    if (source === undefined || compilePattern(source) !== undefined) return source;
    this.context.report(keyword, `\`${source}\` is not a regular expression.`);
    return undefined;
  }

  schema(keyword: string): Place | undefined {
    const value = this.get(keyword);
    return value === undefined ? undefined : this.context.child(`/${keyword}`, value);
  }

  /** A schema that says something: `true` and an absent keyword do not. */
  constraint(keyword: string): Place | undefined {
    return this.get(keyword) === true ? undefined : this.schema(keyword);
  }

  schemas(keyword: string): readonly Place[] {
    return (this.list(keyword) ?? []).map((value, index) => this.context.child(`/${keyword}/${index}`, value));
  }

  named(keyword: string): Map<string, Place> {
    const places = new Map<string, Place>();
    for (const [name, value] of Object.entries(this.object(keyword) ?? {})) {
      places.set(name, this.context.child(`/${keyword}/${escapeToken(name)}`, value));
    }
    return places;
  }

  names(keyword: string): readonly string[] {
    // `required: true` beside a property is draft 03; it is reported, as any other form would be.
    return this.namesIn(keyword, this.list(keyword) ?? []);
  }

  /** The names in a list, each once; anything else in it is reported. */
  namesIn(keyword: string, list: readonly unknown[]): readonly string[] {
    const other = list.find((name) => typeof name !== "string");
    if (other !== undefined)
      this.context.report(keyword, `\`${keyword}\` must be a list of names; ${showValue(other)} is none.`);
    return [...new Set(list.filter((name) => typeof name === "string"))].sort();
  }

  /** Reference keywords with what they name; one that names nothing is reported, and `undefined` stands for it. */
  references(): (readonly [ReferenceKeyword, string | undefined])[] {
    return REFERENCES.flatMap((keyword) =>
      this.has(keyword)
        ? [[keyword, this.#typed(keyword, "a text", (value) => typeof value === "string")] as const]
        : [],
    );
  }
}

const REFERENCES = ["$ref", "$dynamicRef", "$recursiveRef"] as const;

/** The most that a message shows of a value. */
const LONGEST = 40;

/** A value as a message shows it: as JSON writes it, and not all of it where it is long. */
export function showValue(value: unknown): string {
  // YAML has numbers that JSON has not.
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
