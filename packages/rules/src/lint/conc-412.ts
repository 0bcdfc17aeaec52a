import {
  type ApiOperation,
  activeOperations,
  addResponses,
  coversStatus,
  defineLintRule,
  isReadMethod,
  operationName,
  parameterOf,
  responseOf,
} from "@concordat/engine/kit";
import { carriesVersion, writeConditionOf } from "../support/reliability.ts";

const RESPONSE = { description: "The resource is not in the state that the precondition asks for." };

export default defineLintRule({
  id: "lint/conc-412",
  theme: "concurrency",
  summary: "Operations declare a precondition header and 412 together.",
  why: "A client that sends `If-Match` has to expect 412 and handle it on its own terms: read again, merge, repeat. A 412 without such a header describes a precondition that nobody can set.",
  fix: "Declare 412 beside `If-Match`. Where 412 means something else, answer 409 or 422 instead.",
  fixes: "promises",
  exceptions:
    "Preconditions sent in another way, such as a version in the query or body. The rule recognizes them by name.",
  severity: "error",
  preset: "core",
  source:
    "RFC 9110, sections 13.1 and 15.5.13; Zalando RESTful API Guidelines, rule 182; IBM OpenAPI validator, precondition-headers.",
  messages: {
    undeclared: "`{operation}` accepts `{header}` but does not declare 412.",
    unconditional: "`{operation}` declares 412 but accepts no precondition header.",
  },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      const header = conditionOf(operation);
      const name = operationName(ref);
      const place = { operations: [ref], direction: "response" } as const;
      if (header !== undefined && !coversStatus(operation, "412")) {
        const edits = addResponses(operation, { 412: RESPONSE }, api);
        yield hit("undeclared", { operation: name, header }, ref.at, { ...place, edits });
      }
      const failed = responseOf(operation, "412");
      if (failed && header === undefined && !hasOtherCondition(operation) && !carriesVersion(operation, api))
        yield hit("unconditional", { operation: name }, failed.at, place);
    }
  },
});

/** The header that makes an operation conditional; for a GET, `If-None-Match` leads to 304 instead. */
function conditionOf(operation: ApiOperation): string | undefined {
  const none = isReadMethod(operation.ref.method) ? undefined : parameterOf(operation, "header", "If-None-Match");
  return (writeConditionOf(operation) ?? none)?.name;
}

/** Whether another header is a condition: of ranges, of copies, of WebDAV, or the date of OASIS Repeatable Requests. */
function hasOtherCondition({ parameters }: ApiOperation): boolean {
  return parameters.some(
    ({ in: place, name }) =>
      place === "header" && /^if(?:-.*)?$|^overwrite$|^repeatability-|-if-(?:none-)?(?:un)?m/i.test(name),
  );
}
