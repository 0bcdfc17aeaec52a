import { activeOperations, addParameter, defineLintRule, operationName } from "@concordat/engine/kit";
import { KEY_PARAMETER, mechanismOf } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-post-mechanism",
  theme: "idempotency",
  summary: "POST operations that change something declare how to repeat them safely.",
  why: "After a timeout, a client cannot know whether the request arrived. Without a mechanism, it either loses the request or executes it twice.",
  fix: "Implement one mechanism, then declare it: an `Idempotency-Key` header, a request ID in the body, or `x-idempotency: { key: natural }` where the data identify the request.",
  fixes: "promises",
  exceptions:
    "POST operations that only read (a search, a preview) or set a state (`/cancel`). The rule skips them if their name shows it. Otherwise write `x-idempotency: { key: safe }` or `natural`.",
  severity: "warn",
  preset: "core",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2; RFC 9110, section 9.2.2; Zalando RESTful API Guidelines, rules 229 to 231; AIP-155; OASIS Repeatable Requests 1.0.",
  grouped: { summary: "{count} POST operations declare no way to repeat them safely." },
  messages: { unsafe: "`{operation}` declares no way to repeat it safely." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      if (operation.ref.method !== "POST" || mechanismOf(operation, api) !== undefined) continue;
      yield hit("unsafe", { operation: operationName(operation.ref) }, operation.ref.at, {
        operations: [operation.ref],
        edits: addParameter(operation.ref.at, KEY_PARAMETER, api),
      });
    }
  },
});
