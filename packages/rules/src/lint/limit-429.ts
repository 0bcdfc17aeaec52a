import { activeOperations, addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { isUnlimited } from "../support/limits.ts";

const LIMITED = {
  description: "Too many requests: wait as long as `Retry-After` says.",
  headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer", minimum: 0 } } },
};

export default defineLintRule({
  id: "lint/limit-429",
  theme: "limits",
  summary: "Operations declare 429.",
  why: "A consumer that hits an undeclared limit treats it as a failure and retries at once.",
  fix: "Declare 429 with `Retry-After`, preferably as one shared response.",
  fixes: "promises",
  exceptions:
    "Operations without a limit. State this with `x-rate-limit: false` on the operation, its path or the root.",
  severity: "warn",
  source: "RFC 6585, section 4; Zalando RESTful API Guidelines, rule 153; OWASP API Security Top 10 2023, API4.",
  grouped: { summary: "{count} operations do not declare 429." },
  messages: { lacking: "`{operation}` does not declare 429." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      if (coversStatus(operation, "429") || isUnlimited(operation, api)) continue;
      const edits = addResponses(operation, { 429: LIMITED }, api);
      yield hit("lacking", { operation: operationName(ref) }, ref.at, { operations: [ref], edits });
    }
  },
});
