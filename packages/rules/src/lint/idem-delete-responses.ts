import {
  type ApiOperation,
  activeOperations,
  addResponses,
  coversStatus,
  declaresStatus,
  defineLintRule,
  operationName,
  successesOf,
} from "@concordat/engine/kit";

const WANTED = new Set(["200", "202", "204", "2XX"]);
const RESPONSE = { description: "Nothing of this name exists, for example because it has been deleted before." };

export default defineLintRule({
  id: "lint/idem-delete-responses",
  theme: "idempotency",
  summary: "DELETE declares 204, 200 or 202, and what a repeated request returns.",
  why: "A client repeats a DELETE after a timeout. It has to know whether 404 means that the first attempt worked.",
  fix: "Declare 204 for the deletion, and 404 or 410 for a repeat unless a repeat returns 204 as well.",
  fixes: "promises",
  exceptions: "Deletions that answer 200 whether or not something was there. Say so in the description.",
  severity: "warn",
  preset: "strict",
  source: "RFC 9110, sections 9.2.2 and 9.3.5; Azure API guidelines, http-delete-returns-204.",
  grouped: { summary: "{count} DELETE operations do not declare what they or repeated requests return." },
  messages: {
    success: "`{operation}` declares none of 200, 202 and 204.",
    repeat: "`{operation}` does not declare what a repeated request returns: no 204, 404 or 410.",
  },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      if (ref.method !== "DELETE") continue;
      const place = { operations: [ref], direction: "response" } as const;
      const data = { operation: operationName(ref) };
      const isDeclared = operation.responses.some(({ status }) => WANTED.has(status) || status === "default");
      if (!isDeclared) yield hit("success", data, ref.at, place);
      else if (leavesRepeatOpen(operation))
        yield hit("repeat", data, ref.at, { ...place, edits: addResponses(operation, { 404: RESPONSE }, api) });
    }
  },
});

function leavesRepeatOpen(operation: ApiOperation): boolean {
  // All of a collection may be deleted again and again.
  if (operation.resource.kind === "collection" || successesOf(operation).length === 0) return false;
  return !["204", "404", "410"].some((status) =>
    status === "204" ? declaresStatus(operation, status) : coversStatus(operation, status),
  );
}
