import {
  type Api,
  defineLintRule,
  entriesIn,
  isObject,
  type Located,
  namesIn,
  partsOf,
  placeOf,
  propertiesOf,
  valueAt,
} from "@concordat/engine/kit";
import { isBranch, strangersIn } from "../support/schemas.ts";

/** Keywords that may declare properties without naming them at this place. */
const DECLARING = [
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
  "oneOf",
  "anyOf",
  "if",
  "dependentSchemas",
];
/** Keywords that say what the items of an array are. */
const ITEMS = ["items", "prefixItems", "contains", "unevaluatedItems", "oneOf", "anyOf", "enum", "const"];

export default defineLintRule({
  id: "lint/schema-well-formed",
  theme: "schemas",
  summary: "Required properties are declared, arrays describe their items, and enum values match the type.",
  why: "Tools accept such schemas silently: generated types then lack the field, hold anything, or refuse every value.",
  fix: "Declare the property or correct its name, add `items`, or make the values and the type agree.",
  exceptions: "Schemas that are only used as part of another schema, which declares the property.",
  severity: "error",
  source: "JSON Schema Validation 2020-12, sections 6.1 and 6.5.3; OpenAPI 3.0.3, section 4.7.24.1.",
  messages: {
    required: "{At} requires `{property}` but does not declare it.",
    items: "{At} is an array but does not describe its items.",
    enum: "{At} lists the enum value `{value}`, which is not of type {types}.",
  },
  *run({ api }, hit) {
    const merged = api.schemas.flatMap(({ at }) => entriesIn(api.member(at, "allOf")));
    const parts = new Set(merged.map((part) => api.follow(part)?.value));
    for (const schema of api.schemas) {
      const { at, usage } = schema;
      const place = { direction: usage.response ? "response" : "request" } as const;
      for (const { value, types } of strangersIn(at))
        yield hit("enum", { value, types }, placeOf(at, "enum", api), place);
      // A part of another schema cannot be judged alone.
      if (isBranch(schema) || parts.has(at.value)) continue;
      const composed = valueAt(at, "allOf") === undefined ? [at] : partsOf(at, api);
      const says = (keyword: string) => composed.some((part) => valueAt(part, keyword) !== undefined);
      if (valueAt(at, "type") === "array" && !ITEMS.some(says)) yield hit("items", {}, at, place);
      if (!says("required") || !says("properties") || DECLARING.some((keyword) => isOpenTo(composed, keyword)))
        continue;
      for (const { property, part } of undeclaredIn(at, composed, api))
        yield hit("required", { property }, placeOf(part, "required", api), place);
    }
  },
});

/** Whether a keyword lets in properties that have no name here. */
function isOpenTo(parts: readonly Located[], keyword: string): boolean {
  return parts.some((part) => ![undefined, false, true].includes(valueAt(part, keyword) as boolean | undefined));
}

function* undeclaredIn(
  schema: Located,
  parts: readonly Located[],
  api: Api,
): Generator<{ readonly property: string; readonly part: Located }> {
  // A schema that is not put together from parts, as most are, need not be read as one.
  const own = parts.length === 1 ? valueAt(schema, "properties") : undefined;
  const declared = isObject(own) ? new Set(Object.keys(own)) : propertiesOf(schema, api);
  for (const part of parts) {
    for (const property of namesIn(valueAt(part, "required"))) if (!declared.has(property)) yield { property, part };
  }
}
