import { activeOperations, defineLintRule, isKey } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/idem-key-in-header",
  theme: "idempotency",
  summary: "Idempotency keys are sent in a header, never in the query or a cookie.",
  why: "Retry middleware only looks at headers. A key in the query turns each request into a different resource for caches and ends up in logs, and a cookie is also sent with unrelated requests.",
  fix: "Accept the key in the `Idempotency-Key` header, and keep the old place until its sunset.",
  exceptions:
    "A request id that is part of the representation, such as `request_id` of AIP-155 in the body, is no parameter.",
  severity: "error",
  preset: "core",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2; RFC 9110, section 17.9 (disclosure of sensitive information in URIs).",
  messages: { misplaced: "The idempotency key `{parameter}` is sent in {place} instead of a header." },
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
