import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/tag-removed",
  summary: "A tag of the description was removed.",
  why: "Documentation groups operations by it.",
  fix: "Nothing to do.",
  about: { area: "tag", aspect: "existence", action: "removed" },
  impact: "none",
  severity: "info",
  audience: "docs",
  mirror: "diff/tag-added",
  messages: { removed: "The tag `{name}` was removed." },
  on: "contract",
  *run({ tags }, hit) {
    for (const { key, at } of tags.removed) yield hit("removed", { name: key }, { base: at });
  },
});
