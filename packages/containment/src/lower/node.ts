import { canonicalText } from "../json.ts";
import { append } from "../lists.ts";
import type { Limits } from "../types/number.ts";
import type { Clause, Keywords, Place } from "./keywords.ts";

/** A text that two sets of keywords share exactly when they are equal, given a text for each subschema. */
export function keyOf(keywords: Keywords, child: (place: Place) => string): string {
  const optional = (label: string, place: Place | undefined) => (place === undefined ? "" : `${label}${child(place)};`);
  if (keywords.unread) return `?${keywords.unread.text}|${keyOf(keywords.unread.keywords, child)}`;
  const parts: string[] = [`t${keywords.types}`];
  if (keywords.values) parts.push(`v${keywords.values.map(canonicalText).sort().join(",")}`);
  if (keywords.number) parts.push(`n${limitsKey(keywords.number)}`);
  if (keywords.string) {
    const { minLength, maxLength, patterns, numeral } = keywords.string;
    parts.push(
      `s${minLength},${maxLength},${patterns.map((source) => JSON.stringify(source)).join()},${numeral ? limitsKey(numeral) : ""}`,
    );
  }
  if (keywords.array) {
    const { prefix, rest, contains, minItems, maxItems, unique } = keywords.array;
    const counted = contains
      ? `c${child(contains.place)},${contains.min},${contains.max}${contains.evaluates ? "e" : ""};`
      : "";
    parts.push(`a${prefix.map(child).join(",")};${optional("r", rest)}${counted}${minItems},${maxItems},${unique}`);
  }
  if (keywords.object) {
    const { properties, patterns, additional, names, required, minProperties, maxProperties } = keywords.object;
    // Sorted before the children are keyed: their order decides how an outline numbers its holes.
    const members = [...properties.keys()]
      .sort()
      .map((name) => `${JSON.stringify(name)}:${child(properties.get(name) as Place)}`);
    const matched = patterns
      .toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0))
      .map(({ source, place }) => `${JSON.stringify(source)}:${child(place)}`);
    const counts = `${minProperties},${maxProperties}`;
    parts.push(
      `o${members.join(",")};${matched.join(",")};${optional("x", additional)}${optional("k", names)}${JSON.stringify(required)}${counts}`,
    );
  }
  if (keywords.all.length > 0) parts.push(`&${keywords.all.map(child).sort().join(",")}`);
  append(parts, keywords.clauses.map((clause) => clauseKey(clause, child)).sort());
  parts.push(optional("ui", keywords.unevaluatedItems), optional("up", keywords.unevaluatedProperties));
  if (keywords.takesItems !== "none") parts.push(`ti${keywords.takesItems}`);
  if (keywords.takesProperties !== "none") parts.push(`tp${keywords.takesProperties}`);
  if (keywords.readOnly) parts.push("ro");
  if (keywords.writeOnly) parts.push("wo");
  if (keywords.opaque) parts.push(`?${keywords.opaque}`);
  return parts.join("|");
}

function limitsKey({ integer, steps, lower, upper }: Limits): string {
  return `${integer ? "i" : ""}${steps.join("*")}${lower.exclusive ? "(" : "["}${lower.at},${upper.at}${upper.exclusive ? ")" : "]"}`;
}

/** A text that two clauses share exactly when they are equal, given a text for each subschema. */
export function clauseKey(clause: Clause, child: (place: Place) => string): string {
  switch (clause.kind) {
    case "anyOf":
    case "oneOf":
      return `${clause.kind}${clause.parts.map(child).sort().join(",")}`;
    case "not":
      return `not${child(clause.part)}`;
    case "if":
      return `if${child(clause.test)},${clause.yes ? child(clause.yes) : ""},${clause.no ? child(clause.no) : ""}`;
    case "dependent":
      return `dep${JSON.stringify(clause.key)}${Array.isArray(clause.part) ? JSON.stringify(clause.part) : child(clause.part as Place)}`;
  }
}

/** Whether keywords say nothing but that one other schema must hold: a bare `$ref`, an `allOf` of one. */
export function aliasOf(keywords: Keywords): Place | undefined {
  const {
    types,
    number,
    values,
    string,
    array,
    object,
    all,
    clauses,
    unevaluatedItems,
    unevaluatedProperties,
    readOnly,
    writeOnly,
    opaque,
  } = keywords;
  const only = all[0];
  if (all.length !== 1 || only === undefined || types !== 63 || clauses.length > 0 || readOnly || writeOnly)
    return undefined;
  return number || values || string || array || object || unevaluatedItems || unevaluatedProperties || opaque
    ? undefined
    : only;
}
