import { addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const RESPONSE = {
  description: "A request with the same idempotency key is still being processed. Repeat this one later.",
};

export default defineLintRule({
  id: "lint/idem-key-409",
  theme: "idempotency",
  summary: "An operation that takes an idempotency key declares 409.",
  why: "A retry often arrives while the first request is still running. A client that knows 409 waits; one that does not gives up, or starts anew with another key.",
  fix: "Answer such a retry with 409 and declare it.",
  exceptions: "A server that holds the retry back until the first request is done, and answers both alike.",
  severity: "warn",
  preset: "core",
  source: "draft-ietf-httpapi-idempotency-key-header-07, sections 2.6 and 2.7; RFC 9110, section 15.5.10.",
  grouped: {
    summary: "{count} operations take an idempotency key and declare no 409 for a retry that comes too early.",
  },
  messages: {
    undeclared: "`{operation}` takes the key `{header}` and declares no 409 for a retry that comes too early.",
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
