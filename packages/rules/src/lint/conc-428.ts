import { activeOperations, addResponses, coversStatus, defineLintRule, operationName } from "@concordat/engine/kit";
import { writeConditionOf } from "../support/reliability.ts";

const RESPONSE = {
  description: "The request is not conditional. Read the resource, and repeat the request with its ETag in `If-Match`.",
};

export default defineLintRule({
  id: "lint/conc-428",
  theme: "concurrency",
  summary: "Operations that require `If-Match` declare 428.",
  why: "428 tells a client what to do: read first, then repeat with the ETag. A plain 400 only says that something is wrong.",
  fix: "Answer requests without the header with 428, and declare it.",
  fixes: "promises",
  exceptions: "APIs that answer every missing value with 400 and name the header in the body.",
  severity: "info",
  preset: "strict",
  source: "RFC 6585, section 3; RFC 9110, section 13.1.1.",
  grouped: { summary: "{count} operations require a precondition but do not declare 428." },
  messages: { undeclared: "`{operation}` requires `{header}` but does not declare 428 for requests without it." },
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
