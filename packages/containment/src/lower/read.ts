import { compareNumbers, isNumber, type JsonNumber } from "../exact.ts";
import { canonicalText, isObject, type Json, own } from "../json.ts";
import { append } from "../lists.ts";
import { escapeToken } from "../pointer.ts";
import { isCalculable, shift, toWhole } from "../types/decimal.ts";
import { type Bound, isBound, type Limits } from "../types/number.ts";
import { compilePattern } from "../types/pattern.ts";
import { type Alternatives, isAlone, readAlternatives } from "./alternatives.ts";
import type { ReferenceKeyword } from "./document.ts";
import { formatKeywords } from "./formats.ts";
import {
  ANYTHING,
  type ArrayLimits,
  type Clause,
  type Keywords,
  type LoweringContext,
  NOTHING,
  type ObjectLimits,
  type Place,
  type StringLimits,
  type Taker,
} from "./keywords.ts";
import { foldValues, spreadNullable } from "./normalise.ts";
import { Reader, showValue } from "./reader.ts";
import { ALL_TYPES, ARRAY, NUMBER, OBJECT, STRING, type TypeSet, typeBit } from "./types.ts";

/** Parts of a schema that are read together. */
const [NUMBERS, STRINGS, ARRAYS, OBJECTS, CLAUSES, REFERENCES] = [1, 2, 4, 8, 16, 32] as const;
const [BOUNDED, VALUES, FLAGS, ALTERNATIVES, ALL, FORMAT] = [64, 128, 256, 512, 1024, 2048] as const;

/** The parts that each keyword belongs to. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ...inPart(NUMBERS, ["type"]),
  ...inPart(NUMBERS | BOUNDED, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
  ...inPart(STRINGS, ["minLength", "maxLength", "pattern"]),
  ...inPart(ARRAYS, [
    "items",
    "prefixItems",
    "additionalItems",
    "unevaluatedItems",
    "minItems",
    "maxItems",
    "uniqueItems",
  ]),
  ...inPart(ARRAYS, ["contains", "minContains", "maxContains"]),
  ...inPart(OBJECTS, ["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"]),
  ...inPart(OBJECTS, ["propertyNames", "required", "minProperties", "maxProperties"]),
  ...inPart(CLAUSES, ["not", "if", "then", "else", "dependentSchemas", "dependentRequired", "dependencies"]),
  ...inPart(REFERENCES, ["$ref", "$dynamicRef", "$recursiveRef"]),
  ...inPart(VALUES, ["enum", "const"]),
  ...inPart(FLAGS, ["deprecated", "readOnly", "writeOnly", "nullable", "x-nullable"]),
  ...inPart(ALTERNATIVES, ["anyOf", "oneOf", "discriminator"]),
  ...inPart(ALL, ["allOf"]),
  ...inPart(FORMAT, ["format"]),
]);

function inPart(part: number, keywords: readonly string[]): (readonly [string, number])[] {
  return keywords.map((keyword) => [keyword, part]);
}

/** The parts of which a schema says something: most say little, and what they do not say need not be looked for. */
function partsSaid(raw: Record<string, unknown>): number {
  let parts = 0;
  for (const keyword in raw) parts |= PARTS.get(keyword) ?? 0;
  return parts;
}

/** Lowers the keywords of one raw schema; its subschemas become places, lowered when they are asked for. */
export function lowerKeywords(raw: unknown, context: LoweringContext): Keywords {
  if (raw === true) return ANYTHING;
  if (raw === false) return NOTHING;
  if (!isObject(raw)) {
    context.report("", "A schema is an object or a boolean.");
    return { ...ANYTHING, opaque: "it is not a schema" };
  }
  const reference = own(raw, "$ref");
  if (context.traits.refHidesSiblings && typeof reference === "string")
    return joined(context, [["$ref", reference]], ANYTHING);
  const read = new Reader(raw, context);
  const said = partsSaid(raw);
  if (said & FLAGS) read.flag("deprecated");
  const types = readTypes(read);
  const alternatives = said & ALTERNATIVES ? readAlternatives(read) : [];
  const keywords: Keywords = {
    ...ANYTHING,
    types,
    values: said & VALUES ? readValues(read) : undefined,
    number: types & NUMBER && said & NUMBERS ? readNumber(read) : undefined,
    string: types & STRING && said & STRINGS ? readString(read) : undefined,
    array: types & ARRAY && said & ARRAYS ? readArray(read) : undefined,
    object: types & OBJECT && said & OBJECTS ? readObject(read) : undefined,
    all: [
      ...(said & ALL ? read.schemas("allOf") : []),
      ...alternatives.flatMap((each) => (isAlone(each) ? each.parts : [])),
      ...(said & FORMAT ? readFormat(read) : []),
    ],
    clauses: readClauses(read, types, alternatives, said),
    takesItems: types & ARRAY && said & ARRAYS ? readTaker(read, restOfItems(read), "unevaluatedItems") : "none",
    takesProperties:
      types & OBJECT && said & OBJECTS ? readTaker(read, "additionalProperties", "unevaluatedProperties") : "none",
    unevaluatedItems: types & ARRAY && said & ARRAYS ? read.constraint("unevaluatedItems") : undefined,
    unevaluatedProperties: types & OBJECT && said & OBJECTS ? read.constraint("unevaluatedProperties") : undefined,
    readOnly: context.traits.directional && (said & FLAGS) !== 0 && read.flag("readOnly"),
    writeOnly: context.traits.directional && (said & FLAGS) !== 0 && read.flag("writeOnly"),
    opaque: readUnreadable(read, types, said),
  };
  const references = said & REFERENCES ? read.references() : [];
  const nullable = said & FLAGS ? spreadNullable(read, raw, keywords) : keywords;
  return joined(context, references, foldValues(nullable, context));
}

/** Adds references as schemas that must hold too. */
function joined(
  context: LoweringContext,
  references: readonly (readonly [ReferenceKeyword, string | undefined])[],
  keywords: Keywords,
): Keywords {
  let result = keywords;
  for (const [keyword, reference] of references) {
    const target = reference === undefined ? `\`${keyword}\` is not a text` : context.resolve(keyword, reference);
    result = typeof target === "string" ? { ...result, opaque: target } : { ...result, all: [...result.all, target] };
  }
  return result;
}

/** What a known format says, as a schema that stands at its keyword. */
function readFormat(read: Reader): Place[] {
  const keywords = formatKeywords(read.get("format"), read.context.formats);
  return keywords ? [read.context.child("/format", keywords)] : [];
}

function readTypes(read: Reader): TypeSet {
  const type = read.get("type");
  if (type === undefined) return ALL_TYPES;
  let types = 0;
  for (const name of Array.isArray(type) ? type : [type]) {
    const bit = name === "file" ? STRING : typeof name === "string" ? typeBit(name) : undefined;
    if (bit === undefined) {
      read.context.report("type", `${showValue(name)} is not a type.`);
      return ALL_TYPES;
    }
    types |= bit;
  }
  return types;
}

function readValues(read: Reader): readonly Json[] | undefined {
  const constant = read.get("const") as Json | undefined;
  const listed = read.list("enum") as readonly Json[] | undefined;
  if (constant === undefined) return listed;
  if (listed === undefined) return [constant];
  return listed.filter((value) => canonicalText(value) === canonicalText(constant));
}

function readNumber(read: Reader): Limits | undefined {
  const type = read.get("type");
  const types = Array.isArray(type) ? type : [type];
  const integer = types.includes("integer") && !types.includes("number");
  const step = read.number("multipleOf");
  const isStep = step !== undefined && compareNumbers(step, 0) > 0;
  if (step !== undefined && !isStep) read.context.report("multipleOf", "`multipleOf` must be above 0.");
  const steps = isStep && !(integer && step === 1) ? [step] : [];
  const lower = readBound(read, "minimum", "exclusiveMinimum", 1, Number.NEGATIVE_INFINITY);
  const upper = readBound(read, "maximum", "exclusiveMaximum", -1, Number.POSITIVE_INFINITY);
  if (!integer && steps.length === 0 && !isBound(lower) && !isBound(upper)) return undefined;
  return integer ? { integer, steps, ...wholeBounds(lower, upper) } : { integer, steps, lower, upper };
}

/** A bound and its exclusive form, as a flag (draft 04) or as a number of its own. */
function readBound(read: Reader, keyword: string, exclusive: string, tighter: 1 | -1, none: number): Bound {
  const inclusive = read.number(keyword) ?? none;
  if (read.context.traits.exclusiveFlags) return { at: inclusive, exclusive: read.flag(exclusive) };
  const strict = read.number(exclusive) ?? none;
  const isStrict = compareNumbers(strict, inclusive) * tighter >= 0 && isBound({ at: strict, exclusive: true });
  return { at: isStrict ? strict : inclusive, exclusive: isStrict };
}

/** For whole numbers a bound moves to the next of them, so that 0.5 and 1 are one bound. */
function wholeBounds(lower: Bound, upper: Bound): { lower: Bound; upper: Bound } {
  const [low, high] = [toWhole(lower.at, "up"), toWhole(upper.at, "down")];
  const isOut = ({ exclusive, at }: Bound, whole: JsonNumber) => exclusive && compareNumbers(at, whole) === 0;
  return {
    lower: { at: isOut(lower, low) ? shift(low, 1) : low, exclusive: false },
    upper: { at: isOut(upper, high) ? shift(high, -1) : high, exclusive: false },
  };
}

function readString(read: Reader): StringLimits | undefined {
  const minLength = read.least("minLength");
  const maxLength = read.most("maxLength");
  const pattern = read.pattern("pattern");
  if (minLength === 0 && maxLength === Number.POSITIVE_INFINITY && pattern === undefined) return undefined;
  return { minLength, maxLength, patterns: pattern === undefined ? [] : [pattern], numeral: undefined };
}

const BOUNDS = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

/**
 * What of a schema cannot be read, so that what it accepts is not known: a pattern that is no regular expression, a number
 * such as 1e1000000.
 */
function readUnreadable(read: Reader, types: TypeSet, said: number): string | undefined {
  const vast = types & NUMBER && said & BOUNDED ? BOUNDS.map((keyword) => read.get(keyword)).find(isVast) : undefined;
  if (vast !== undefined) return `\`${String(vast)}\` is too large or too small to calculate with`;
  const pattern = types & STRING && said & STRINGS ? read.get("pattern") : undefined;
  const names = types & OBJECT && said & OBJECTS ? Object.keys(read.object("patternProperties") ?? {}) : [];
  const sources = typeof pattern === "string" ? [pattern, ...names] : names;
  const unreadable = sources.find((source) => compilePattern(source) === undefined);
  return unreadable === undefined ? undefined : `\`${unreadable}\` is not a regular expression`;
}

function isVast(value: unknown): boolean {
  return isNumber(value) && !isCalculable(value);
}

function readArray(read: Reader): ArrayLimits | undefined {
  const restKeyword = restOfItems(read);
  const prefix = read.schemas(restKeyword === "additionalItems" ? "items" : "prefixItems");
  const rest = read.constraint(restKeyword);
  const contains = read.schema("contains");
  const minItems = read.least("minItems");
  const maxItems = read.most("maxItems");
  const unique = read.flag("uniqueItems");
  if (!prefix.length && !rest && !contains && minItems === 0 && maxItems === Number.POSITIVE_INFINITY && !unique)
    return undefined;
  const range = contains && {
    place: contains,
    min: read.has("minContains") ? read.least("minContains") : 1,
    max: read.most("maxContains"),
    evaluates: read.context.traits.containsEvaluates,
  };
  return { prefix, rest, contains: range, minItems, maxItems, unique };
}

function readObject(read: Reader): ObjectLimits | undefined {
  const properties = read.named("properties");
  const patterns = [...read.named("patternProperties")].flatMap(([source, place]) => {
    if (compilePattern(source) !== undefined) return [{ source, place }];
    read.context.report("patternProperties", `\`${source}\` is not a regular expression.`);
    return [];
  });
  const limits: ObjectLimits = {
    properties,
    patterns,
    additional: read.constraint("additionalProperties"),
    names: read.constraint("propertyNames"),
    required: read.names("required"),
    minProperties: read.least("minProperties"),
    maxProperties: read.most("maxProperties"),
  };
  const says =
    properties.size ||
    patterns.length ||
    limits.additional ||
    limits.names ||
    limits.required.length ||
    limits.minProperties ||
    limits.maxProperties !== Number.POSITIVE_INFINITY;
  return says ? limits : undefined;
}

/**
 * The keyword for the items that no list has a schema for. `additionalItems` says something beside a list in `items` only
 * (draft 2019-09 core, section 9.3.1.2).
 */
function restOfItems(read: Reader): "items" | "additionalItems" {
  return read.context.traits.itemsMayBeList && Array.isArray(read.get("items")) ? "additionalItems" : "items";
}

function readTaker(read: Reader, rest: string, unevaluated: string): Taker {
  if (read.has(rest)) return "rest";
  return read.has(unevaluated) ? "unevaluated" : "none";
}

function readClauses(read: Reader, types: TypeSet, alternatives: readonly Alternatives[], said: number): Clause[] {
  const clauses: Clause[] = alternatives.filter((each) => !isAlone(each));
  if ((said & CLAUSES) === 0) return clauses;
  const not = read.schema("not");
  if (not) clauses.push({ kind: "not", part: not });
  const test = read.schema("if");
  const yes = read.constraint("then");
  const no = read.constraint("else");
  // Alone it asks for nothing, but what it evaluates is left out of `unevaluated*`.
  const annotates = !read.context.traits.without.has("unevaluatedItems");
  if (test && (yes || no || annotates)) clauses.push({ kind: "if", test, yes, no });
  if (types & OBJECT) append(clauses, readDependents(read));
  return clauses;
}

function readDependents(read: Reader): Clause[] {
  const clauses: Clause[] = [];
  for (const keyword of ["dependentSchemas", "dependentRequired", "dependencies"] as const) {
    for (const [key, value] of Object.entries(read.object(keyword) ?? {})) {
      if (Array.isArray(value)) clauses.push({ kind: "dependent", key, part: read.namesIn(keyword, value) });
      else clauses.push({ kind: "dependent", key, part: read.context.child(`/${keyword}/${escapeToken(key)}`, value) });
    }
  }
  return clauses;
}
