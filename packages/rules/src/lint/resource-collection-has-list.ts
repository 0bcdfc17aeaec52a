import { defineLintRule } from "@concordat/engine/kit";
import { answersWithList, isIdentifier, isSetApart, liveResources, prefixOf } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-collection-has-list",
  theme: "resources",
  summary: "Clients can list items: the path before the item's parameter has a GET.",
  why: "A client that has lost an identifier, or never had one, cannot find the item.",
  fix: "Add a GET with pagination to the collection.",
  exceptions: "Items that only their owner may know of, such as sessions and tokens, and look-ups by a natural key.",
  severity: "info",
  preset: "strict",
  source: "Google AIP-121 and AIP-132.",
  messages: { unlisted: "Clients can read items of `{path}` one by one but cannot list them." },
  *run({ api }, hit) {
    const resources = liveResources(api);
    const lists = resources.filter(
      ({ methods, kind, path }) =>
        kind !== "item" && (methods.has("GET") || /\/(?:search|query|scroll|list|find)$/.test(path)),
    );
    const listed = new Set(lists.map(({ segments }) => segments.at(-1)?.text));
    // A search or a list under another name, such as `/containers/json`, stands right below the collection.
    const parents = new Set(lists.flatMap((list) => [list.path, prefixOf(list, list.segments.length - 2)]));
    const said = new Set<string>();
    for (const { kind, segments, methods, operations, parent, at, refs, path: item } of resources) {
      const [name, last] = segments.slice(-2);
      if (kind !== "item" || !methods.has("GET") || name?.kind !== "literal" || isSetApart(name)) continue;
      // What is looked up by a name or a hash is known already: `/compare/{range}`, `/blobs/{sha}`.
      if (!isIdentifier(last?.parameters[0] ?? "") || answersWithList(operations.get("GET"), api)) continue;
      const path = item.slice(0, item.lastIndexOf("/"));
      if (parent?.methods.has("GET") || listed.has(name.text) || parents.has(path) || said.has(path)) continue;
      said.add(path);
      yield hit("unlisted", { path }, parent?.at ?? at, { operations: refs, direction: "response" });
    }
  },
});
