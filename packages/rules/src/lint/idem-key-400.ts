import { addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const RESPONSE = { description: "The idempotency key is missing, or not of the form that is asked for." };

export default defineLintRule({
  id: "lint/idem-key-400",
  theme: "idempotency",
  summary: "Operations that require an idempotency key declare 400.",
  why: "A client that forgets the key should learn why the request was refused instead of guessing.",
  fix: "Answer requests without the key with 400, explain it in the body, and declare it.",
  fixes: "promises",
  exceptions: "APIs that answer every invalid request with 422 and explain it there.",
  severity: "warn",
  source: "draft-ietf-httpapi-idempotency-key-header-07, section 2.7; RFC 9110, section 15.5.1.",
  grouped: {
    summary: "{count} operations require an idempotency key but do not declare 400 for requests without one.",
  },
  messages: {
    undeclared:
      "`{operation}` requires the idempotency key `{header}` but does not declare 400 for requests without it.",
  },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (!key.required || coversStatus(operation, "400")) continue;
      const data = { operation: operationName(operation.ref), header: key.name };
      const edits = addResponses(operation, { 400: RESPONSE }, api);
      yield hit("undeclared", data, operation.ref.at, { operations: [operation.ref], direction: "response", edits });
    }
  },
});
