import { Validator } from "@cfworker/json-schema";
import {
  registerSchema,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import type { Json } from "../json.ts";
import type { ClosedSchema } from "./closed-schema.ts";
import { inDoubles } from "./ranks.ts";

/**
 * What two independent validators say; what one alone says of a value is not taken for true, nor what both say of another
 * number, where they cannot hold the one that is meant.
 */
export type Judgement = "accepted" | "refused" | "disputed" | "inexact";

// Schemas come from `closedSchema`; that they are schemas is checked where descriptions are validated.
setShouldValidateSchema(false);

let count = 0;

/**
 * Judges values by `@cfworker/json-schema` and by `@hyperjump/json-schema`, in their order. The two know doubles alone:
 * where numbers had to be rounded, their judgement may bear out what is claimed, and refutes nothing.
 */
export async function judge(
  written: ClosedSchema,
  shown: readonly Json[],
  claimed: "accepted" | "refused",
): Promise<Judgement[]> {
  const { schema, values, isRounded } = inDoubles(written, shown);
  const [byCfworker, byHyperjump] = [judgeByCfworker(schema, values), await judgeByHyperjump(schema, values)];
  return values.map((_, i) => {
    const judgement = agreed(byCfworker?.[i], byHyperjump?.[i]);
    return isRounded && judgement !== claimed && judgement !== "disputed" ? "inexact" : judgement;
  });
}

function agreed(one: boolean | undefined, other: boolean | undefined): Judgement {
  if (one === undefined || one !== other) return "disputed";
  return one ? "accepted" : "refused";
}

function judgeByCfworker(schema: ClosedSchema, values: readonly Json[]): boolean[] | undefined {
  try {
    const validator = new Validator(schema, "2020-12");
    return values.map((value) => validator.validate(value).valid);
  } catch {
    // A schema that a validator cannot read is one that it does not judge.
    return undefined;
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
