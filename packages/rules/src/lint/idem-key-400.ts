import { addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const RESPONSE = { description: "The idempotency key is missing, or not of the form that is asked for." };

export default defineLintRule({
  id: "lint/idem-key-400",
  theme: "idempotency",
  summary: "An operation that requires an idempotency key declares 400.",
  why: "A client that forgets the key should read why it is refused, and not guess.",
  fix: "Answer a request without the key with 400, say so in its content, and declare it.",
  exceptions: "An API that answers all invalid requests with 422 can say so there.",
  severity: "warn",
  source: "draft-ietf-httpapi-idempotency-key-header-07, section 2.7; RFC 9110, section 15.5.1.",
  grouped: { summary: "{count} operations require an idempotency key and declare no 400 for a request without one." },
  messages: { undeclared: "`{operation}` requires the key `{header}` and declares no 400 for a request without it." },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (!key.required || coversStatus(operation, "400")) continue;
      const data = { operation: operationName(operation.ref), header: key.name };
      const edits = addResponses(operation, { 400: RESPONSE }, api);
      yield hit("undeclared", data, operation.ref.at, { operations: [operation.ref], direction: "response", edits });
    }
  },
});
