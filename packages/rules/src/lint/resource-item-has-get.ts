import { defineLintRule, isObject, own, startsWithVerb } from "@concordat/engine/kit";
import { isSetApart, type LiveResource, liveResources, prefixOf } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-item-has-get",
  theme: "resources",
  summary: "Resources that can be written or deleted can also be read.",
  why: "After a timeout, only a read tells a client whether its write happened.",
  fix: "Add a GET to the path, or to the collection if the item is a mere link.",
  exceptions:
    "Resources that are only ever written, such as secrets. Write `x-resource: { writeOnly: true }` on the path.",
  severity: "warn",
  preset: "core",
  source: "Google AIP-121 and AIP-131; Azure OpenAPI validator, AllResourcesMustHaveGetOperation.",
  grouped: { summary: "Clients can write {count} resources but cannot read them." },
  messages: { unreadable: "Clients can write `{path}` but cannot read it: it has no GET." },
  *run({ api }, hit) {
    const resources = liveResources(api);
    const read = new Set(resources.flatMap(({ methods, path }) => (methods.has("GET") ? [path] : [])));
    const readBelow = new Set([...read].map((path) => path.slice(0, path.lastIndexOf("/"))));
    for (const resource of resources) {
      const { path, at, refs, methods } = resource;
      if (methods.has("GET") || isExempt(resource)) continue;
      if (isReplaced(resource) || (isHidden(resource, read) && !readBelow.has(path)))
        yield hit("unreadable", { path }, at, { operations: refs });
    }
  },
});

/** No single resource, a write-only one, or `me`, which another path reads. */
function isExempt({ kind, at, path, segments }: LiveResource): boolean {
  const declared = isObject(at.value) ? own(at.value, "x-resource") : undefined;
  const last = segments.findLast((segment) => segment.kind === "literal");
  return (
    (kind !== "item" && kind !== "singleton") ||
    (isObject(declared) && own(declared, "writeOnly") === true) ||
    last === undefined ||
    isSetApart(last) ||
    startsWithVerb(last.text) ||
    /\/(?:me|self|current)$/.test(path)
  );
}

/** Whether a representation is sent that nobody can get back. */
function isReplaced({ operations }: LiveResource): boolean {
  return ["PUT", "PATCH"].some((method) => operations.get(method)?.body !== undefined);
}

/** Whether an item is linked or deleted, and shows neither in a list nor in its owner. */
function isHidden(resource: LiveResource, read: ReadonlySet<string>): boolean {
  const { kind, operations, segments } = resource;
  if (kind !== "item" || !(operations.has("PUT") || operations.has("DELETE"))) return false;
  const [list, owner] = [prefixOf(resource, segments.length - 2), prefixOf(resource, segments.length - 3)];
  return segments.at(-2)?.kind === "literal" && !read.has(list) && !read.has(owner);
}
