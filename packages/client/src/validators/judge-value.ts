import { counted, lengthOf, listed, shapeOf, typeOf, typesText } from "./describe.ts";
import { canonicalText, isDeeper, isEqual } from "./equality.ts";
import { judgeNumber, judgeNumeral } from "./numbers.ts";
import type { ArrayRow, ClauseRow, ObjectRow, SchemaIndex, SchemaRow, StringRow, ValidatorTable } from "./table.ts";
import { below, unchecked, type Verdict, violation, worst } from "./verdict.ts";

/** Who sends a message: it decides which properties belong to its values (`readOnly`, `writeOnly`). */
export type Direction = "request" | "response";

/** Schemas within one another that are looked at before a value counts as not judged, so that none exhausts the stack. */
const DEEPEST = 150;
/** Schemas that are asked about one value, so that alternatives within alternatives come to an end. */
const MOST_STEPS = 1_000_000;

const NONE: readonly string[] = [];

/** Judges a value by a schema of a table; `at` says where the value is. */
export function judgeValue(
  { schemas }: Pick<ValidatorTable, "schemas">,
  schema: SchemaIndex,
  value: unknown,
  direction: Direction,
  at: string,
): Verdict {
  const verdict = new ValueJudge(schemas, direction).judge(schema, value);
  return verdict && { ...verdict, at: at + verdict.at };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Judges parts of one value. The places of its verdicts are within the part: most parts are right, and need none. */
class ValueJudge {
  readonly #schemas: readonly SchemaRow[];
  readonly #direction: Direction;
  #depth = 0;
  #steps = 0;

  constructor(schemas: readonly SchemaRow[], direction: Direction) {
    this.#schemas = schemas;
    this.#direction = direction;
  }

  /** @param around properties that are not sent at this place, by what stands around the schema */
  judge(schema: SchemaIndex, value: unknown, around: readonly string[] = NONE): Verdict {
    if (schema === 0) return undefined;
    if (++this.#steps > MOST_STEPS) return unchecked("", "The value takes too many steps to judge.");
    if (this.#depth >= DEEPEST) return tooDeep();
    this.#depth++;
    const verdict = this.#judge(this.#schemas[schema] as SchemaRow, value, around);
    this.#depth--;
    return verdict;
  }

  #judge(row: SchemaRow, value: unknown, around: readonly string[]): Verdict {
    const plain = judgePlain(row, value);
    if (plain) return plain;
    const silent = (this.#direction === "request" ? row.readOnly : row.writeOnly) ?? NONE;
    const unsent = silent.length === 0 ? around : [...around, ...silent];
    const members = this.#members(row, value, unsent);
    if (members?.kind === "violation" || (row.clauses === undefined && row.unread === undefined)) return members;
    const clauses = worst(row.clauses ?? [], (clause) => this.#clause(clause, value, unsent));
    return clauses ?? members ?? (row.unread && unchecked("", "Its schema cannot be read."));
  }

  #members({ arrays, objects }: SchemaRow, value: unknown, unsent: readonly string[]): Verdict {
    if (typeof value !== "object" || value === null) return undefined;
    if (Array.isArray(value)) return arrays && worst(arrays, (limits) => this.#array(limits, value));
    return objects && worst(objects, (limits) => this.#object(limits, value as JsonObject, unsent));
  }

  #array(limits: ArrayRow, value: readonly unknown[]): Verdict {
    const { prefix = [], rest = 0, contains, minItems = 0, maxItems = Number.POSITIVE_INFINITY, unique } = limits;
    const refuse = (keyword: string, expected: string) => violation("", keyword, expected, shapeOf(value));
    if (value.length < minItems) return refuse("minItems", `at least ${counted(minItems, "item")}`);
    if (value.length > maxItems) return refuse("maxItems", `at most ${counted(maxItems, "item")}`);
    const alike = unique && judgeUnique(value);
    if (alike?.kind === "violation") return alike;
    const items =
      worst(value.keys(), (index) => below(index, this.judge(prefix[index] ?? rest, value[index]))) ?? alike;
    if (items?.kind === "violation" || contains === undefined) return items;
    const { schema, min, max = Number.POSITIVE_INFINITY } = contains;
    const held = value.map((item) => this.judge(schema, item)?.kind);
    const sure = held.filter((kind) => kind === undefined).length;
    const possible = held.filter((kind) => kind !== "violation").length;
    if (possible < min) return refuse("contains", `at least ${counted(min, "item")} of a certain kind`);
    if (sure > max) return refuse("maxContains", `at most ${counted(max, "item")} of a certain kind`);
    return sure < min || possible > max ? unchecked("", "Which items are of a certain kind cannot be judged.") : items;
  }

  #object(limits: ObjectRow, value: JsonObject, unsent: readonly string[]): Verdict {
    const { names: rule = 0, required = NONE, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = limits;
    const names = Object.keys(value);
    const refuse = (keyword: string, expected: string) => violation("", keyword, expected, shapeOf(value));
    if (names.length < minProperties) return refuse("minProperties", `at least ${many(minProperties)}`);
    if (names.length > maxProperties) return refuse("maxProperties", `at most ${many(maxProperties)}`);
    const members = worst(names, (name) => {
      const named = this.judge(rule, name);
      if (named?.kind === "violation") return refuse("propertyNames", "names of a certain form");
      return (unsent.includes(name) ? undefined : this.#member(limits, name, value[name])) ?? named;
    });
    if (members?.kind === "violation") return members;
    const lacked = required.find((name) => !Object.hasOwn(value, name) && !unsent.includes(name));
    if (lacked === undefined) return members;
    return violation("", "required", `the property \`${lacked}\``, "an object without it");
  }

  #member({ properties, patterns, additional = 0 }: ObjectRow, name: string, value: unknown): Verdict {
    const declared = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const found = declared === undefined ? [] : [declared];
    for (const [pattern, schema] of patterns ?? []) {
      const expression = expressionOf(pattern);
      if (expression === undefined) return unknownSyntax();
      if (expression.test(name)) found.push(schema);
    }
    if (found.length === 0 && this.#schemas[additional]?.types === 0)
      return violation("", "additionalProperties", "declared properties only", "a property that is not declared");
    const verdict = worst(found.length === 0 ? [additional] : found, (schema) => this.judge(schema, value));
    return below(declared === undefined ? "*" : name, verdict);
  }

  #clause(clause: ClauseRow, value: unknown, unsent: readonly string[]): Verdict {
    const here = (schema: SchemaIndex) => this.judge(schema, value, unsent);
    switch (clause.kind) {
      case "anyOf": {
        const verdicts: Verdict[] = [];
        for (const part of clause.parts) {
          const verdict = here(part);
          if (verdict === undefined) return undefined;
          verdicts.push(verdict);
        }
        return refusedByAll(verdicts, value);
      }
      case "oneOf": {
        const verdicts = clause.parts.map(here);
        const sure = verdicts.filter((verdict) => verdict === undefined).length;
        if (sure > 1)
          return violation("", "oneOf", "a value of one alternative alone", `a value of ${sure} alternatives`);
        return verdicts.find((verdict) => verdict?.kind === "unchecked") ?? refusedByAll(verdicts, value);
      }
      case "not": {
        const verdict = here(clause.part);
        if (verdict?.kind === "unchecked") return verdict;
        return verdict ? undefined : violation("", "not", "a value that is not of a certain kind", shapeOf(value));
      }
      case "if": {
        const test = here(clause.test);
        const [yes, no] = [clause.yes, clause.no].map((part) => (part === undefined ? undefined : here(part)));
        if (test?.kind === "unchecked") return yes?.kind === no?.kind ? yes : test;
        return test ? no : yes;
      }
      case "dependent": {
        const { key, part } = clause;
        if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
        if (typeof part === "number") return here(part);
        const lacked = part.find((name) => !unsent.includes(name) && !Object.hasOwn(value, name));
        return lacked === undefined
          ? undefined
          : violation("", "dependentRequired", `the property \`${lacked}\` beside \`${key}\``, "an object without it");
      }
    }
  }
}

/** What limits a value that is neither an array nor an object, and what lists values. */
function judgePlain({ types, values, number, string }: SchemaRow, value: unknown): Verdict {
  if (types !== undefined && (types & typeOf(value)) === 0)
    return violation("", "type", typesText(types, number?.integer === true), shapeOf(value));
  if (values && !values.some((each) => isEqual(each, value)))
    return violation("", "enum", listed(values), shapeOf(value));
  if (typeof value === "number") return number && judgeNumber(value, number);
  return typeof value === "string" && string ? judgeString(value, string) : undefined;
}

/** Judges that no two items are the same. */
function judgeUnique(items: readonly unknown[]): Verdict {
  if (isDeeper(items, DEEPEST)) return tooDeep();
  if (new Set(items.map(canonicalText)).size === items.length) return undefined;
  return violation("", "uniqueItems", "items that all differ", shapeOf(items));
}

function judgeString(value: string, limits: StringRow): Verdict {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, patterns, numeral } = limits;
  const refuse = (keyword: string, expected: string) => violation("", keyword, expected, shapeOf(value));
  if (minLength > 0 || maxLength !== Number.POSITIVE_INFINITY) {
    const length = lengthOf(value);
    if (length < minLength) return refuse("minLength", `at least ${counted(minLength, "character")}`);
    if (length > maxLength) return refuse("maxLength", `at most ${counted(maxLength, "character")}`);
  }
  for (const pattern of patterns ?? []) {
    const expression = expressionOf(pattern);
    if (expression === undefined) return unknownSyntax();
    if (!expression.test(value)) return refuse("pattern", `a string that matches \`${pattern}\``);
  }
  return numeral && judgeNumeral(value, numeral);
}

/** Of alternatives of which none takes a value, the one that was meant says why, where that can be told; undefined where one does. */
function refusedByAll(verdicts: readonly Verdict[], value: unknown): Verdict {
  const refusals = verdicts.filter((verdict) => verdict?.kind === "violation");
  if (refusals.length < verdicts.length)
    return verdicts.includes(undefined) ? undefined : verdicts.find((verdict) => verdict?.kind === "unchecked");
  // One that is refused for the value of a tag is not meant; nor is one of another type than the value's.
  const meant = refusals.filter(({ at, keyword }) => keyword !== "enum" && (at !== "" || keyword !== "type"));
  const [first, ...others] = refusals;
  if (meant.length === 1) return meant[0];
  if (first?.keyword === "enum" && others.every(({ at, keyword }) => at === first.at && keyword === "enum"))
    return { ...first, expected: refusals.map(({ expected }) => expected).join(" or ") };
  return violation("", "anyOf", `a value of one of ${counted(verdicts.length, "alternative")}`, shapeOf(value));
}

const expressions = new Map<string, RegExp | undefined>();

/** The expression of a pattern; undefined where this run-time does not know its syntax. */
function expressionOf(pattern: string): RegExp | undefined {
  if (!expressions.has(pattern)) {
    try {
      expressions.set(pattern, new RegExp(pattern, "u"));
    } catch {
      expressions.set(pattern, undefined);
    }
  }
  return expressions.get(pattern);
}

function tooDeep(): Verdict {
  return unchecked("", "The value is nested too deep to be judged.");
}

function unknownSyntax(): Verdict {
  return unchecked("", "This run-time does not know the syntax of a pattern.");
}

function many(count: number): string {
  return counted(count, "property", "properties");
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
