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
  summary: "A GET that takes `If-None-Match` or `If-Modified-Since` declares 304.",
  why: "A client that sends the header gets an answer without content, and has to know that this is not an error.",
  fix: "Declare 304, without content.",
  exceptions:
    "A header that is no condition but a filter, as `If-Modified-Since` of some lists; it is not reported there.",
  severity: "info",
  preset: "strict",
  source: "RFC 9110, sections 13.1.2, 13.1.3 and 15.4.5.",
  grouped: { summary: "{count} GET operations take a condition for their cache and declare no 304." },
  messages: { undeclared: "`{operation}` takes `{header}` and declares no 304." },
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
