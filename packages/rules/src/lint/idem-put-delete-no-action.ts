import { type ApiOperation, defineLintRule, operationName } from "@concordat/engine/kit";

/** Verbs whose effect adds up when they are repeated. */
const RELATIVE =
  /^(?:append|prepend|increment|increase|decrement|decrease|toggle|add|send|resend|rerun|execute|rotate|regenerate|duplicate|bump)(?:[-_A-Z]|$)/;

export default defineLintRule({
  id: "lint/idem-put-delete-no-action",
  theme: "idempotency",
  summary: "PUT and DELETE name a resource, not an action or a relative change.",
  why: "Clients and proxies repeat PUT and DELETE without asking. Repeated, an increment counts twice and a toggle is back where it was.",
  fix: "Make it a POST that takes an idempotency key, or PUT the value that is wanted: the total, the list, the state.",
  exceptions: "A segment that is a noun here, such as `/add` for a list of additions.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, sections 9.2.2, 9.3.4 and 9.3.5; AIP-136.",
  messages: {
    action: "`{operation}` ends in the action `{verb}`; actions are for POST.",
    relative: "`{operation}` ends in `{verb}`, whose effect adds up when it is repeated.",
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
