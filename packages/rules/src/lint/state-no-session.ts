import { defineLintRule, textOf } from "@concordat/engine/kit";
import { isSessionName } from "../support/auth.ts";

export default defineLintRule({
  id: "lint/state-no-session",
  theme: "caching",
  summary: "No operation depends on a session: no session cookie, no `Set-Cookie`, and no session or affinity header.",
  why: "Clients can retry and replay a request that carries its own context, and any instance can serve it.",
  fix: "Authenticate each request with a token, and name what it is about in its URL or body.",
  exceptions:
    "Browser logins, and protocols that define a session, such as an upload in parts with its own identifier.",
  severity: "warn",
  source:
    "Fielding, Architectural Styles and the Design of Network-based Software Architectures, section 5.1.3; RFC 6265, section 4.1.",
  messages: {
    scheme: "The security scheme `{scheme}` uses the session cookie `{name}`.",
    parameter: "The {in} parameter `{name}` carries a session.",
    set: "{At} sets a cookie.",
  },
  *run({ api }, hit) {
    const cookies = new Set<string>();
    for (const { key, at } of api.securitySchemes) {
      const name = textOf(at, "name") ?? "";
      if (textOf(at, "type") !== "apiKey" || textOf(at, "in") !== "cookie") continue;
      cookies.add(name);
      if (isSessionName(name) || isSessionName(key)) yield hit("scheme", { scheme: key, name }, at);
    }
    for (const { ref, parameters, responses } of api.operations) {
      const place = { operations: [ref] };
      for (const { in: kind, name, at } of parameters) {
        const isSession =
          kind === "cookie"
            ? isSessionName(name) && !cookies.has(name)
            : kind === "header" && (isSessionName(name) || /affinity|sticky/i.test(name));
        if (isSession) yield hit("parameter", { in: kind, name }, at, place);
      }
      for (const { headers } of responses)
        for (const { name, at } of headers)
          if (name.toLowerCase() === "set-cookie") yield hit("set", {}, at, { ...place, direction: "response" });
    }
  },
});
