/** Lint rules of the preset `core`: what every API should hold to, whatever its style. */
export const CORE_LINT: ReadonlySet<string> = new Set(
  [
    "description-valid",
    ...["resource-path-kebab-case", "resource-collection-plural", "resource-no-verb", "resource-normalized-path"],
    ...["resource-no-ambiguous-path", "resource-path-param-defined", "resource-path-param-consistent"],
    ...["resource-no-consecutive-params", "resource-nesting-depth", "resource-item-has-get"],
    ...["resource-create-on-collection", "resource-put-patch-on-item", "resource-get-no-body"],
    ...["resource-created-location", "resource-same-representation", "resource-put-full-representation"],
    ...["resource-patch-media-type", "resource-top-level-object", "resource-id-string", "resource-id-read-only"],
    ...["idem-post-mechanism", "idem-patch-mechanism", "idem-key-in-header", "idem-key-standard-name"],
    ...["idem-key-schema", "idem-key-expiry-documented", "idem-key-409", "idem-key-422", "idem-get-is-safe"],
    ...["idem-put-delete-no-action", "retry-after", "conc-etag-on-get", "conc-if-match", "conc-412"],
    ...["lro-status-monitor", "version-strategy", "version-consistent", "err-problem-json"],
    ...["err-client-and-server-declared", "page-list-paginated"],
  ].map((name) => `lint/${name}`),
);

/** Lint rules that only the preset `strict` has: they ask for much, or take long. */
export const STRICT_LINT: ReadonlySet<string> = new Set(
  [
    ...["schema-example-valid", "version-info", "version-path-major-only", "state-no-implicit-context"],
    ...["limit-headers", "limit-policy-declared", "limit-429-problem", "limit-request-bounds", "state-cache-explicit"],
    ...["idem-key-consistent", "idem-key-redundant", "idem-delete-responses", "bulk-207", "lro-only-202"],
    ...["schema-format", "schema-enum-open", "page-cursor-preferred", "err-shared-shape", "name-no-x-header"],
    ...["conc-304", "conc-428", "resource-collection-has-list", "resource-delete-on-item"],
  ].map((name) => `lint/${name}`),
);
