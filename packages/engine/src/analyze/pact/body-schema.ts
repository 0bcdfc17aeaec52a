import { isObject, type Json } from "@concordat/containment/internal";
import type { Generators, Matcher, MatchingRule } from "../../model/matching-rules.ts";
import { type ValueStep, weightOf } from "../../model/path-expression.ts";
import { generatorSchema, literalSchema, ruleSchema } from "./matcher-schema.ts";
import type { JsonSchema, Reading, ReadSchema } from "./reading.ts";

/** Matchers that are about a list or an object itself, and not about what it holds. */
const OWN: readonly Matcher["match"][] = ["arrayContains", "eachKey", "eachValue", "values", "notEmpty"];
/** Matchers after which a list or an object is no example of a form any more. */
const WHOLE: readonly Matcher["match"][] = ["equality", "null", "unknown", "boolean", "number", "integer", "decimal"];
/** Items that `eachLike` asks for by itself, so that an example has one. */
const USUAL_MIN = 1;
/** Values within one another that are read; deeper ones are taken for anything, and that is said. */
const DEEPEST = 100;

/**
 * The values that an example of a body and its rules stand for, as a schema. Rules cascade: of those that fit a value or what
 * holds it, the weightiest counts (Pact specification, version 2, "Matching rule paths"). Bounds of a list are its own.
 */
export function bodySchema(
  example: Json,
  rules: readonly MatchingRule[],
  generators: Generators["body"],
  reading: Reading,
): ReadSchema {
  const writer = new Writer(rules, generators, reading);
  return { schema: writer.write(example, []), unread: [...writer.unread] };
}

/** The rule that counts for a value. */
interface Chosen {
  readonly rule: MatchingRule;
  /** Whether it is about the value itself, and not about what holds it. */
  readonly isOwn: boolean;
}

class Writer {
  readonly unread = new Set<string>();
  readonly #rules: readonly MatchingRule[];
  readonly #generators: Generators["body"];
  readonly #reading: Reading;

  constructor(rules: readonly MatchingRule[], generators: Generators["body"], reading: Reading) {
    this.#rules = rules;
    this.#generators = generators;
    this.#reading = reading;
  }

  write(example: Json, way: readonly ValueStep[]): JsonSchema {
    if (way.length > DEEPEST) {
      this.unread.add(`what lies ${DEEPEST} levels deep`);
      return true;
    }
    const generated = this.#generated(way);
    if (generated !== undefined) return generated;
    const chosen = this.#chosen(way);
    if (chosen?.rule.matchers.some(({ match }) => WHOLE.includes(match))) return this.#single(example, chosen);
    if (Array.isArray(example)) return this.#list(example, way, chosen);
    if (isObject(example)) return this.#object(example, way, chosen);
    return chosen ? this.#single(example, chosen) : literalSchema(example, this.#reading);
  }

  #single(example: Json, { rule, isOwn }: Chosen): JsonSchema {
    const matchers = isOwn ? rule.matchers : rule.matchers.filter(({ match }) => !OWN.includes(match));
    if (matchers.length === 0) return literalSchema(example, this.#reading);
    return ruleSchema({ ...rule, matchers }, example, this.#reading, (name) => this.unread.add(name));
  }

  /** What is sent in place of an example; what a consumer can handle does not depend on it. */
  #generated(way: readonly ValueStep[]): JsonSchema | undefined {
    if (this.#reading.kind !== "sent") return undefined;
    const found = this.#generators.find(({ path }) => path.length === way.length && weightOf(path, way) > 0);
    return found && generatorSchema(found.generator);
  }

  #chosen(way: readonly ValueStep[]): Chosen | undefined {
    let best: MatchingRule | undefined;
    let most = 0;
    for (const rule of this.#rules) {
      const weight = weightOf(rule.path, way);
      if (weight <= most) continue;
      best = rule;
      most = weight;
    }
    return best && { rule: best, isOwn: best.path.length === way.length };
  }

  #list(example: readonly Json[], way: readonly ValueStep[], chosen: Chosen | undefined): JsonSchema {
    const items = example.map((item, i) => this.write(item, [...way, i]));
    const matchers = chosen?.rule.matchers ?? [];
    const own = chosen?.isOwn ? matchers : [];
    const contained = own.find((matcher) => matcher.match === "arrayContains");
    if (contained) {
      const parts = contained.variants.map(({ index, rules }) => {
        const part = bodySchema(example[index] ?? null, rules, [], this.#reading);
        for (const name of part.unread) this.unread.add(name);
        return { contains: part.schema };
      });
      return { type: "array", allOf: parts };
    }
    const each = own.find((matcher) => matcher.match === "eachValue");
    if (each) return { type: "array", items: this.#each(example[0] ?? null, each.rules, [...way, "beyond"]) };
    if (this.#reading.kind === "handled")
      return { type: "array", ...(items.length > 0 && { items: oneOfThese(items) }), ...this.#bounds(own) };
    if (matchers.length === 0)
      return { type: "array", prefixItems: items, items: false, minItems: items.length, maxItems: items.length };
    const beyond = example.length === 0 ? true : this.write(example[0] as Json, [...way, "beyond"]);
    const differ = items.some((item) => JSON.stringify(item) !== JSON.stringify(beyond));
    return { type: "array", ...(differ && { prefixItems: items }), items: beyond, ...this.#bounds(own) };
  }

  /** What each of some values may be; what a list or an object among them holds has rules of its own. */
  #each(example: Json, matchers: readonly Matcher[], way: readonly ValueStep[]): JsonSchema {
    if (matchers.length === 0 || (typeof example === "object" && example !== null)) return this.write(example, way);
    return ruleSchema({ matchers, combine: "AND" }, example, this.#reading, (name) => this.unread.add(name));
  }

  /** How many items there may be. That a test had one at least says nothing of what a consumer can handle. */
  #bounds(matchers: readonly Matcher[]): object {
    const types = matchers.filter((matcher) => matcher.match === "type");
    const least = types.find(({ min }) => min !== undefined)?.min;
    const most = types.find(({ max }) => max !== undefined)?.max;
    const isUsual = least === USUAL_MIN && this.#reading.kind === "handled";
    const notEmpty = matchers.some(({ match }) => match === "notEmpty");
    return {
      ...(least !== undefined && !isUsual && { minItems: least }),
      ...(most !== undefined && { maxItems: most }),
      ...(notEmpty && { minItems: 1 }),
    };
  }

  #object(
    example: Readonly<Record<string, unknown>>,
    way: readonly ValueStep[],
    chosen: Chosen | undefined,
  ): JsonSchema {
    const entries = Object.entries(example) as [string, Json][];
    const own = chosen?.isOwn ? chosen.rule.matchers : [];
    const unread = (name: string) => this.unread.add(name);
    const keys = own.find((matcher) => matcher.match === "eachKey");
    const values = own.find((matcher) => matcher.match === "eachValue");
    const anyNames = own.some(({ match }) => match === "values" || match === "eachKey" || match === "eachValue");
    if (anyNames) {
      const [name, value] = entries[0] ?? ["", null];
      const member = this.#each(value, values?.rules ?? [], [...way, name]);
      const names = keys && ruleSchema({ matchers: keys.rules, combine: "AND" }, name, this.#reading, unread);
      return {
        type: "object",
        ...(entries.length > 0 && { additionalProperties: member }),
        ...(names !== undefined && { propertyNames: names }),
      };
    }
    const properties = Object.fromEntries(entries.map(([name, value]) => [name, this.write(value, [...way, name])]));
    return {
      type: "object",
      properties,
      ...(entries.length > 0 && { required: entries.map(([name]) => name) }),
      ...(!this.#reading.open && { additionalProperties: false }),
      ...(own.some(({ match }) => match === "notEmpty") && { minProperties: 1 }),
    };
  }
}

function oneOfThese(schemas: readonly JsonSchema[]): JsonSchema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length === 1 ? (distinct[0] as JsonSchema) : { anyOf: distinct };
}
