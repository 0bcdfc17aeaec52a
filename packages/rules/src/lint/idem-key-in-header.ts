import { activeOperations, defineLintRule } from "@concordat/engine/kit";
import { isKey } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-key-in-header",
  theme: "idempotency",
  summary: "An idempotency key is sent in a header, never in the query or a cookie.",
  why: "URLs end up in logs, histories and caches, and a key in the query makes each request another resource; a cookie is sent along with requests that are none of its business. Retry middleware only looks at headers.",
  fix: "Accept the key in the header `Idempotency-Key`, and the other place until its sunset.",
  exceptions:
    "A request id that is part of the representation, such as `request_id` of AIP-155 in the body, is no parameter.",
  severity: "error",
  preset: "core",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2; RFC 9110, section 17.9 (disclosure of sensitive information in URIs).",
  messages: { misplaced: "The idempotency key `{parameter}` is sent in {place}, not in a header." },
  *run({ api }, hit) {
    for (const { ref, parameters } of activeOperations(api)) {
      for (const parameter of parameters) {
        if ((parameter.in !== "query" && parameter.in !== "cookie") || !isKey(parameter)) continue;
        const place = parameter.in === "cookie" ? "a cookie" : "the query";
        yield hit("misplaced", { parameter: parameter.name, place }, parameter.at, { operations: [ref] });
      }
    }
  },
});
