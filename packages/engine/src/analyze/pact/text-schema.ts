import type { Generator, MatchingRule } from "../../model/matching-rules.ts";
import { generatorSchema, literalSchema, ruleSchema } from "./matcher-schema.ts";
import type { JsonSchema, Reading, ReadSchema } from "./reading.ts";

/** What a text in a URL or a header is, and may be beside that. */
export interface TextExpectation {
  readonly example: string;
  readonly rule: MatchingRule | undefined;
  readonly generator: Generator | undefined;
}

/** The texts that a part of a URL or a header may be, as a schema. */
export function textSchema({ example, rule, generator }: TextExpectation, reading: Reading): ReadSchema {
  const unread = new Set<string>();
  const generated = reading.kind === "sent" && generator !== undefined ? generatorSchema(generator) : undefined;
  const schema = generated ?? matchedText(example, rule, reading, unread);
  return { schema: asText(schema), unread: [...unread] };
}

function matchedText(
  example: string,
  rule: MatchingRule | undefined,
  reading: Reading,
  unread: Set<string>,
): JsonSchema {
  if (rule === undefined) return reading.kind === "handled" ? { type: "string" } : literalSchema(example, reading);
  if (reading.kind !== "letter" && rule.matchers.every(({ match }) => match === "type")) return textsLike(example);
  return ruleSchema(rule, example, reading, (name) => unread.add(name));
}

/** Texts of the kind of an example: numerals where it is one. */
function textsLike(example: string): JsonSchema {
  if (/^-?\d+$/.test(example)) return INTEGERS;
  if (/^-?\d+\.\d+$/.test(example)) return NUMBERS;
  return /^(?:true|false)$/.test(example) ? BOOLEANS : { type: "string", minLength: 1 };
}

const INTEGERS = { type: "string", pattern: "^-?(?:0|[1-9]\\d*)$" };
const NUMBERS = { type: "string", pattern: "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$" };
const BOOLEANS = { enum: ["true", "false"] };

/** A schema of values as one of the texts that they are written as. */
function asText(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return { type: "string" };
  const part = (key: string) => {
    const list = schema[key];
    return Array.isArray(list) && { [key]: list.map(asText) };
  };
  if (schema["allOf"] || schema["anyOf"]) return { ...part("allOf"), ...part("anyOf") };
  switch (schema["type"]) {
    case "integer":
      return INTEGERS;
    case "number":
      return NUMBERS;
    case "boolean":
      return BOOLEANS;
    default:
      return schema;
  }
}
