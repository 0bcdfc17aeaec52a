import { defineLintRule, placeOf, valueAt } from "@concordat/engine/kit";

/** Bounds whose exclusive form was a flag beside them before OpenAPI 3.1. */
const BOUNDS = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" } as const;

export default defineLintRule({
  id: "lint/schema-keyword-of-version",
  theme: "schemas",
  summary: "Schemas use `nullable` and exclusive bounds as their version of OpenAPI means them.",
  why: "OpenAPI 3.1 took JSON Schema as it is: `nullable: true` means nothing any more, and `exclusiveMinimum: true` is no valid bound. In 3.0 `nullable` only adds null to a `type` beside it. Authors mean more, and tools differ in what they read.",
  fix: 'From 3.1 on, write `type: [string, "null"]` and `exclusiveMinimum: 12`. In 3.0, write `type` beside `nullable`.',
  exceptions:
    "Concordat reads `nullable` beside `allOf`, `anyOf` and `oneOf` in 3.0 as it is meant; other tools may not.",
  severity: "warn",
  source: "OpenAPI 3.0.3, section 4.7.24; JSON Schema Validation 2020-12, sections 6.2.3 and 6.2.5.",
  grouped: {
    summary:
      "{count} schemas use `nullable`, `exclusiveMinimum` or `exclusiveMaximum` as their version of OpenAPI does not.",
  },
  messages: {
    nullable: "`nullable` means nothing since OpenAPI 3.1, so that null is not allowed here.",
    alone: "`nullable` has no `type` beside it, and so means nothing in OpenAPI 3.0.",
    flag: "`{keyword}` is {value}; since OpenAPI 3.1 it is a number of its own, and no flag beside `{bound}`.",
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
