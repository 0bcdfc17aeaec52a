import { defineLintRule, namesIn, placeOf, textOf, valueAt } from "@concordat/engine/kit";
import { oauthFlows } from "../support/auth.ts";
import { serverLists, serversAt } from "../support/versions.ts";

/** Hosts that a request never leaves the machine or the private network for (RFC 6761; RFC 6762; RFC 1918). */
const LOCAL =
  /^(?:localhost|host\.docker\.internal|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|.*\.(?:localhost|local|test|internal))$/i;
const SCHEME_URLS = ["openIdConnectUrl", "oauth2MetadataUrl"];
const FLOW_URLS = ["authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl"];

export default defineLintRule({
  id: "lint/auth-https-only",
  theme: "auth",
  summary: "Servers and OAuth URLs use HTTPS.",
  why: "Anyone on the network path can read and change plain HTTP requests, including credentials.",
  fix: "Write `https`, and make the server refuse plain HTTP instead of redirecting it.",
  exceptions: "Hosts on the local machine or a private network. The rule skips those it recognizes by name.",
  severity: "error",
  source: "RFC 9110, section 4.2.2; RFC 6749, sections 3.1 and 3.2; OWASP API Security Top 10 2023, API8.",
  grouped: { summary: "{count} URLs do not use TLS." },
  messages: {
    server: "The server URL `{url}` does not use TLS.",
    schemes: "`schemes` lists `{scheme}`, which does not use TLS.",
    oauth: "`{key}` of the security scheme `{scheme}` does not use TLS: `{url}`.",
  },
  *run({ api }, hit) {
    const { root } = api;
    if (api.revision.dialect === "openapi-2.0") {
      const at = api.member(root, "schemes");
      const named = namesIn(at?.value);
      const host = textOf(root, "host");
      // Without a host, whoever serves the description chooses, as long as TLS is among the choices.
      const isOpen = host === undefined ? !named.includes("https") && !named.includes("wss") : !isLocal(`//${host}`);
      for (const scheme of isOpen && at ? named : [])
        if (scheme === "http" || scheme === "ws") yield hit("schemes", { scheme }, at ?? root);
    } else
      for (const operation of serverLists(api))
        for (const { at, urls } of serversAt(operation, api))
          for (const url of urls.filter(isPlain)) yield hit("server", { url }, at);
    for (const { key: scheme, at } of api.securitySchemes)
      for (const { owner, keys } of [
        { owner: at, keys: SCHEME_URLS },
        ...oauthFlows(at, api).map((flow) => ({ owner: flow.at, keys: FLOW_URLS })),
      ])
        for (const key of keys) {
          const url = valueAt(owner, key);
          if (typeof url === "string" && isPlain(url))
            yield hit("oauth", { key, scheme, url }, placeOf(owner, key, api));
        }
  },
});

function isPlain(url: string): boolean {
  return /^(?:http|ws):/i.test(url) && !isLocal(url);
}

function isLocal(url: string): boolean {
  const host = /\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^:/]*)/.exec(url)?.[1] ?? "";
  return LOCAL.test(host);
}
