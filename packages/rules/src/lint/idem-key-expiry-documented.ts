import { defineLintRule, idempotencyOf, textOf } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

const TIME =
  /\b(?:\d+|one|two|three|seven|ten|thirty|an?|few)[ -]*(?:second|minute|hour|day|week|month|year)s?\b|\b\d+ ?[hd]\b|\bP(?:T?\d)/i;
const LIFE = /expir|retention|retained|time[- ]to[- ]live|\bttl\b|indefinitely|forever|valid (?:for|until)/i;
/** What is said of keys to all readers, and what stands around it. */
const PASSAGE = /.{0,400}idempoten.{0,800}/gis;

export default defineLintRule({
  id: "lint/idem-key-expiry-documented",
  theme: "idempotency",
  summary: "The description states how long idempotency keys are kept.",
  why: "A retry from a queue may arrive hours later. Once the key is forgotten, the retry counts as a new request, and a customer pays twice.",
  fix: "State it in the header's description, or as `x-idempotency: { ttl: 24h }` on the operation, its path or the root.",
  exceptions: "None. The draft requires it wherever keys expire, and `ttl: forever` states that they do not.",
  severity: "warn",
  preset: "core",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, sections 2.3 and 2.5; Zalando RESTful API Guidelines, rule 230.",
  messages: {
    unstated: "{At} does not state how long an idempotency key is kept, and neither does the rest of the description.",
  },
  *run({ api }, hit) {
    const keyed = keyedOperations(api);
    const introduction = textOf(api.member(api.root, "info"), "description");
    if (keyed.length === 0 || introduction?.match(PASSAGE)?.some(statesTime)) return;
    for (const { operation, key } of keyed) {
      const texts = [textOf(key.at, "description"), textOf(key.serialisation.schema, "description")];
      const passages = textOf(operation.ref.at, "description")?.match(PASSAGE) ?? [];
      const ttl = idempotencyOf(operation, api).ttl;
      if (ttl !== undefined || [...texts, ...passages].some(statesTime)) continue;
      yield hit("unstated", { header: key.name }, key.at, { operations: [operation.ref] });
    }
  },
});

function statesTime(text: string | undefined): boolean {
  return text !== undefined && (TIME.test(text) || LIFE.test(text));
}
