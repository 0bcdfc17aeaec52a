import { addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const RESPONSE = {
  description: "A request with the same idempotency key is still being processed. Repeat this one later.",
};

export default defineLintRule({
  id: "lint/idem-key-409",
  theme: "idempotency",
  summary: "Operations that accept an idempotency key declare 409.",
  why: "A retry often arrives while the first request is still running. A client that knows 409 waits. One that does not gives up, or starts over with another key.",
  fix: "Answer such a retry with 409, and declare it.",
  fixes: "promises",
  exceptions: "Servers that hold the retry until the first request is done and answer both alike.",
  severity: "warn",
  preset: "core",
  source: "draft-ietf-httpapi-idempotency-key-header-07, sections 2.6 and 2.7; RFC 9110, section 15.5.10.",
  grouped: {
    summary: "{count} operations accept an idempotency key but do not declare 409 for retries that arrive too early.",
  },
  messages: {
    undeclared:
      "`{operation}` accepts the idempotency key `{header}` but does not declare 409 for retries that arrive too early.",
  },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (coversStatus(operation, "409")) continue;
      const data = { operation: operationName(operation.ref), header: key.name };
      const edits = addResponses(operation, { 409: RESPONSE }, api);
      yield hit("undeclared", data, operation.ref.at, { operations: [operation.ref], direction: "response", edits });
    }
  },
});
