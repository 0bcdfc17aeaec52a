import { defineLintRule, isDeprecated, isReadMethod, placeOf } from "@concordat/engine/kit";
import { isEmptyBody } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-get-no-body",
  theme: "resources",
  summary: "GET and HEAD have no request body.",
  why: "HTTP gives such a body no meaning: caches ignore it, and proxies and client libraries drop or refuse it.",
  fix: "Use query parameters, or POST if the query is too large for a URL.",
  exceptions: "Queries that POST on the same path accepts too. The rule does not report these.",
  severity: "error",
  preset: "core",
  source: "RFC 9110, sections 9.3.1 and 9.3.2; Italian API guidelines, http-request-GET-no-body.",
  messages: { body: "`{method} {path}` has a request body." },
  *run({ api }, hit) {
    // A HEAD with a body is as wrong as a GET with one.
    const operations = api.operations.filter(({ ref }) => !isDeprecated(ref.at));
    const posted = new Set(operations.flatMap(({ ref, body }) => (ref.method === "POST" && body ? [ref.path] : [])));
    for (const { ref, body } of operations) {
      if (!isReadMethod(ref.method)) continue;
      if (body === undefined || isEmptyBody(body, api) || posted.has(ref.path)) continue;
      const at = placeOf(ref.at, "requestBody", api);
      yield hit("body", { method: ref.method, path: ref.path }, at, { operations: [ref] });
    }
  },
});
