import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/base-path-missing",
  on: "route",
  summary: "A consumer calls a path without the base path of the servers.",
  why: "It reaches the operation only where the provider's address holds the base path, which a pact does not say.",
  fix: "Put the base path into the path of the interaction, or correct `servers`.",
  severity: "warn",
  source: "OpenAPI 3.1.1, section 4.8.5",
  messages: {
    missing: "`{method} {path}` lacks the base path of the servers: {known}.",
  },
  *run({ missing, method, path, known }, hit) {
    if (missing === "base-path") yield hit("missing", { method, path, known });
  },
});
