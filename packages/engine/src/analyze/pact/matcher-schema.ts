import { isNumber, type Json, nearestDouble } from "@concordat/containment/internal";
import type { Generator, Matcher, MatchingRule } from "../../model/matching-rules.ts";
import { datePattern, escaped } from "./date-pattern.ts";
import type { JsonSchema, Reading } from "./reading.ts";

/** Semantic Versioning 2.0.0, in short. */
const SEMVER = "^\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$";

/** What several matchers allow of a value that is neither list nor object, as one schema. */
export function ruleSchema(
  { matchers, combine }: Pick<MatchingRule, "matchers" | "combine">,
  example: Json,
  reading: Reading,
  unread: (name: string) => void,
): JsonSchema {
  const schemas = matchers.map((matcher) => matcherSchema(matcher, example, reading, unread));
  if (schemas.length === 1) return schemas[0] as JsonSchema;
  return combine === "AND" ? { allOf: schemas } : { anyOf: schemas };
}

/** What a value may be that has no matcher. */
export function literalSchema(example: Json, { kind }: Reading): JsonSchema {
  if (kind !== "handled") return { const: example };
  return example === null ? true : { type: typeNameOf(example) };
}

function matcherSchema(matcher: Matcher, example: Json, reading: Reading, unread: (name: string) => void): JsonSchema {
  const { kind } = reading;
  switch (matcher.match) {
    case "type":
    case "values":
      return typeSchema(example, reading);
    case "equality":
      return { const: example };
    case "integer":
      return { type: "integer" };
    case "decimal":
      // To JSON a decimal is a number like any other: `10.0` and `10` are one value.
      return kind === "letter" ? { type: "number", not: { type: "integer" } } : { type: "number" };
    case "number":
    case "boolean":
    case "null":
      return { type: matcher.match };
    case "notEmpty":
      return { ...(typeSchema(example, reading) as object), ...(typeof example === "string" && { minLength: 1 }) };
    case "semver":
      return { type: "string", pattern: SEMVER };
    case "include":
      return { type: "string", pattern: escaped(matcher.value) };
    case "regex":
      return regexSchema(matcher.regex, example, reading, unread);
    case "date":
    case "time":
    case "datetime": {
      // A description says `format`, which says nothing of texts: what a consumer parses cannot be held against it.
      if (kind === "handled") return { type: "string" };
      const pattern = datePattern(matcher.match, matcher.format);
      if (pattern === undefined) unread(`${matcher.match} in \`${matcher.format}\``);
      return pattern === undefined ? { type: "string" } : { type: "string", pattern: `^(?:${pattern})$` };
    }
    case "contentType":
      return { type: "string" };
    case "arrayContains":
    case "eachKey":
    case "eachValue":
    case "statusCode":
      // They say nothing of single values.
      return typeSchema(example, reading);
    case "unknown":
      unread(`the matcher \`${matcher.name}\``);
      return true;
  }
}

function typeSchema(example: Json, { kind }: Reading): JsonSchema {
  if (kind === "handled" && example === null) return true;
  if (kind === "sent" && isNumber(example) && Number.isInteger(nearestDouble(example))) return { type: "integer" };
  return { type: typeNameOf(example) };
}

function typeNameOf(example: Json): string {
  if (example === null) return "null";
  if (Array.isArray(example)) return "array";
  return isNumber(example) ? "number" : typeof example;
}

/** A regular expression that is meant for the whole text; libraries differ in whether it may also match a part. */
function regexSchema(regex: string, example: Json, { kind }: Reading, unread: (name: string) => void): JsonSchema {
  if (!isPattern(regex)) {
    unread(`the regular expression \`${regex}\``);
    return { type: typeNameOf(example) };
  }
  if (typeof example !== "string") return { type: typeNameOf(example) };
  return { type: "string", pattern: kind === "sent" ? `^(?:${regex})$` : regex };
}

function isPattern(regex: string): boolean {
  try {
    new RegExp(regex, "u");
    return true;
  } catch {
    return false;
  }
}

/** What a generator makes; undefined where only the test knows (Pact specification, version 3, "Generators"). */
export function generatorSchema(generator: Generator): JsonSchema | undefined {
  const number = (key: string) => (typeof generator[key] === "number" ? (generator[key] as number) : undefined);
  const text = (key: string) => (typeof generator[key] === "string" ? (generator[key] as string) : undefined);
  switch (generator.type) {
    case "RandomInt":
      return { type: "integer", minimum: number("min") ?? 0, maximum: number("max") ?? 2 ** 31 - 1 };
    case "RandomDecimal":
      return { type: "number" };
    case "RandomBoolean":
      return { type: "boolean" };
    case "RandomString":
      return sizedText("[0-9A-Za-z]", number("size"));
    case "RandomHexadecimal":
      return sizedText("[0-9A-Fa-f]", number("digits"));
    case "Uuid":
      return { type: "string", pattern: "^[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}$" };
    case "Date":
      return dateSchema("date", text("format"));
    case "Time":
      return dateSchema("time", text("format"));
    case "DateTime":
      return dateSchema("datetime", text("format"));
    case "Regex": {
      const regex = text("regex") ?? "";
      return isPattern(regex) ? { type: "string", pattern: `^(?:${regex})$` } : undefined;
    }
    default:
      return undefined;
  }
}

function sizedText(letter: string, size = 10): JsonSchema {
  return { type: "string", pattern: `^${letter}{${size}}$` };
}

function dateSchema(kind: "date" | "time" | "datetime", format: string | undefined): JsonSchema | undefined {
  const pattern = datePattern(kind, format);
  return pattern === undefined ? undefined : { type: "string", pattern: `^(?:${pattern})$` };
}
