/** The schema languages that are lowered to one form. */
export type Dialect =
  | "draft-04"
  | "draft-06"
  | "draft-07"
  | "draft-2019-09"
  | "draft-2020-12"
  | "openapi-2.0"
  | "openapi-3.0"
  | "openapi-3.1"
  | "openapi-3.2";

/** Where dialects read the same text differently. */
export interface DialectTraits {
  /** `$ref` hides its siblings (drafts 04 to 07, OpenAPI 2.0 and 3.0). */
  readonly refHidesSiblings: boolean;
  /** `exclusiveMinimum` and `exclusiveMaximum` are flags beside the bound (draft 04, OpenAPI 2.0 and 3.0). */
  readonly exclusiveFlags: boolean;
  /** `items` may be a list and `additionalItems` the rest (before 2020-12). */
  readonly itemsMayBeList: boolean;
  /** The keyword that adds null to `type`. */
  readonly nullable: "nullable" | "x-nullable" | undefined;
  /** The keyword that names a schema resource. */
  readonly id: "id" | "$id" | undefined;
  /** readOnly and writeOnly take part in what a direction sends (OpenAPI). */
  readonly directional: boolean;
  /** `contains` leaves the items it finds out of `unevaluatedItems` (since 2020-12). */
  readonly containsEvaluates: boolean;
  /** Keywords that this dialect does not have yet, and so ignores. */
  readonly without: ReadonlySet<string>;
}

const after04 = ["const", "contains", "propertyNames"];
const after06 = ["if", "then", "else"];
const after07 = [
  "dependentRequired",
  "dependentSchemas",
  "minContains",
  "maxContains",
  "unevaluatedItems",
  "unevaluatedProperties",
  "$recursiveRef",
  "$recursiveAnchor",
  "$anchor",
];
const after2019 = ["prefixItems", "$dynamicRef", "$dynamicAnchor"];
/** Replaced in 2019-09 and 2020-12. */
const retired2019 = ["dependencies"];
const retired2020 = ["dependencies", "additionalItems", "$recursiveRef", "$recursiveAnchor"];

function traits(changes: Partial<DialectTraits> & { without?: ReadonlySet<string> }): DialectTraits {
  return {
    refHidesSiblings: false,
    exclusiveFlags: false,
    itemsMayBeList: false,
    nullable: undefined,
    id: "$id",
    directional: false,
    containsEvaluates: true,
    without: new Set(),
    ...changes,
  };
}

// OpenAPI 2.0 and 3.0 know fewer keywords than JSON Schema, but descriptions in the wild use the others in
// their usual meaning, so none is ignored there.
const openapiOld = {
  refHidesSiblings: true,
  exclusiveFlags: true,
  itemsMayBeList: true,
  id: undefined,
  directional: true,
} as const;

const TRAITS: Readonly<Record<Dialect, DialectTraits>> = {
  "draft-04": traits({
    refHidesSiblings: true,
    exclusiveFlags: true,
    itemsMayBeList: true,
    id: "id",
    without: new Set([...after04, ...after06, ...after07, ...after2019]),
  }),
  "draft-06": traits({
    refHidesSiblings: true,
    itemsMayBeList: true,
    without: new Set([...after06, ...after07, ...after2019]),
  }),
  "draft-07": traits({ refHidesSiblings: true, itemsMayBeList: true, without: new Set([...after07, ...after2019]) }),
  "draft-2019-09": traits({
    itemsMayBeList: true,
    containsEvaluates: false,
    without: new Set([...after2019, ...retired2019]),
  }),
  "draft-2020-12": traits({ without: new Set(retired2020) }),
  "openapi-2.0": traits({ ...openapiOld, nullable: "x-nullable" }),
  "openapi-3.0": traits({ ...openapiOld, nullable: "nullable" }),
  "openapi-3.1": traits({ directional: true, without: new Set(retired2020) }),
  "openapi-3.2": traits({ directional: true, without: new Set(retired2020) }),
};

/** How a dialect reads the keywords on which dialects differ. */
export function traitsOf(dialect: Dialect): DialectTraits {
  return TRAITS[dialect];
}

/** The dialect that a `$schema` URI names, or undefined where it is not one of ours. */
export function dialectOfSchemaUri(uri: string): Dialect | undefined {
  const match = /^https?:\/\/json-schema\.org\/draft(?:\/(2019-09|2020-12)|-(0[467]))\/schema#?$/.exec(uri);
  if (match) return `draft-${match[1] ?? match[2]}` as Dialect;
  if (uri.startsWith("https://spec.openapis.org/oas/3.1/dialect/")) return "openapi-3.1";
  if (uri.startsWith("https://spec.openapis.org/oas/3.2/dialect/")) return "openapi-3.2";
  return undefined;
}

/** Whether a text names a dialect of this package. */
export function isDialect(text: string): text is Dialect {
  return Object.hasOwn(TRAITS, text);
}
