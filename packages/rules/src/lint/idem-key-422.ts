import { addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const RESPONSE = { description: "The idempotency key was used before with a request of other content." };

export default defineLintRule({
  id: "lint/idem-key-422",
  theme: "idempotency",
  summary: "An operation that takes an idempotency key declares 422.",
  why: "A key that is used again with other content is a mistake of the client. Told apart from other errors it is found in a test, rather than by a customer who got somebody else's answer.",
  fix: "Compare the content of a repeat with that of the first request, answer 422 where they differ, and declare it.",
  exceptions: "An API that reports this with another status, as Zalando rule 230 does with 400.",
  severity: "warn",
  preset: "core",
  source: "draft-ietf-httpapi-idempotency-key-header-07, sections 2.4 and 2.7; RFC 9110, section 15.5.21.",
  grouped: { summary: "{count} operations take an idempotency key and declare no 422 for a key that is used again." },
  messages: { undeclared: "`{operation}` takes the key `{header}` and declares no 422 for a key that is used again." },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (coversStatus(operation, "422")) continue;
      const data = { operation: operationName(operation.ref), header: key.name };
      const edits = addResponses(operation, { 422: RESPONSE }, api);
      yield hit("undeclared", data, operation.ref.at, { operations: [operation.ref], direction: "response", edits });
    }
  },
});
