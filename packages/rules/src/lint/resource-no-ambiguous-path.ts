import { type Api, type ApiOperation, defineLintRule, operationsByPath, type Resource } from "@concordat/engine/kit";
import { differAt, isUndecided, PathTree, reasonOf } from "../support/path-tree.ts";
import { canHold, isSetApart } from "../support/resources.ts";

type Operations = readonly ApiOperation[];

export default defineLintRule({
  id: "lint/resource-no-ambiguous-path",
  theme: "resources",
  summary: "No URL matches two paths unless one is more specific than the other.",
  why: "Otherwise the routing framework decides which of the two operations answers.",
  fix: "Rename a segment, or restrict a parameter by `type`, `pattern` or `enum` so that it excludes the other path.",
  exceptions: "Parameters whose values never equal the other path's literal. Declare this with a `pattern`.",
  severity: "error",
  preset: "core",
  source: "OpenAPI 3.1, section 4.8.8.2.",
  messages: {
    same: "`{path}` and `{other}` differ only in parameter names.",
    both: "`{path}` and `{other}` both match `{url}`.",
  },
  *run({ api, steps }, hit) {
    const byPath = operationsByPath(api.operations);
    const tree = new PathTree();
    const said = new Set<string>();
    for (const resource of api.resources) {
      const { path, segments, at } = resource;
      // What a query or a fragment tells apart is the concern of another rule.
      if (/[?#]/.test(path)) continue;
      const mine = byPath.get(path) ?? [];
      let isFirst = true;
      for (const other of tree.matching(segments, steps)) {
        const operations = mine.map(({ ref }) => ref);
        if (differAt(resource, other) < 0) {
          isFirst = false;
          yield hit("same", { path, other: other.path }, at, { operations });
        } else if (isUndecided(resource, other)) {
          // All that lies below two clashing beginnings clashes for one reason.
          const reason = reasonOf(resource, other);
          if (said.has(reason)) continue;
          const theirs = byPath.get(other.path) ?? [];
          const url = sharedUrl(mine, theirs, resource, other, api);
          const shared = operations.filter(({ method }) => other.methods.has(method));
          if (url === undefined || shared.length === 0) continue;
          said.add(reason);
          yield hit("both", { path, other: other.path, url }, at, { operations: shared });
        }
      }
      // Of paths that differ in nothing but names the first stands for all.
      if (isFirst) tree.insert(resource);
    }
  },
});

/** A URL that both match; undefined where a parameter cannot hold the literal of the other. */
function sharedUrl(mine: Operations, theirs: Operations, a: Resource, b: Resource, api: Api): string | undefined {
  let url = "";
  for (const [i, here] of a.segments.entries()) {
    const there = b.segments[i] ?? here;
    const [firm, open, owners] = here.kind === "parameter" ? [there, here, mine] : [here, there, theirs];
    if (firm.kind === "literal" && open.kind === "parameter") {
      const [name] = open.parameters;
      const parameter = owners[0]?.parameters.find((each) => each.in === "path" && each.name === name);
      if (isSetApart(firm) || !canHold(parameter?.serialisation.schema, firm.text, api)) return undefined;
    }
    url += `/${firm.text}`;
  }
  return url;
}
