import type { Cause, Place } from "@concordat/containment/internal";
import { isObject, own } from "@concordat/containment/internal";
import type { FindingData } from "../../finding/finding.ts";
import type { Facet } from "../../kit/targets.ts";

const FACETS: Readonly<Record<string, Facet>> = {
  type: "type",
  numeral: "type",
  enum: "enum",
  minimum: "range",
  maximum: "range",
  multipleOf: "multiple-of",
  minLength: "length",
  maxLength: "length",
  pattern: "pattern",
  minItems: "item-count",
  maxItems: "item-count",
  uniqueItems: "unique-items",
  contains: "contains",
  maxContains: "contains",
  items: "items",
  prefixItems: "items",
  unevaluatedItems: "items",
  propertyNames: "property-names",
  minProperties: "property-count",
  maxProperties: "property-count",
  dependent: "dependencies",
  anyOf: "alternatives",
  oneOf: "alternatives",
  not: "exclusion",
  if: "condition",
};

/** Keywords that limit the values of properties. */
const VALUE_KEYWORDS = new Set(["properties", "additionalProperties", "patternProperties"]);

/**
 * Which facet of a schema a cause of failed containment is about.
 *
 * @param declares whether a schema declares a property
 */
export function facetOf(cause: Cause, declares: (place: Place, name: string) => boolean): Facet {
  const { data } = cause;
  if (!cause.exists || data.nothing) return "schema";
  const keyword = keywordOf(cause);
  const { name } = data;
  if (keyword === "required" && name !== undefined)
    return cause.left.some((place) => declares(place, name)) ? "required" : "presence";
  if (keyword === "type" && data.types?.length === 1 && data.types[0] === "null") return "nullability";
  if (VALUE_KEYWORDS.has(keyword)) return data.closed ? "closed" : "map-values";
  // Where alternatives decide what is evaluated, there is no single property that is refused.
  if (keyword === "unevaluatedProperties")
    return data.closed || keywordIn(cause.right, keyword) === false ? "closed" : "map-values";
  return FACETS[keyword] ?? "schema";
}

/**
 * The keyword of a cause as people know it: of text on the wire, that it reads as a number or a boolean is what `type`
 * asks for.
 */
export function keywordOf({ keyword, right }: Pick<Cause, "keyword" | "right">): string {
  if (keyword === "numeral") return "type";
  const listed = [right, right.parent].some((place) => place && isListing(place));
  return keyword === "enum" && right.mode === "wire" && !listed ? "type" : keyword;
}

function isListing(place: Place): boolean {
  return ["enum", "const"].some((keyword) => keywordIn(place, keyword) !== undefined);
}

function keywordIn({ value }: Place, keyword: string): unknown {
  return isObject(value) ? own(value, keyword) : undefined;
}

/** What messages about a cause are filled with; `from` and `to` are the limits of base and head. */
export function causeFacts(cause: Cause, change: "narrowed" | "widened"): FindingData {
  const { data } = cause;
  const keyword = keywordOf(cause);
  if (keyword === "type" && cause.keyword !== "type") return { keyword };
  const [from, to] = change === "narrowed" ? [data.left, data.right] : [data.right, data.left];
  return {
    keyword,
    ...(data.types && { types: [...data.types] }),
    ...(data.values && { values: [...data.values] }),
    ...(data.name !== undefined && { name: data.name }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** Whether a schema is marked as one whose values may grow in number, in one of the ways that are in use. */
export function isExtensible(place: Place): boolean {
  const raw = isObject(place.value) ? place.value : {};
  if (own(raw, "x-extensible-enum") !== undefined && own(raw, "x-extensible-enum") !== false) return true;
  const microsoft = own(raw, "x-ms-enum");
  return isObject(microsoft) && own(microsoft, "modelAsString") === true;
}
