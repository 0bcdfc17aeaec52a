import {
  registerSchema,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "../json.ts";
import { isMultiple } from "../types/decimal.ts";
import type { ClosedSchema } from "./closed-schema.ts";
import { inDoubles } from "./ranks.ts";

/**
 * What two independent validators say; what one alone says of a value is not taken for true, nor what both say of another
 * number, where they cannot hold the one that is meant.
 */
export type Judgement = "accepted" | "refused" | "disputed" | "inexact";

// Schemas come from `closedSchema`; that they are schemas is checked where descriptions are validated.
const ajv = new Ajv2020({
  strict: false,
  validateSchema: false,
  meta: false,
  logger: false,
  validateFormats: false,
  // A name that every object inherits, such as `toString`, is present only where the value has it.
  ownProperties: true,
  // Written out at each use, a definition used often grows the code beyond measure.
  inlineRefs: false,
  // The code runs once; making it shorter takes longer than it saves.
  code: { optimize: false },
});
// In doubles 0.3 is no multiple of 0.1, and 1e308 divided by a fraction is infinite.
ajv.removeKeyword("multipleOf");
ajv.addKeyword({
  keyword: "multipleOf",
  type: "number",
  validate: (step: number, value: number) => isMultiple(value, step),
  errors: false,
});
setShouldValidateSchema(false);

let count = 0;

/**
 * Judges values by `ajv` and by `@hyperjump/json-schema`, in their order. The two know doubles alone: where numbers had to
 * be rounded, their judgement may bear out what is claimed, and refutes nothing.
 */
export async function judge(
  written: ClosedSchema,
  shown: readonly Json[],
  claimed: "accepted" | "refused",
): Promise<Judgement[]> {
  const { schema, values, isRounded } = inDoubles(written, shown);
  const [byAjv, byHyperjump] = [judgeByAjv(schema, values), await judgeByHyperjump(schema, values)];
  return values.map((_, i) => {
    const judgement = agreed(byAjv?.[i], byHyperjump?.[i]);
    return isRounded && judgement !== claimed && judgement !== "disputed" ? "inexact" : judgement;
  });
}

function agreed(one: boolean | undefined, other: boolean | undefined): Judgement {
  if (one === undefined || one !== other) return "disputed";
  return one ? "accepted" : "refused";
}

function judgeByAjv(schema: ClosedSchema, values: readonly Json[]): boolean[] | undefined {
  try {
    const validate = ajv.compile(schema);
    return values.map((value) => validate(value));
  } catch {
    // A schema that a validator cannot compile is one that it does not judge.
    return undefined;
  } finally {
    ajv.removeSchema(schema);
  }
}

async function judgeByHyperjump(schema: ClosedSchema, values: readonly Json[]): Promise<boolean[] | undefined> {
  const uri = `https://concordat.invalid/${count++}`;
  try {
    registerSchema(schema as Parameters<typeof registerSchema>[0], uri);
    const validator = await validate(uri);
    return values.map((value) => validator(value as Parameters<typeof validator>[0]).valid);
  } catch {
    return undefined;
  } finally {
    unregisterSchema(uri);
  }
}
