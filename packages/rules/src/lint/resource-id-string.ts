import {
  type Api,
  activeOperations,
  defineLintRule,
  isObject,
  keywordOf,
  type Located,
  typesOf,
  valueAt,
} from "@concordat/engine/kit";

const IDENTIFIER = /^(?:id|ID|.*[a-z\d]_id|.*[a-z\d]I[dD]|.*-id)$/;

export default defineLintRule({
  id: "lint/resource-id-string",
  theme: "resources",
  summary: "Identifiers are strings.",
  why: "JavaScript rounds integers above 2^53, attackers can guess sequential numbers, and a number can never become anything else.",
  fix: "Make identifiers opaque strings in the next major version. New ones can be strings at once.",
  exceptions: "Numbers that another standard defines.",
  severity: "warn",
  preset: "core",
  source: "RFC 8259, section 6; AEP-122; OWASP API Security Top 10 2023, API1.",
  grouped: { summary: "{count} identifiers are numbers instead of strings." },
  messages: {
    property: "The identifier {at} is a number instead of a string.",
    parameter: "The path parameter `{name}` is an identifier but a number instead of a string.",
  },
  *run({ api }, hit) {
    for (const { ref, parameters } of activeOperations(api))
      for (const { name, in: place, at, serialisation } of parameters)
        if (place === "path" && IDENTIFIER.test(name) && isNumber(serialisation.schema, api))
          yield hit("parameter", { name }, at, { operations: [ref] });
    for (const { at, usage } of api.schemas) {
      if (!usage.request && !usage.response) continue;
      const properties = api.member(at, "properties");
      if (properties === undefined || !isObject(properties.value)) continue;
      for (const name of Object.keys(properties.value)) {
        const property = IDENTIFIER.test(name) ? api.member(properties, name) : undefined;
        if (property !== undefined && isNumber(property, api))
          yield hit("property", { name }, property, { direction: usage.response ? "response" : "request" });
      }
    }
  },
});

function isNumber(schema: Located | undefined, api: Api): boolean {
  const type = valueAt(schema, "type");
  const types = typeof type === "string" ? [type] : typesOf(schema, api);
  const onlyNumbers = types.length > 0 && types.every((type) => type === "integer" || type === "number");
  // One of a few numbers is a code.
  return onlyNumbers && keywordOf(schema, "enum", api) === undefined;
}
