import {
  type ApiOperation,
  defineLintRule,
  isReadMethod,
  operationName,
  startsWithVerb,
  textOf,
  wordsOf,
} from "@concordat/engine/kit";
import { lastPart } from "../support/reliability.ts";

/** Verbs that are no nouns. */
const CHANGING = new Set([
  ...["create", "delete", "remove", "destroy", "send", "resend", "revoke", "cancel", "approve", "reject", "add"],
  ...["activate", "deactivate", "enable", "disable", "insert", "modify", "purge", "erase", "unsubscribe", "submit"],
  ...["regenerate", "restart", "execute", "invalidate", "assign", "unassign", "increment", "decrement", "publish"],
]);
/** With those that are nouns too, and count where more is said: `reset-password`. */
const WITH_OBJECT = new Set([...CHANGING, "reset", "update"]);
/** Behind a verb, what makes it part of a noun: `cancel-reasons`, `update status`, `add-ons`. */
const NOUN =
  /^(?:status|state|history|info|details?|types?|events?|logs?|dates?|pages?|polic(?:y|ies)|reasons?|requests?|rules?|options?|settings?|stats|reports?|schedules?|configs?|limits?|permissions?|metadata|count|list|form|ons?|ins?)$/;

export default defineLintRule({
  id: "lint/idem-get-is-safe",
  theme: "idempotency",
  summary: "GET and HEAD only read.",
  why: "Crawlers, link previews, prefetching browsers and retry code send GET requests freely, and each one would delete, send or reset something.",
  fix: "Use POST, or DELETE on the resource that goes away.",
  exceptions: "Misleading names, such as `GET /orders/create` for an empty form. Rename them if you can.",
  severity: "error",
  preset: "core",
  source: "RFC 9110, section 9.2.1.",
  messages: { changes: "`{operation}` sounds as if it changes something: `{name}`." },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      const { ref } = operation;
      if (!isReadMethod(ref.method)) continue;
      const name = changingNameOf(operation);
      if (name !== undefined)
        yield hit("changes", { operation: operationName(ref), name }, ref.at, { operations: [ref] });
    }
  },
});

/** What says that an operation changes something, unless something else says that it reads. */
function changingNameOf({ ref, resource }: ApiOperation): string | undefined {
  const last = resource.segments.at(-1);
  const segment = last?.verb ?? (last?.kind === "literal" ? last.text : undefined);
  const summary = textOf(ref.at, "summary");
  const id = lastPart(ref.operationId);
  // Some generators start each operationId with the method, so that `get` says nothing there.
  if (reads(summary) || (reads(id) && wordsOf(id ?? "")[0] !== "get")) return undefined;
  return [segment, id].find((name) => changes(name)) ?? (reads(id) || !changes(summary) ? undefined : summary);
}

function changes(name: string | undefined): boolean {
  const [first = "", second, ...rest] = wordsOf(name ?? "");
  if (second === undefined) return CHANGING.has(first);
  if (NOUN.test(rest.at(-1) ?? second) || NOUN.test(second)) return false;
  return WITH_OBJECT.has(first) || (first.endsWith("s") && CHANGING.has(first.slice(0, -1)));
}

/** Whether a name starts with a verb that changes nothing, in whichever person. */
function reads(name: string | undefined): boolean {
  const [first = ""] = wordsOf(name ?? "");
  return READS.test(first) && (startsWithVerb(first.replace(/s$/, "")) || first.startsWith("re"));
}

const READS = /^(?:get|list|fetch|read|retrieve|return|search|find|show|view|query|lookup|check|download|export)e?s?$/;
