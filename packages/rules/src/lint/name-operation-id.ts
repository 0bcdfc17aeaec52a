import {
  defineLintRule,
  isAuxiliaryMethod,
  type Operation,
  operationName,
  placeOf,
  startsWithVerb,
  wordsOf,
} from "@concordat/engine/kit";

/** Verbs of names, beside those that the kit knows. */
const VERBS = new Set(
  `
  abort acknowledge allow apply ask authenticate authorize ban begin block bulk bump bypass call claim commit compare
  compile compose configure connect consume count crosspost decrypt define deliver deny deploy describe disconnect
  discover dismiss dispatch do encrypt end estimate evaluate exclude exist exists expire extend extract favorite
  filter finalize finish follow force forget generate give grant handle has head hide ignore include init initialize
  insert inspect install invite invoke is issue join kick kill label launch leave link load log map mark measure
  migrate mute notify open order overwrite pause pay perform pin ping place play poll populate post prepare preview
  probe promote propose provide provision prune pull push put queue quit rate react rebuild receive recommend record
  recover redeem redeliver redirect reduce regenerate reindex release render renew reorder replay reply report request
  require rerun reserve resize resolve resume retire return revert review rollback save scale scan schedule scroll
  select share sign skip snooze sort split star stop store stream subscribe suggest suspend swap switch tag terminate
  test touch track transform translate unban unblock undo unfollow unfreeze uninstall unlink unmerge unpause unpin
  unset unstar unsubscribe unsuspend upgrade upsert use wait watch withdraw write
`.split(/\s+/),
);

export default defineLintRule({
  id: "lint/name-operation-id",
  theme: "naming",
  summary: "Every operation has a unique, URL-safe `operationId` that contains a verb.",
  why: "Generated clients name methods after it, and links, tickets and metrics refer to it. Without one, each tool invents its own.",
  fix: "Give the operation a verb and a noun, such as `listOrders`, and never change the name.",
  exceptions: "Names whose verb the rule does not know.",
  severity: "warn",
  audience: "client",
  source:
    "OpenAPI 3.1.0, section 4.8.10.1; Google AIP-131 to AIP-136; IBM OpenAPI Validator, operationid-naming-convention.",
  messages: {
    missing: "`{operation}` has no `operationId`.",
    duplicate: "The `operationId` `{id}` is already used by `{first}`.",
    unsafe: "The `operationId` `{id}` has characters that are not URL-safe.",
    verbless: "The `operationId` `{verbless}` has no verb.",
  },
  grouped: { summary: "{count} operations have no suitable `operationId`." },
  *run({ api }, hit) {
    const firsts = new Map<string, string>();
    for (const operation of [...api.operations, ...api.webhooks]) {
      const { ref } = operation;
      const name = operationName(ref);
      const id = ref.operationId;
      const at = placeOf(ref.at, "operationId", api);
      const place = { operations: [ref] };
      if (id === undefined || id === "") {
        if (isNamed(operation)) yield hit("missing", { operation: name }, ref.at, place);
        continue;
      }
      const first = firsts.get(id);
      if (first === undefined) firsts.set(id, name);
      else yield hit("duplicate", { id, first }, at, place);
      if (!/^[\w.~:/@!$&'()*+,;=-]+$/.test(id)) yield hit("unsafe", { id }, at, place);
      if (isNamed(operation) && !wordsOf(id).some(isVerb)) yield hit("verbless", { verbless: id }, at, place);
    }
  },
});

/** Words that are run together, as in `createorder`, are taken for what they start with. */
function isVerb(word: string): boolean {
  return VERBS.has(word) || startsWithVerb(word) || /^(?:get|list|create|update|delete|post|put|patch)/.test(word);
}

/** Whether clients are to call it by name: what the provider calls, or what is like any other of its kind, needs none. */
function isNamed({ ref }: Operation): boolean {
  return ref.kind === "path" && !isAuxiliaryMethod(ref.method);
}
