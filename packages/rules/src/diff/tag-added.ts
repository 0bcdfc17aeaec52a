import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/tag-added",
  summary: "A tag of the description is new.",
  why: "Documentation groups operations by it.",
  fix: "Nothing to do.",
  about: { area: "tag", aspect: "existence", action: "added" },
  impact: "none",
  severity: "info",
  audience: "docs",
  mirror: "diff/tag-removed",
  messages: { added: "The tag `{name}` was added." },
  on: "contract",
  *run({ tags }, hit) {
    for (const { key, at } of tags.added) yield hit("added", { name: key }, { head: at });
  },
});
