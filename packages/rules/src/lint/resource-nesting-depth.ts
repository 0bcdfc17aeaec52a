import { defineLintRule } from "@concordat/engine/kit";
import { prefixesWhere } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-nesting-depth",
  theme: "resources",
  summary: "Resources are nested at most as deep as the option `maxNesting` says.",
  why: "A client has to know every owner on the way down, and breaks when one of them changes.",
  fix: "Give the resource a path of its own, and let its owners be properties or filters.",
  exceptions: "Resources whose identifiers only mean something below their owner.",
  severity: "warn",
  source: "Zalando RESTful API Guidelines, rule 147.",
  messages: { deep: "`{path}` is nested {depth} levels deep; at most {most} are asked for." },
  *run({ api, options }, hit) {
    const most = options.maxNesting;
    const found = prefixesWhere(api, ({ segments, kind }, index) => {
      const below = segments.filter(
        (segment, i) => i <= index && segment.kind === "literal" && i > 0 && segments[i - 1]?.kind !== "literal",
      );
      // What is done to a resource is no level below it.
      const isAction = kind === "action" && index === segments.length - 1;
      return !isAction && below.length === most + 1 && below.at(-1) === segments[index];
    });
    for (const { path, at, operations } of found)
      yield hit("deep", { path, depth: most + 1, most }, at, { operations });
  },
});
