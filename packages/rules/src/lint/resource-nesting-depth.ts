import { defineLintRule, type Segment } from "@concordat/engine/kit";
import { prefixesWhere } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-nesting-depth",
  theme: "resources",
  summary: "Resources are nested no deeper than the option `maxNesting` allows.",
  why: "A client has to know every owner on the way down, and breaks when one of them changes.",
  fix: "Give the resource a path of its own, and turn its owners into properties or filters.",
  exceptions: "Resources whose identifiers only have meaning below their owner.",
  severity: "warn",
  preset: "core",
  source: "Zalando RESTful API Guidelines, rule 147.",
  messages: { deep: "`{path}` is nested {depth} levels deep. The limit is {most}." },
  *run({ api, options }, hit) {
    const most = options.maxNesting;
    const found = prefixesWhere(api, ({ segments, kind }, index) => {
      if (!isLevel(segments, index)) return false;
      // What is done to a resource is no level below it.
      if (kind === "action" && index === segments.length - 1) return false;
      return segments.filter((_, i) => i <= index && isLevel(segments, i)).length === most + 1;
    });
    for (const { path, at, operations } of found)
      yield hit("deep", { path, depth: most + 1, most }, at, { operations });
  },
});

/** Whether a segment names what hangs below the item before it. */
function isLevel(segments: readonly Segment[], index: number): boolean {
  return index > 0 && segments[index]?.kind === "literal" && segments[index - 1]?.kind !== "literal";
}
