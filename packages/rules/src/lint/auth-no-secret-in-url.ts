import { type ApiOperation, defineLintRule, type Parameter, textOf, typesOf, wordsOf } from "@concordat/engine/kit";

/** Names that end in one of these carry a credential; a bare `token` may also be that of a page. */
const SECRETS =
  /(?:api key|apikey|private key|secret key|password|passwd|passphrase|pwd|secret|credentials?|jwt|(?:access|refresh|id|auth|authentication|bearer|session|security|user|bot|webhook|interaction|api|oauth|login|service) token)$/;
/** What a description must say for a bare `token` to be taken for a credential. */
const CREDENTIAL = /\b(?:authenticat\w+|credentials?|api key|access token|bearer)\b/i;

export default defineLintRule({
  id: "lint/auth-no-secret-in-url",
  theme: "auth",
  summary: "Query strings and paths carry no keys, passwords or tokens.",
  why: "URLs end up in logs, browser histories, caches and `Referer` headers, and so do the secrets in them.",
  fix: "Accept the secret in a header, preferably `Authorization`, and keep the old parameter until its sunset.",
  exceptions:
    "Capability URLs that are meant to be shared, such as invitation links, and tokens that are used once and expire soon.",
  severity: "error",
  source: "RFC 9110, section 17.9; RFC 6750, section 2.3; RFC 9700; OWASP API Security Top 10 2023, API2.",
  messages: {
    scheme: "The security scheme `{scheme}` sends its key in the query string, as `{name}`.",
    parameter: "The {in} parameter `{name}` carries a secret, and URLs end up in logs.",
  },
  *run({ api }, hit) {
    for (const { key, at } of api.securitySchemes)
      if (textOf(at, "type") === "apiKey" && textOf(at, "in") === "query")
        yield hit("scheme", { scheme: key, name: textOf(at, "name") ?? "" }, at);
    for (const operation of api.operations)
      for (const parameter of operation.parameters) {
        const { in: place, name, at, serialisation } = parameter;
        if ((place !== "query" && place !== "path") || !isSecret(parameter, operation)) continue;
        // A switch or a number with such a name is about a secret, and none itself.
        const types = typesOf(serialisation.schema, api);
        if (types.length === 0 || types.includes("string"))
          yield hit("parameter", { name, in: place }, at, { operations: [operation.ref] });
      }
  },
});

function isSecret({ name, in: place, at, serialisation }: Parameter, { resource }: ApiOperation): boolean {
  if (textOf(serialisation.schema, "format") === "password") return true;
  const words = wordsOf(name).join(" ");
  if (words === "token") return CREDENTIAL.test(textOf(at, "description") ?? "");
  if (!SECRETS.test(words)) return false;
  if (place === "query") return true;
  // `/secrets/{secret}` names one of them, and does not tell it.
  const index = resource.segments.findIndex(({ parameters }) => parameters.includes(name));
  const before = wordsOf(resource.segments[index - 1]?.text ?? "").join("");
  return !before.startsWith(words.replaceAll(" ", ""));
}
