import {
  activeOperations,
  addResponses,
  declaresStatus,
  defineLintRule,
  operationName,
  parameterOf,
} from "@concordat/engine/kit";

const RESPONSE = { description: "The representation has not changed; the copy that the client has is still good." };

export default defineLintRule({
  id: "lint/conc-304",
  theme: "concurrency",
  summary: "GET operations that accept `If-None-Match` or `If-Modified-Since` declare 304.",
  why: "A client that sends the header gets a response without a body, and has to know that this is not an error.",
  fix: "Declare 304 without content.",
  fixes: "promises",
  exceptions:
    "Headers that act as a filter, such as `If-Modified-Since` on some lists. The rule does not report those.",
  severity: "info",
  preset: "strict",
  source: "RFC 9110, sections 13.1.2, 13.1.3 and 15.4.5.",
  grouped: { summary: "{count} GET operations accept conditional headers but do not declare 304." },
  messages: { undeclared: "`{operation}` accepts `{header}` but does not declare 304." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, resource } = operation;
      if (ref.method !== "GET") continue;
      // For a list, some take `If-Modified-Since` as a filter.
      const byDate = resource.kind === "collection" ? undefined : parameterOf(operation, "header", "If-Modified-Since");
      const condition = parameterOf(operation, "header", "If-None-Match") ?? byDate;
      // `default` stands for errors in practice: no client looks for 304 there.
      if (condition === undefined || declaresStatus(operation, "304")) continue;
      const data = { operation: operationName(ref), header: condition.name };
      const edits = addResponses(operation, { 304: RESPONSE }, api);
      yield hit("undeclared", data, ref.at, { operations: [ref], direction: "response", edits });
    }
  },
});
