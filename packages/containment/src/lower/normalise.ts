import { isNumber } from "../exact.ts";
import { canonicalText, type Json } from "../json.ts";
import { withinLimits } from "../types/number.ts";
import { withinStringLimits } from "../types/string.ts";
import { ANYTHING, type Clause, type Keywords, type LoweringContext, Place } from "./keywords.ts";
import type { Reader } from "./reader.ts";
import { ALL_TYPES, BOOLEAN, NULL, typeOf } from "./types.ts";

/**
 * `nullable` adds null to the types. OpenAPI 3.0.3 says so only beside `type`; beside `allOf`, `anyOf` or `oneOf`
 * it is read as authors mean it: null, or what the rest says. COMPATIBILITY.md names this reading.
 */
export function spreadNullable(read: Reader, raw: Record<string, unknown>, keywords: Keywords): Keywords {
  const keyword = read.context.traits.nullable;
  if (keyword === undefined || !read.flag(keyword)) return keywords;
  if (keywords.all.length === 0 && keywords.clauses.length === 0) {
    return keywords.types === ALL_TYPES ? keywords : { ...keywords, types: keywords.types | NULL };
  }
  const { [keyword]: _, ...rest } = raw;
  const parts = [read.context.child("", { enum: [null] }), read.context.child("", rest)];
  return {
    ...ANYTHING,
    clauses: [{ kind: "anyOf", parts }],
    readOnly: keywords.readOnly,
    writeOnly: keywords.writeOnly,
  };
}

/**
 * Gives finite sets one form: `const`, `enum` and alternatives of them become one list of values, without those
 * that the other keywords beside it refuse; null and the booleans become types.
 */
export function foldValues(keywords: Keywords, context: LoweringContext): Keywords {
  let values = keywords.values;
  const clauses: Clause[] = [];
  for (const clause of keywords.clauses) {
    const listed = clause.kind === "anyOf" || clause.kind === "oneOf" ? listedBy(clause, context) : undefined;
    if (listed === undefined) clauses.push(clause);
    else values = values === undefined ? listed : common(values, listed);
  }
  if (values === undefined) return keywords;
  const { number, string } = keywords;
  const accepted = distinct(values).filter(
    (value) =>
      (typeOf(value) & keywords.types) !== 0 &&
      (number === undefined || !isNumber(value) || withinLimits(value, number)) &&
      (string === undefined || typeof value !== "string" || withinStringLimits(value, string)),
  );
  const types = accepted.reduce<number>((set, value) => set | typeOf(value), 0);
  const folded = { ...keywords, types, clauses, values: accepted, number: undefined, string: undefined };
  return wholeTypes(accepted, types) ? { ...folded, values: undefined } : folded;
}

/** The values that a clause allows, where each of its parts lists values and nothing else. */
function listedBy(
  clause: Extract<Clause, { kind: "anyOf" | "oneOf" }>,
  context: LoweringContext,
): readonly Json[] | undefined {
  const lists: (readonly Json[])[] = [];
  for (const part of clause.parts) {
    // What a text stands for is listed as values; they are put into texts when all of the schema is.
    const place = part.mode === "wire" ? new Place(part.document, part.parent, part.suffix, part.value) : part;
    const list = pureValues(context.keywordsOf(place));
    if (list === undefined) return undefined;
    lists.push(list);
  }
  const all = lists.flat();
  if (clause.kind === "anyOf") return distinct(all);
  const counts = new Map<string, number>();
  for (const value of all) counts.set(canonicalText(value), (counts.get(canonicalText(value)) ?? 0) + 1);
  return all.filter((value) => counts.get(canonicalText(value)) === 1);
}

function pureValues(keywords: Keywords): readonly Json[] | undefined {
  if (keywords.all.length > 0 || keywords.clauses.length > 0 || keywords.opaque || keywords.array || keywords.object)
    return undefined;
  if (keywords.values !== undefined) return keywords.values;
  if (keywords.types === NULL) return [null];
  return keywords.types === BOOLEAN ? [false, true] : undefined;
}

function distinct(values: readonly Json[]): Json[] {
  return [...new Map(values.map((value) => [canonicalText(value), value])).values()];
}

function common(a: readonly Json[], b: readonly Json[]): Json[] {
  const texts = new Set(b.map(canonicalText));
  return a.filter((value) => texts.has(canonicalText(value)));
}

/** Whether the values are all there are of their types: null, and both booleans. */
function wholeTypes(values: readonly Json[], types: number): boolean {
  const count = (types & NULL ? 1 : 0) + (types & BOOLEAN ? 2 : 0);
  return (types & ~(NULL | BOOLEAN)) === 0 && values.length === count;
}
