import { defineLintRule, placeOf } from "@concordat/engine/kit";
import { isEmptyBody, liveOperations } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-get-no-body",
  theme: "resources",
  summary: "GET and HEAD have no request body.",
  why: "HTTP gives such a body no meaning: caches ignore it, and proxies and client libraries drop or refuse it.",
  fix: "Send it as query parameters, or ask with POST where it is too large for a URL.",
  exceptions: "A query language that also takes POST on the same path, for clients that can send GET with a body.",
  severity: "error",
  source: "RFC 9110, sections 9.3.1 and 9.3.2; Italian API guidelines, http-request-GET-no-body.",
  messages: { body: "{method} `{path}` has a request body." },
  *run({ api }, hit) {
    for (const { ref, body } of liveOperations(api)) {
      if (ref.method !== "GET" && ref.method !== "HEAD") continue;
      if (body === undefined || isEmptyBody(body, api)) continue;
      const at = placeOf(ref.at, "requestBody", api);
      yield hit("body", { method: ref.method, path: ref.path }, at, { operations: [ref] });
    }
  },
});
