import { addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const RESPONSE = { description: "The idempotency key was used before with a request of other content." };

export default defineLintRule({
  id: "lint/idem-key-422",
  theme: "idempotency",
  summary: "Operations that accept an idempotency key declare 422.",
  why: "Reusing a key with different content is a client bug. A status of its own brings it to light in a test, not when a customer gets someone else's response.",
  fix: "Compare the content of a repeat with that of the first request, answer 422 where they differ, and declare it.",
  fixes: "promises",
  exceptions: "APIs that report this with another status, such as 400 in Zalando rule 230.",
  severity: "warn",
  preset: "core",
  source: "draft-ietf-httpapi-idempotency-key-header-07, sections 2.4 and 2.7; RFC 9110, section 15.5.21.",
  grouped: { summary: "{count} operations accept an idempotency key but do not declare 422 for a reused key." },
  messages: {
    undeclared:
      "`{operation}` accepts the idempotency key `{header}` but does not declare 422 for a key reused with different content.",
  },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (coversStatus(operation, "422")) continue;
      const data = { operation: operationName(operation.ref), header: key.name };
      const edits = addResponses(operation, { 422: RESPONSE }, api);
      yield hit("undeclared", data, operation.ref.at, { operations: [operation.ref], direction: "response", edits });
    }
  },
});
