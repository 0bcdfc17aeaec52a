import { type ApiOperation, defineLintRule, operationName } from "@concordat/engine/kit";

/** Verbs whose effect adds up when they are repeated. */
const RELATIVE =
  /^(?:append|prepend|increment|increase|decrement|decrease|toggle|add|send|resend|rerun|execute|rotate|regenerate|duplicate|bump)(?:[-_A-Z]|$)/;

export default defineLintRule({
  id: "lint/idem-put-delete-no-action",
  theme: "idempotency",
  summary: "PUT and DELETE address a resource, not an action or a relative change.",
  why: "Clients and proxies repeat PUT and DELETE without asking. A repeated increment counts twice, and a repeated toggle undoes itself.",
  fix: "Use POST with an idempotency key, or PUT the resulting value: the total, the list, the state.",
  exceptions: "Segments that are nouns in this API, such as `/add` for a list of additions.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, sections 9.2.2, 9.3.4 and 9.3.5; AIP-136.",
  messages: {
    action: "`{operation}` ends in the action `{verb}`, which calls for POST.",
    relative: "`{operation}` ends in `{verb}`, whose effect adds up when a client repeats it.",
  },
  *run({ api }, hit) {
    for (const { ref, resource } of api.operations) {
      if (ref.method !== "PUT" && ref.method !== "DELETE") continue;
      const verb = verbOf(resource);
      if (verb === undefined) continue;
      const message = RELATIVE.test(verb) ? "relative" : "action";
      yield hit(message, { operation: operationName(ref), verb }, ref.at, { operations: [ref] });
    }
  },
});

/** The verb of a custom method, or a last segment that is a relative change. */
function verbOf({ segments }: ApiOperation["resource"]): string | undefined {
  const last = segments.at(-1);
  if (last?.verb !== undefined) return last.verb;
  return last?.kind === "literal" && RELATIVE.test(last.text) ? last.text : undefined;
}
