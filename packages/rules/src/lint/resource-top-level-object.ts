import {
  type Api,
  activeOperations,
  type Direction,
  defineLintRule,
  isJson,
  type Located,
  type MediaType,
  typesOf,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/resource-top-level-object",
  theme: "resources",
  summary: "JSON bodies are objects, not arrays.",
  why: "Nothing can be added beside the items of an array: no page token, no total, no warning.",
  fix: "Wrap the array in an object, such as `{ items: [...] }`, in the next major version.",
  exceptions: "Formats that are arrays by definition, and lists that never grow or need anything beside their items.",
  severity: "warn",
  preset: "core",
  source: "Zalando RESTful API Guidelines, rule 110; IBM OpenAPI Validator, ibm-no-array-responses.",
  grouped: { summary: "{count} JSON bodies are arrays instead of objects." },
  messages: { array: "{At} is a JSON array, so no property can be added beside its items." },
  *run({ api }, hit) {
    for (const { ref, body, responses } of activeOperations(api)) {
      const place = (direction: Direction) => ({ operations: [ref], direction });
      for (const at of arraysIn(body?.content ?? [], api))
        yield hit("array", { direction: "request" }, at, place("request"));
      for (const { content } of responses)
        for (const at of arraysIn(content, api)) yield hit("array", { direction: "response" }, at, place("response"));
    }
  },
});

/** Schemas of JSON content that are arrays; a JSON Patch has to be one (RFC 6902, section 3). */
function arraysIn(content: readonly MediaType[], api: Api): Located[] {
  return content.flatMap((media) => {
    if (!isJson(media) || media.range.startsWith("application/json-patch")) return [];
    const types = typesOf(media.schema, api);
    const at = api.follow(media.schema);
    return at && types.length === 1 && types[0] === "array" ? [at] : [];
  });
}
