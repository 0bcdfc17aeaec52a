/** Keys whose object maps names, which are not keywords, to structure. */
export const NAME_MAPS: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"],
  ...[
    "paths",
    "webhooks",
    "pathItems",
    "schemas",
    "parameters",
    "headers",
    "responses",
    "requestBodies",
    "mediaTypes",
    "callbacks",
    "links",
  ],
  ...["securitySchemes", "securityDefinitions", "scopes", "variables", "content", "encoding", "mapping"],
]);

/**
 * Keys whose value a description writes out: lists, maps, and objects that no Reference Object may stand for (OpenAPI
 * 3.1.1, section 4.8.23). Descriptions put a `$ref` there all the same, and most tools follow it.
 */
export const WRITTEN_OUT: ReadonlySet<string> = new Set([
  ...NAME_MAPS,
  ...["examples", "dependentRequired", "additionalOperations"],
  ...["servers", "security", "tags", "consumes", "produces", "schemes"],
  ...["allOf", "anyOf", "oneOf", "prefixItems", "required", "enum", "type"],
  ...["components", "info", "discriminator", "xml", "flows"],
  ...["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"],
]);

/** Keywords with references to what may stand in another file: to anything, and to a schema by the way that validation took. */
export const REFERENCES: ReadonlySet<string> = new Set(["$ref", "$dynamicRef"]);
