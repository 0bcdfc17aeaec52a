import { defineLintRule, type Located } from "@concordat/engine/kit";
import { scopesOf } from "../support/auth.ts";

export default defineLintRule({
  id: "lint/auth-scheme-and-scope-defined",
  theme: "auth",
  summary: "Each security requirement names a scheme that is defined, and scopes that the scheme defines.",
  why: "A consumer cannot ask for a token with a scope that does not exist, nor send credentials that nobody describes.",
  fix: "Correct the name, or add the scheme or the scope where schemes are defined.",
  exceptions: "None: an undefined name is a mistake on one side or the other.",
  severity: "error",
  source:
    "OpenAPI 3.1, Security Requirement Object and OAuth Flow Object; RFC 6749, section 3.3; Azure API style guide, az-security-requirements.",
  messages: {
    scheme: "There is no security scheme `{scheme}`.",
    scope: "The security scheme `{scheme}` does not define the scope `{scope}`.",
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
