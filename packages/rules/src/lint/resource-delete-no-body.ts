import { activeOperations, defineLintRule, placeOf } from "@concordat/engine/kit";
import { isEmptyBody } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-delete-no-body",
  theme: "resources",
  summary: "DELETE has no request body.",
  why: "HTTP gives such a body no meaning. A proxy may refuse the request, or drop the body, and then too much is deleted.",
  fix: "Name what to delete in the path or in query parameters, or use an action with POST.",
  exceptions: "Providers that control every hop to their clients.",
  severity: "warn",
  source: "RFC 9110, section 9.3.5; Azure API style guide, az-request-body-not-allowed.",
  grouped: { summary: "{count} DELETE operations have a request body." },
  messages: { body: "`DELETE {path}` has a request body." },
  *run({ api }, hit) {
    for (const { ref, body } of activeOperations(api)) {
      if (ref.method !== "DELETE" || body === undefined || isEmptyBody(body, api)) continue;
      yield hit("body", { path: ref.path }, placeOf(ref.at, "requestBody", api), { operations: [ref] });
    }
  },
});
