import { activeOperations, addParameter, defineLintRule, operationName } from "@concordat/engine/kit";
import { carriesVersion, KEY_PARAMETER, mechanismOf, writeConditionOf } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-patch-mechanism",
  theme: "idempotency",
  summary: "PATCH accepts `If-Match` or an idempotency key.",
  why: "PATCH is not idempotent: a repeat after a timeout may apply the change twice, or apply it to a state that someone else has changed in between.",
  fix: "Accept `If-Match` with the resource's ETag, or an `Idempotency-Key`. If the change only sets values, accept it as `application/merge-patch+json`.",
  fixes: "promises",
  exceptions:
    "Operations that accept only JSON Merge Patch, which gives the same result when applied twice. The rule skips them. Write `x-idempotency: { key: natural }` for other media types with this property.",
  severity: "warn",
  preset: "core",
  source: "RFC 5789, section 2; RFC 9110, sections 9.2.2 and 13.1.1; Zalando RESTful API Guidelines, rule 229.",
  grouped: { summary: "{count} PATCH operations accept neither `If-Match` nor an idempotency key." },
  messages: { unsafe: "`{operation}` accepts neither `If-Match` nor an idempotency key." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, body } = operation;
      if (ref.method !== "PATCH") continue;
      const merges = body?.content.every(({ range }) => range.startsWith("application/merge-patch+json"));
      if (merges || writeConditionOf(operation) || mechanismOf(operation, api) !== undefined) continue;
      if (carriesVersion(operation, api)) continue;
      yield hit("unsafe", { operation: operationName(ref) }, ref.at, {
        operations: [ref],
        edits: addParameter(ref.at, KEY_PARAMETER, api),
      });
    }
  },
});
