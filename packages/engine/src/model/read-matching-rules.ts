import { isObject, type Json, own } from "@concordat/containment/internal";
import {
  type Generator,
  type Generators,
  type Matcher,
  type MatchingRule,
  type MatchingRules,
  PLAIN_MATCHERS,
  type PlainMatcher,
  type Variant,
} from "./matching-rules.ts";
import { type PathStep, parsePathExpression } from "./path-expression.ts";

/** Other names of matchers, of earlier versions and of their libraries. */
const ALIASES: Readonly<Record<string, string>> = {
  timestamp: "datetime",
  "content-type": "contentType",
  "not-empty": "notEmpty",
  "each-key": "eachKey",
  "each-value": "eachValue",
  "array-contains": "arrayContains",
  "status-code": "statusCode",
};

/** The rules of one place of a message, with its name where places have one. */
interface Entry {
  readonly name: string;
  readonly said: unknown;
}

/**
 * Reads matching rules: those of version 2, which name all places by `$.body...`, and those of later versions, by category.
 *
 * @param raw the value of `matchingRules`; undefined where there are none
 */
export function readMatchingRules(raw: unknown): MatchingRules {
  const category = (name: string) => entriesOf(raw, name);
  const named = (entries: readonly Entry[], key: (name: string) => string) =>
    new Map(entries.map(({ name, said }) => [key(nameOf(name)), readRule([], said)]));
  return {
    body: [...category("body"), ...category("content")].map(({ name, said }) => ruleAt(name, said)),
    query: named(category("query"), (name) => name),
    header: named([...category("header"), ...category("headers")], (name) => name.toLowerCase()),
    path: category("path").map(({ said }) => readRule([], said))[0],
    status: category("status").map(({ said }) => readRule([], said))[0],
  };
}

/** Reads generators (Pact specification, version 3). */
export function readGenerators(raw: unknown): Generators {
  const category = (name: string) =>
    entriesOf(raw, name).flatMap((entry) => {
      const generator = readGenerator(entry.said);
      return generator ? [{ name: entry.name, generator }] : [];
    });
  return {
    body: category("body").flatMap(({ name, generator }) => {
      const path = parsePathExpression(name);
      return path ? [{ path, generator }] : [];
    }),
    query: new Map(category("query").map(({ name, generator }) => [nameOf(name), generator])),
    header: new Map(category("header").map(({ name, generator }) => [nameOf(name).toLowerCase(), generator])),
    path: category("path")[0]?.generator,
  };
}

/** What is said in one category: of each name, or of the whole where it has no names. */
function entriesOf(raw: unknown, category: string): Entry[] {
  if (!isObject(raw)) return [];
  const flat = Object.entries(raw).flatMap(([key, said]): Entry[] => {
    const rest = key.startsWith(`$.${category}`) ? key.slice(category.length + 2) : undefined;
    return rest !== undefined && !/^\w/.test(rest) ? [{ name: `$${rest}`, said }] : [];
  });
  const found = own(raw, category);
  if (!isObject(found)) return flat;
  if (Array.isArray(own(found, "matchers")) || typeof own(found, "type") === "string")
    return [...flat, { name: "$", said: found }];
  return [...flat, ...Object.entries(found).map(([name, said]) => ({ name, said }))];
}

/** The name in `Accept`, `$.Accept`, `$['Accept'][0]` and `ids[0]`. */
function nameOf(text: string): string {
  const [first] = parsePathExpression(text) ?? [];
  if (first !== undefined && typeof first === "object") return first.name;
  return text.replace(/\[(?:\d+|\*)\]$/, "");
}

/** A rule for the places of an expression. Of one that cannot be read it is not known which it speaks of: perhaps of all. */
function ruleAt(expression: string, said: unknown): MatchingRule {
  const path = parsePathExpression(expression);
  return path ? readRule(path, said) : { path: [], matchers: [{ match: "unknown", name: expression }], combine: "AND" };
}

function readRule(path: readonly PathStep[], said: unknown): MatchingRule {
  const list = isObject(said) ? own(said, "matchers") : undefined;
  const matchers = Array.isArray(list) ? list.map(readMatcher) : [readMatcher(said)];
  const combine = isObject(said) && own(said, "combine") === "OR" ? "OR" : "AND";
  return { path, matchers, combine };
}

function readMatcher(raw: unknown): Matcher {
  if (!isObject(raw)) return { match: "unknown", name: String(raw) };
  const written = own(raw, "match") ?? own(raw, "type");
  const [min, max] = [bound(raw, "min"), bound(raw, "max")];
  const name = written === undefined && (min ?? max) !== undefined ? "type" : String(written ?? "equality");
  const match = ALIASES[name] ?? name;
  const text = (key: string) => (typeof own(raw, key) === "string" ? (own(raw, key) as string) : undefined);
  const value = text("value");
  switch (match) {
    case "type":
    case "min":
    case "max":
      return { match: "type", ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    case "regex":
      return { match, regex: text("regex") ?? value ?? "" };
    case "include":
      return { match, value: value ?? "" };
    case "date":
    case "time":
    case "datetime":
      return { match, format: text("format") ?? text(name) ?? value };
    case "arrayContains":
      return { match, variants: readVariants(own(raw, "variants")) };
    case "eachKey":
    case "eachValue":
      return { match, rules: asList(own(raw, "rules")).map(readMatcher) };
    case "statusCode":
      return { match, status: readStatus(own(raw, "status")) };
  }
  return isPlain(match) ? { match } : { match: "unknown", name };
}

function isPlain(name: string): name is PlainMatcher {
  return (PLAIN_MATCHERS as readonly string[]).includes(name);
}

function bound(raw: object, key: "min" | "max"): number | undefined {
  const value = own(raw as Record<string, unknown>, key);
  return typeof value === "number" ? value : undefined;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readStatus(value: unknown): string | readonly number[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "number") : String(value);
}

function readVariants(value: unknown): Variant[] {
  return asList(value).flatMap((variant) => {
    if (!isObject(variant)) return [];
    const rules = own(variant, "rules");
    const index = own(variant, "index");
    return [
      {
        index: typeof index === "number" ? index : 0,
        rules: Object.entries(isObject(rules) ? rules : {}).map(([name, each]) => ruleAt(name, each)),
      },
    ];
  });
}

function readGenerator(raw: unknown): Generator | undefined {
  const type = isObject(raw) ? own(raw, "type") : undefined;
  return typeof type === "string" ? { ...(raw as Record<string, Json>), type } : undefined;
}
