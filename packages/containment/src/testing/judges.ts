import {
  registerSchema as register07,
  unregisterSchema as unregister07,
  validate as validate07,
} from "@hyperjump/json-schema/draft-07";
import {
  registerSchema as register2020,
  setShouldValidateSchema,
  unregisterSchema as unregister2020,
  validate as validate2020,
} from "@hyperjump/json-schema/draft-2020-12";
import { Ajv, type Options } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { TestDialect } from "./schemas.ts";
import { everywhere } from "./tree.ts";

/*
 * Judges of values that share nothing with this package: a schema is put into draft-07 or draft 2020-12 by the rules of
 * its dialect, and handed to other people's validators.
 */

const OPTIONS: Options = {
  strict: false,
  validateSchema: false,
  logger: false,
  validateFormats: false,
  inlineRefs: false,
  multipleOfPrecision: 9,
};
const ajv07 = new Ajv(OPTIONS);
const ajv2020 = new Ajv2020(OPTIONS);
setShouldValidateSchema(false);

/** Whether a schema accepts a value; undefined where the validator cannot say. */
export type Accepts = (value: Json) => boolean | undefined;

/** The judgement of `ajv`. */
export function byAjv(dialect: TestDialect, schema: Json): Accepts {
  const ajv = dialect === "draft-2020-12" ? ajv2020 : ajv07;
  const written = inStandardForm(dialect, schema);
  const check = ajv.compile(written as JsonObject);
  if (isObject(written)) ajv.removeSchema(written as JsonObject);
  return (value) => {
    try {
      return check(value) as boolean;
    } catch {
      // Code that it generates for `anyOf` with `true` beside `patternProperties` fails on objects.
      return undefined;
    }
  };
}

let count = 0;

/** The judgement of `@hyperjump/json-schema`, slower; asked where `ajv` contradicts us. */
export async function byHyperjump(dialect: TestDialect, schema: Json, value: Json): Promise<boolean> {
  const uri = `https://concordat.invalid/test/${count++}`;
  const written = inStandardForm(dialect, schema) as Parameters<typeof register2020>[0];
  if (dialect === "draft-2020-12") {
    register2020(written, uri, "https://json-schema.org/draft/2020-12/schema");
    try {
      const validator = await validate2020(uri);
      return validator(value as Parameters<typeof validator>[0]).valid;
    } finally {
      unregister2020(uri);
    }
  }
  register07(written as Parameters<typeof register07>[0], uri, "http://json-schema.org/draft-07/schema#");
  try {
    const validator = await validate07(uri);
    return validator(value as Parameters<typeof validator>[0]).valid;
  } finally {
    unregister07(uri);
  }
}

/** Keywords that a dialect does not know, and validators of the standard form would. */
const UNKNOWN: Readonly<Record<TestDialect, readonly string[]>> = {
  "draft-04": ["const", "contains", "propertyNames", "if", "then", "else"],
  "draft-07": [],
  "draft-2020-12": ["dependencies", "additionalItems"],
  "openapi-3.0": [],
};

/** The same schema in draft-07, or in draft 2020-12 where that is its dialect. */
function inStandardForm(dialect: TestDialect, schema: Json): Json {
  return everywhere(schema, (part) => (isObject(part) ? standardPart(dialect, part as JsonObject) : part));
}

function standardPart(dialect: TestDialect, part: JsonObject): Json {
  // Before 2019-09 a reference hides what stands beside it, though not the definitions it may lead to.
  if (dialect !== "draft-2020-12" && part["$ref"] !== undefined) {
    const { $ref, definitions } = part;
    return { allOf: [{ $ref }], ...(definitions !== undefined && { definitions }) } as Json;
  }
  const known = Object.fromEntries(Object.entries(part).filter(([key]) => !UNKNOWN[dialect].includes(key)));
  const bounded = withoutFlags(known as JsonObject);
  return dialect === "openapi-3.0" ? withoutNullable(bounded) : bounded;
}

function withoutFlags(part: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...part };
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof part[flag] !== "boolean") continue;
    delete result[flag];
    if (part[flag] !== true) continue;
    delete result[bound];
    if (part[bound] !== undefined) result[flag] = part[bound];
  }
  return result;
}

/** `nullable` adds null to `type`; beside keywords that join schemas it means null, or what the rest says. */
function withoutNullable({ nullable, ...part }: JsonObject): Json {
  if (nullable !== true) return part;
  const joins = ["allOf", "anyOf", "oneOf", "not", "if", "dependencies"].some((keyword) => part[keyword] !== undefined);
  if (joins) {
    const { definitions, ...rest } = part;
    return { anyOf: [{ type: "null" }, rest], ...(definitions !== undefined && { definitions }) } as Json;
  }
  if (part["type"] === undefined) return part;
  const types = Array.isArray(part["type"]) ? part["type"] : [part["type"]];
  return { ...part, type: [...types, "null"] };
}
