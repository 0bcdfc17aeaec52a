import { type Api, defineLintRule, keywordOf, type Located, listIn, valueAt } from "@concordat/engine/kit";

/** Formats whose values have a length that the format bounds. */
const BOUNDED = new Set(["date", "date-time", "time", "uuid", "ipv4", "ipv6", "binary", "byte", "color"]);

export default defineLintRule({
  id: "lint/limit-request-bounds",
  theme: "limits",
  summary: "Arrays and strings in requests have an upper bound.",
  why: "Without one, a consumer learns the limit only when a request is refused, and a server may run out of memory.",
  fix: "Add the `maxItems` or `maxLength` that the server already enforces. A lower bound breaks consumers.",
  exceptions: "Free text and bulk data that only the size of the whole request limits.",
  severity: "info",
  preset: "strict",
  source: "OWASP API Security Top 10 2023, API4; OWASP Spectral ruleset, array-limit and string-limit.",
  grouped: { summary: "{count} arrays and strings in requests have no upper bound." },
  messages: {
    property: "{At} has no upper bound: `{keyword}` is missing.",
    value: "{At} has no upper bound: `{keyword}` is missing.",
  },
  *run({ api }, hit) {
    for (const { at, usage, property, parent } of api.schemas) {
      if (!usage.request || valueAt(at, "readOnly") === true) continue;
      const type = [valueAt(at, "type")].flat().find((name) => name === "array" || name === "string");
      if (typeof type !== "string") continue;
      const keyword = type === "array" ? "maxItems" : "maxLength";
      // Another part of the same `allOf` may hold the bound.
      const whole = parent !== undefined && listIn(valueAt(parent, "allOf")).includes(at.value) ? [at, parent] : [at];
      if (whole.some((schema) => isBounded(schema, keyword, api))) continue;
      if (property === undefined) yield hit("value", { type, keyword }, at);
      else yield hit("property", { property, keyword }, at);
    }
  },
});

function isBounded(schema: Located | undefined, keyword: string, api: Api, depth = 0): boolean {
  if (schema === undefined || depth > 3) return false;
  if ([keyword, "enum", "const"].some((key) => keywordOf(schema, key, api) !== undefined)) return true;
  for (const key of ["oneOf", "anyOf"]) {
    const at = api.member(schema, key);
    const choices = at === undefined ? [] : api.cursor.items(at);
    if (choices.length > 0 && choices.every((choice) => isBounded(choice, keyword, api, depth + 1))) return true;
  }
  if (keyword === "maxItems") return false;
  const pattern = keywordOf(schema, "pattern", api);
  const isFixed = typeof pattern === "string" && /^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern);
  return isFixed || BOUNDED.has(String(keywordOf(schema, "format", api)));
}
