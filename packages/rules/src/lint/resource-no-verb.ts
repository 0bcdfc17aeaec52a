import { defineLintRule, type Segment, wordsOf } from "@concordat/engine/kit";
import { isSetApart, type LiveResource, nounOf, prefixesWhere } from "../support/resources.ts";

/** What POST, GET, PUT and DELETE say by themselves. */
const STANDARD = new Set([
  ...["get", "fetch", "retrieve", "find", "create", "insert", "add", "update", "edit", "modify"],
  ...["delete", "remove", "destroy"],
]);
/** Words that are hardly ever nouns in a path; `search`, `export`, `refund` and the like are. */
const VERBS = new Set([
  ...STANDARD,
  ...["replace", "save", "rename", "execute", "send", "submit", "cancel", "start", "restart", "enable", "disable"],
  ...["activate", "deactivate", "approve", "reject", "decline", "confirm", "verify", "validate", "calculate"],
  ...["generate", "assign", "unassign", "revoke", "purge", "erase", "resend", "reopen", "publish", "unpublish"],
  ...["unarchive", "unlock", "detach", "attach", "convert", "increment", "decrement", "append", "toggle", "unregister"],
]);

export default defineLintRule({
  id: "lint/resource-no-verb",
  theme: "resources",
  summary: "Path segments are nouns. Only an action that is called with POST ends in a verb.",
  why: "The method carries the verb: caches, retries and readers rely on it, not on names in a path.",
  fix: "Name the resource, and let the method say what happens to it. Turn whatever fits no method into an action with POST.",
  exceptions: "Nouns that also read as verbs. State the kind of resource, such as `x-resource: { kind: collection }`.",
  severity: "warn",
  preset: "core",
  source: "Zalando RESTful API Guidelines, rules 138 and 141; Google AIP-136.",
  grouped: { summary: "{count} path segments are verbs, or repeat what the method says." },
  messages: {
    verb: "`{segment}` in `{path}` is a verb.",
    standard: "`{segment}` in `{path}` repeats what the method says.",
  },
  *run({ api }, hit) {
    const standard = new Set<string>();
    const found = prefixesWhere(api, (resource, index) => {
      const segment = resource.segments[index] as Segment;
      if (segment.kind !== "literal" || isSetApart(segment) || !isVerb(segment, resource)) return false;
      if (index < resource.segments.length - 1 || !isAction(resource)) return true;
      if (!isStandard(segment, resource)) return false;
      standard.add(resource.path);
      return true;
    });
    for (const { path, at, operations } of found) {
      const segment = path.slice(path.lastIndexOf("/") + 1);
      yield hit(standard.has(path) ? "standard" : "verb", { segment, path }, at, { operations });
    }
  },
});

function isVerb(segment: Segment, { at, operations }: LiveResource): boolean {
  const noun = nounOf(segment);
  const [first = "", second] = wordsOf(noun);
  if (!VERBS.has(first) || second === "on" || second === "ons" || Object.hasOwn(at.value as object, "x-resource"))
    return false;
  // Update policies and edit histories are nouns: they can be read.
  return !((first === "update" || first === "edit") && /[-_]/.test(noun) && operations.has("GET"));
}

/** Whether all that one can do is to post to it. */
function isAction({ operations }: LiveResource): boolean {
  return [...operations.keys()].every((method) => method === "POST" || method === "OPTIONS");
}

/** Whether the method of another path would do. What deletes many at once needs a body, which DELETE has not. */
function isStandard(segment: Segment, { operations }: LiveResource): boolean {
  const [first = "", ...rest] = wordsOf(nounOf(segment));
  const deletes = /^(?:delete|remove|destroy)$/.test(first);
  return rest.length === 0 && STANDARD.has(first) && !(deletes && operations.get("POST")?.body !== undefined);
}
