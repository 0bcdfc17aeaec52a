import { defineLintRule, type Located } from "@concordat/engine/kit";
import { scopesOf } from "../support/auth.ts";

export default defineLintRule({
  id: "lint/auth-scheme-and-scope-defined",
  theme: "auth",
  summary: "Security requirements name only schemes and scopes that are defined.",
  why: "A consumer cannot request a token for a scope that does not exist, or send credentials that nobody describes.",
  fix: "Correct the name, or add the scheme or scope to the security schemes.",
  exceptions: "None. An undefined name is a mistake on one side or the other.",
  severity: "error",
  source:
    "OpenAPI 3.1, Security Requirement Object and OAuth Flow Object; RFC 6749, section 3.3; Azure API style guide, az-security-requirements.",
  messages: {
    scheme: "{At} requires the security scheme `{scheme}`, which is not defined.",
    scope: "{At} requires the scope `{scope}`, which the security scheme `{scheme}` does not define.",
  },
  *run({ api }, hit) {
    const uris = api.revision.dialect === "openapi-3.2";
    const known = new Map<object, Set<string> | undefined>();
    for (const { ref, security } of [...api.operations, ...api.webhooks]) {
      const listed = Array.isArray(security.at.value) ? api.cursor.items(security.at) : [];
      const place = { operations: [ref] };
      for (const [i, requirements] of security.alternatives.entries())
        for (const requirement of requirements) {
          const { name, scheme, scopes } = requirement;
          const at: Located = (listed[i] && api.member(listed[i], name)) ?? security.at;
          // OpenAPI 3.2 may name a scheme by its URI.
          if (scheme === undefined && !(uris && /[/#]/.test(name))) yield hit("scheme", { scheme: name }, at, place);
          if (scheme === undefined || scopes.length === 0) continue;
          const key = scheme.value as object;
          if (!known.has(key)) known.set(key, scopesOf(requirement, api));
          const defined = known.get(key);
          if (defined === undefined) continue;
          for (const scope of scopes) if (!defined.has(scope)) yield hit("scope", { scheme: name, scope }, at, place);
        }
    }
  },
});
