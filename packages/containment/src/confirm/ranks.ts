import { compareNumbers, type ExactNumber, isNumber, type JsonNumber, withDoubles } from "../exact.ts";
import { canonicalText, isObject, type Json, type JsonObject } from "../json.ts";
import type { ClosedSchema } from "./closed-schema.ts";
import { mapSubschemas } from "./subschemas.ts";

/** Keywords whose numbers are compared with numbers of the value; other numbers count items and characters. */
const COMPARED = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const", "enum"];

/** A schema and values that can be judged by those who know doubles alone. */
export interface Judged {
  readonly schema: ClosedSchema;
  readonly values: readonly Json[];
  /** Whether a number was rounded, so that it may be judged otherwise than the one that is meant. */
  readonly isRounded: boolean;
}

/**
 * The question whether a schema accepts values, asked in doubles. Where a number is none, small numbers stand for all that
 * are compared: in the same order, and whole where those are whole, which is all that keywords ask of a number. Only a
 * step asks for more than that (`multipleOf`); there each number is the nearest double.
 */
export function inDoubles(written: ClosedSchema, shown: readonly Json[]): Judged {
  const [schema, values] = [withDoubles(written), shown.map((value) => withDoubles(value))];
  const isSame = schema === written && values.every((value, i) => value === shown[i]);
  if (isSame || hasStep(written)) return { schema, values, isRounded: !isSame };
  const ranks = new Ranks(written, shown);
  return {
    schema: withDoubles(ranks.inSchema(written)) as ClosedSchema,
    values: shown.map((value) => ranks.inValue(value)),
    isRounded: false,
  };
}

function hasStep(schema: Json): boolean {
  if (!isObject(schema)) return false;
  let found = schema["multipleOf"] !== undefined && schema["multipleOf"] !== 1;
  mapSubschemas(schema as JsonObject, (part) => {
    found ||= hasStep(part);
    return part;
  });
  return found;
}

/** Small numbers for those that a schema compares with those of values. */
class Ranks {
  readonly #ranks = new Map<string, number>();

  constructor(schema: ClosedSchema, values: readonly Json[]) {
    const numbers = new Map<string, JsonNumber>();
    const note = (number: JsonNumber) => {
      numbers.set(canonicalText(number), number);
      return number;
    };
    this.#inSchema(schema, note);
    for (const value of values) mapNumbers(value, note);
    const inOrder = [...numbers].sort(([, a], [, b]) => compareNumbers(a, b));
    inOrder.forEach(([text, number], i) => {
      this.#ranks.set(text, isWhole(number) ? i : i + 0.5);
    });
  }

  inValue(value: Json): Json {
    return mapNumbers(value, (number) => this.#ranks.get(canonicalText(number)) ?? number);
  }

  inSchema(schema: Json): Json {
    return this.#inSchema(schema, (number) => this.#ranks.get(canonicalText(number)) ?? number);
  }

  #inSchema(schema: Json, change: (number: JsonNumber) => JsonNumber): Json {
    if (!isObject(schema)) return schema;
    const result: Record<string, Json> = mapSubschemas(schema as JsonObject, (part) => this.#inSchema(part, change));
    for (const keyword of COMPARED) {
      const said = result[keyword];
      if (said !== undefined) result[keyword] = mapNumbers(said, change);
    }
    return result;
  }
}

function mapNumbers(value: Json, change: (number: JsonNumber) => JsonNumber): Json {
  if (isNumber(value)) return change(value);
  if (Array.isArray(value)) return value.map((item) => mapNumbers(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapNumbers(member as Json, change)]));
}

function isWhole(number: JsonNumber): boolean {
  return typeof number === "number" ? Number.isInteger(number) : (number as ExactNumber).parts.exponent >= 0n;
}
