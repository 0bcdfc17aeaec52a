import { defineLintRule, isObject, own, startsWithVerb } from "@concordat/engine/kit";
import { type LiveResource, liveResources } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-item-has-get",
  theme: "resources",
  summary: "What can be written or deleted can also be read.",
  why: "After a timeout only a read tells a client whether its write has happened.",
  fix: "Add a GET to the path, or to the collection where the item is a mere link.",
  exceptions: "Resources that are only ever written, such as secrets; say `x-resource: { writeOnly: true }` at the path.",
  severity: "warn",
  source: "Google AIP-121 and AIP-131; Azure API style guide, resources have a GET.",
  messages: { unreadable: "`{path}` is written to, and has no GET." },
  *run({ api }, hit) {
    const resources = liveResources(api);
    const readBelow = new Set(resources.flatMap(({ methods, parent }) => (methods.has("GET") ? [parent?.path] : [])));
    for (const resource of resources) {
      const { path, at, refs, methods } = resource;
      if (methods.has("GET") || isExempt(resource)) continue;
      if (isReplaced(resource) || (isHidden(resource) && !readBelow.has(path))) yield hit("unreadable", { path }, at, { operations: refs });
    }
  },
});

/** No single resource, a write-only one, or `me`, which another path reads. */
function isExempt({ kind, at, segments }: LiveResource): boolean {
  const declared = isObject(at.value) ? own(at.value, "x-resource") : undefined;
  const last = segments.at(-1);
  const name = last?.kind === "literal" ? last.text : "";
  return (
    (kind !== "item" && kind !== "singleton") ||
    (isObject(declared) && own(declared, "writeOnly") === true) ||
    /^@?(?:me|self|current)$/.test(name) ||
    startsWithVerb(name)
  );
}

/** Whether a representation is sent that nobody can get back. */
function isReplaced({ operations }: LiveResource): boolean {
  return ["PUT", "PATCH"].some((method) => operations.get(method)?.body !== undefined);
}

/** Whether an item that is only linked or deleted shows neither in a list nor in its owner. */
function isHidden({ kind, operations, parent, segments }: LiveResource): boolean {
  if (kind !== "item" || !(operations.has("PUT") || operations.has("DELETE"))) return false;
  const owner = parent?.parent;
  return segments.at(-2)?.kind === "literal" && !parent?.methods.has("GET") && !owner?.methods.has("GET");
}
