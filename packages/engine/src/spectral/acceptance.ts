import { codePointLength, isObject } from "@concordat/containment/internal";
import { type FormatName, fullFormats } from "ajv-formats/dist/formats.js";

type Schema = Readonly<Record<string, unknown>>;

/** True and false are certain; undefined is not. */
type Verdict = boolean | undefined;

/** What Ajv has to say of a schema for itself: perhaps something, surely one thing, or surely nothing. */
const [UNKNOWN, REFUSED, SOUND] = [0, 1, 2];

/** Why Ajv refuses a schema where there is no type that null could be added to. */
export const REFUSAL = '"nullable" cannot be used without "type"';

/**
 * Tells of examples what Ajv surely says of them, without compiling anything; it accepts most. It is sure only of
 * schemas with the commonest keywords, all of them well written.
 */
export class Acceptance {
  readonly #soundness = new Map<object, number>();

  /**
   * Whether a value is surely accepted.
   *
   * @param relaxed whether properties that `required` names may be missing after all
   */
  accepts(schema: Schema, value: unknown, relaxed: boolean): boolean {
    return this.#soundnessOf(schema) === SOUND && verdictOn(schema, value, relaxed) === true;
  }

  /** Whether a schema is surely refused, with any value. */
  refuses(schema: Schema): boolean {
    return this.#soundnessOf(schema) === REFUSED;
  }

  /**
   * What of a schema matters to one value: Ajv says the same of it, and has less to compile. Schemas that it may have
   * something to say of for themselves stay as they are.
   */
  fit(schema: Schema, value: unknown): Schema {
    return this.#soundnessOf(schema) === SOUND ? fitted(schema, [value]) : schema;
  }

  #soundnessOf(schema: unknown): number {
    if (!isObject(schema)) return UNKNOWN;
    let soundness = this.#soundness.get(schema);
    if (soundness === undefined) {
      const { nullable, type } = schema;
      const keywords = Object.entries(schema).map(([key, value]) => this.#soundnessOfKeyword(key, value));
      const whole = nullable === undefined || typeof type === "string" ? SOUND : type === undefined ? REFUSED : UNKNOWN;
      soundness = type === "null" && nullable !== undefined ? UNKNOWN : Math.min(whole, ...keywords);
      this.#soundness.set(schema, soundness);
    }
    return soundness;
  }

  #soundnessOfKeyword(key: string, value: unknown): number {
    const ofAll = (schemas: readonly unknown[]) => Math.min(SOUND, ...schemas.map((each) => this.#soundnessOf(each)));
    switch (key) {
      case "items":
        return this.#soundnessOf(value);
      case "additionalProperties":
        return typeof value === "boolean" ? SOUND : this.#soundnessOf(value);
      case "properties":
        return isObject(value) ? ofAll(Object.values(value)) : UNKNOWN;
      case "allOf":
      case "anyOf":
      case "oneOf":
        return Array.isArray(value) && value.length > 0 ? ofAll(value) : UNKNOWN;
      default:
        return SIMPLE[key]?.(value) || (key.startsWith("x-") && key !== "x-nullable") ? SOUND : UNKNOWN;
    }
  }
}

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
const isBoolean = (value: unknown) => typeof value === "boolean";
const isString = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number";
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isAnything = () => true;
const isPrimitive = (value: unknown) => typeof value !== "object" || value === null;
const isListOf = (value: unknown, isItem: (item: unknown) => boolean) =>
  Array.isArray(value) && value.length > 0 && value.every(isItem) && new Set(value).size === value.length;

/** How keywords that hold no schemas are well written. */
const SIMPLE: Readonly<Record<string, ((value: unknown) => boolean) | undefined>> = {
  __proto__: null as never,
  type: (value) => TYPES.includes(value as string) || isListOf(value, (each) => TYPES.includes(each as string)),
  enum: (value) => isListOf(value, isPrimitive),
  required: (value) => isListOf(value, isString),
  nullable: isBoolean,
  minimum: isNumber,
  maximum: isNumber,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: isBoolean,
  pattern: isPattern,
  format: isString,
  title: isString,
  description: isString,
  readOnly: isBoolean,
  writeOnly: isBoolean,
  deprecated: isBoolean,
  examples: Array.isArray,
  default: isAnything,
  example: isAnything,
  externalDocs: isAnything,
  xml: isAnything,
  discriminator: isAnything,
};

function isPattern(value: unknown): boolean {
  if (typeof value !== "string" || /[^\\]\\Z/.test(value)) return false;
  try {
    return new RegExp(value, "u") && new RegExp(value) !== undefined;
  } catch {
    return false;
  }
}

const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...["title", "description", "default", "example", "examples", "deprecated"],
  ...["externalDocs", "xml", "discriminator"],
]);

function fitted(schema: Schema, values: readonly unknown[]): Schema {
  const fit: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    // Whether a property is sent matters to what holds it, even where it is missing.
    if (values.length === 0 ? !/^(?:read|write)Only$/.test(key) : ANNOTATIONS.has(key) || key.startsWith("x-"))
      continue;
    fit[key] = fittedKeyword(key, value, schema, values);
  }
  return fit;
}

function fittedKeyword(key: string, value: unknown, schema: Schema, values: readonly unknown[]): unknown {
  const { properties = {}, required = [] } = schema as { properties?: Schema; required?: readonly string[] };
  const objects = () => values.filter(isObject);
  switch (key) {
    case "properties":
      return Object.fromEntries(
        Object.entries(properties).flatMap(([name, property]) => {
          const held = objects().flatMap((object) => (Object.hasOwn(object, name) ? [object[name]] : []));
          return held.length > 0 || required.includes(name) ? [[name, fitted(property as Schema, held)]] : [];
        }),
      );
    case "additionalProperties": {
      if (typeof value === "boolean") return value;
      const others = (object: Schema) => Object.keys(object).filter((name) => !Object.hasOwn(properties, name));
      return fitted(
        value as Schema,
        objects().flatMap((object) => others(object).map((name) => object[name])),
      );
    }
    case "items":
      return fitted(value as Schema, values.filter(Array.isArray).flat());
    case "allOf":
    case "anyOf":
    case "oneOf":
      return (value as Schema[]).map((each) => fitted(each, values));
    default:
      return value;
  }
}

function verdictOn(schema: Schema, value: unknown, relaxed: boolean): Verdict {
  if (!hasType(schema, value)) return false;
  const allowed = schema["enum"] as unknown[] | undefined;
  if (allowed && !allowed.includes(value)) return false;
  return all([ofKind(schema, value, relaxed), ofCombinations(schema, value, relaxed)]);
}

function ofKind(schema: Schema, value: unknown, relaxed: boolean): Verdict {
  if (typeof value === "string") return ofString(schema, value);
  if (typeof value === "number") return ofNumber(schema, value);
  if (Array.isArray(value)) return ofArray(schema, value, relaxed);
  return isObject(value) ? ofObject(schema, value, relaxed) : true;
}

function hasType({ type, nullable }: Schema, value: unknown): boolean {
  if (type === undefined || (value === null && nullable === true)) return true;
  const types = Array.isArray(type) ? type : [type];
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  // YAML has numbers that JSON has not.
  if (typeof value === "number" && !Number.isFinite(value)) return false;
  return types.includes(typeof value) || (types.includes("integer") && Number.isInteger(value));
}

function ofString({ minLength = 0, maxLength = Infinity, pattern, format }: Schema, value: string): Verdict {
  const length = codePointLength(value);
  if (length < (minLength as number) || length > (maxLength as number)) return false;
  if (pattern !== undefined && !new RegExp(pattern as string).test(value)) return false;
  return ofFormat(format, value);
}

function ofNumber({ minimum = -Infinity, maximum = Infinity, format }: Schema, value: number): Verdict {
  if (value < (minimum as number) || value > (maximum as number)) return false;
  return ofFormat(format, value);
}

function ofFormat(name: unknown, value: string | number): Verdict {
  const format = typeof name === "string" && Object.hasOwn(fullFormats, name) ? fullFormats[name as FormatName] : true;
  if (format === true) return true;
  if (format instanceof RegExp) return typeof value === "number" || format.test(value);
  if (typeof format === "function") return typeof value === "number" || (format(value) as boolean);
  if (typeof format !== "object" || (format.type ?? "string") !== typeof value) return true;
  const { validate } = format;
  if (validate instanceof RegExp) return validate.test(value as string);
  return typeof validate === "function" ? ((validate as (value: unknown) => boolean)(value) as boolean) : undefined;
}

function ofArray(
  { items, minItems = 0, maxItems = Infinity, uniqueItems }: Schema,
  value: unknown[],
  relaxed: boolean,
): Verdict {
  if (value.length < (minItems as number) || value.length > (maxItems as number)) return false;
  if (uniqueItems === true && !(value.every(isPrimitive) && new Set(value).size === value.length)) return undefined;
  return items === undefined ? true : all(value.map((item) => verdictOn(items as Schema, item, relaxed)));
}

function ofObject(schema: Schema, value: Schema, relaxed: boolean): Verdict {
  const { required = [], properties = {}, additionalProperties: others = true } = schema;
  const { minProperties = 0, maxProperties = Infinity } = schema;
  const keys = Object.keys(value);
  if (keys.length < (minProperties as number) || keys.length > (maxProperties as number)) return false;
  if ((required as string[]).some((name) => !Object.hasOwn(value, name))) return relaxed ? undefined : false;
  return all(
    keys.map((key) => {
      const known = Object.hasOwn(properties as Schema, key) ? (properties as Schema)[key] : others;
      return typeof known === "boolean" ? known : verdictOn(known as Schema, value[key], relaxed);
    }),
  );
}

function ofCombinations({ allOf = [], anyOf, oneOf }: Schema, value: unknown, relaxed: boolean): Verdict {
  const verdicts = (schemas: unknown) => (schemas as Schema[]).map((each) => verdictOn(each, value, relaxed));
  return all([...verdicts(allOf), !anyOf || some(verdicts(anyOf)), !oneOf || one(verdicts(oneOf))]);
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function some(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

function one(verdicts: readonly Verdict[]): Verdict {
  const accepted = verdicts.filter((each) => each === true).length;
  if (accepted > 1) return false;
  return verdicts.includes(undefined) ? undefined : accepted === 1;
}
