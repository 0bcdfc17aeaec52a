import { defineLintRule, textOf } from "@concordat/engine/kit";
import { oauthFlows } from "../support/auth.ts";

const HTTP: Readonly<Record<string, string>> = { basic: "HTTP Basic", ntlm: "NTLM", oauth: "OAuth 1.0" };
const FLOWS = ["implicit", "password"];
/** Where OAuth itself asks clients to authenticate with Basic (RFC 6749, section 2.3.1). */
const TOKENS = /\/(?:token|introspect|introspection|revoke|revocation|par|device_authorization)$/;

export default defineLintRule({
  id: "lint/auth-no-weak-scheme",
  theme: "auth",
  summary: "No scheme uses HTTP Basic, NTLM, OAuth 1.0, or the implicit or password flow of OAuth 2.0.",
  why: "These hand long-lived secrets to every caller, or tokens to browsers, and both leak.",
  fix: "Offer the authorization code flow with PKCE, or client credentials for services, and sunset the weak scheme.",
  exceptions:
    "Basic over TLS that carries only a revocable key, and Basic on a token endpoint. The rule skips token endpoints it recognizes by path.",
  severity: "warn",
  source: "RFC 9700, sections 2.1.2 and 2.4; RFC 7617, section 4; OWASP API Security Top 10 2023, API2.",
  messages: {
    scheme: "The security scheme `{scheme}` is {kind}.",
    flow: "The security scheme `{scheme}` offers the {flow} flow of OAuth, which is deprecated.",
  },
  *run({ api }, hit) {
    const tokens = new Set<string>();
    const others = new Set<string>();
    for (const { ref, security } of api.operations)
      for (const { name } of security.alternatives.flat()) (TOKENS.test(ref.path) ? tokens : others).add(name);
    for (const { key, at } of api.securitySchemes) {
      const type = textOf(at, "type");
      const kind = HTTP[type === "http" ? (textOf(at, "scheme") ?? "").toLowerCase() : (type ?? "")];
      const isForTokens = tokens.has(key) && !others.has(key);
      if ((type === "http" || type === "basic") && kind !== undefined && !isForTokens)
        yield hit("scheme", { scheme: key, kind }, at);
      if (type !== "oauth2") continue;
      for (const { name, at: flow } of oauthFlows(at, api))
        if (FLOWS.includes(name)) yield hit("flow", { scheme: key, flow: name }, flow);
    }
  },
});
