import { defineLintRule, placeOf, valueAt } from "@concordat/engine/kit";

/** Bounds whose exclusive form was a flag beside them before OpenAPI 3.1. */
const BOUNDS = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" } as const;

export default defineLintRule({
  id: "lint/schema-keyword-of-version",
  theme: "schemas",
  summary: "Schemas use `nullable` and exclusive bounds as their OpenAPI version defines them.",
  why: "OpenAPI 3.1 adopted JSON Schema: `nullable: true` no longer has any effect, and `exclusiveMinimum: true` is not a valid bound. In 3.0, `nullable` only adds null to a `type` beside it. Authors often mean more, and tools disagree.",
  fix: 'From 3.1 on, write `type: [string, "null"]` and `exclusiveMinimum: 12`. In 3.0, write `type` beside `nullable`.',
  exceptions:
    "None in practice. Concordat reads `nullable` beside `allOf`, `anyOf` and `oneOf` in 3.0 the way authors mean it, but other tools may not.",
  severity: "warn",
  source: "OpenAPI 3.0.3, section 4.7.24; JSON Schema Validation 2020-12, sections 6.2.3 and 6.2.5.",
  grouped: {
    summary:
      "{count} schemas use `nullable`, `exclusiveMinimum` or `exclusiveMaximum` in a way that their OpenAPI version does not define.",
  },
  messages: {
    nullable: "{At} uses `nullable`, which has no effect since OpenAPI 3.1, so null is not allowed.",
    alone: "{At} uses `nullable` without a `type` beside it, which has no effect in OpenAPI 3.0.",
    flag: "{At} sets `{keyword}` to {value}. Since OpenAPI 3.1 it is a number of its own, not a flag beside `{bound}`.",
  },
  *run({ api }, hit) {
    const { dialect } = api.revision;
    if (dialect === "openapi-2.0") return;
    for (const { at, usage } of api.schemas) {
      const place = { direction: usage.response ? "response" : "request" } as const;
      const nullable = valueAt(at, "nullable");
      if (dialect === "openapi-3.0") {
        if (nullable === true && valueAt(at, "type") === undefined)
          yield hit("alone", {}, placeOf(at, "nullable", api), place);
        continue;
      }
      if (typeof nullable === "boolean") yield hit("nullable", {}, placeOf(at, "nullable", api), place);
      for (const [keyword, bound] of Object.entries(BOUNDS)) {
        const value = valueAt(at, keyword);
        if (typeof value === "boolean") yield hit("flag", { keyword, bound, value }, placeOf(at, keyword, api), place);
      }
    }
  },
});
