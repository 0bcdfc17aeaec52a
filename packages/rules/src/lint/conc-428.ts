import { activeOperations, addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { writeConditionOf } from "../support/reliability.ts";

const RESPONSE = {
  description: "The request is not conditional. Read the resource, and repeat the request with its ETag in `If-Match`.",
};

export default defineLintRule({
  id: "lint/conc-428",
  theme: "concurrency",
  summary: "An operation that requires `If-Match` declares 428.",
  why: "428 tells a client what to do: read first, then repeat with the ETag. A plain 400 tells it only that something is wrong.",
  fix: "Answer a request without the header with 428 and declare it.",
  exceptions: "An API that answers whatever is missing with 400 and names the header in its content.",
  severity: "info",
  preset: "strict",
  source: "RFC 6585, section 3; RFC 9110, section 13.1.1.",
  grouped: { summary: "{count} operations require a precondition and declare no 428." },
  messages: { undeclared: "`{operation}` requires `{header}` and declares no 428 for a request without it." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const condition = writeConditionOf(operation);
      if (!condition?.required || coversStatus(operation, "428")) continue;
      const data = { operation: operationName(operation.ref), header: condition.name };
      const edits = addResponses(operation, { 428: RESPONSE }, api);
      yield hit("undeclared", data, operation.ref.at, { operations: [operation.ref], direction: "response", edits });
    }
  },
});
