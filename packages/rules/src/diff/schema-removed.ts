import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/schema-removed",
  summary: "A component schema was removed.",
  why: "Generated clients lose the type. Other rules report whether messages changed.",
  fix: "Keep it where clients are generated.",
  consumerFix: "Do without it where you use generated code.",
  about: { area: "schema", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "info",
  audience: "client",
  mirror: "diff/schema-added",
  messages: { removed: "The schema `{name}` was removed." },
  on: "contract",
  *run({ schemas, renamed }, hit) {
    for (const { key, at } of schemas.removed)
      if (!renamed.some(({ base }) => base.key === key)) yield hit("removed", { name: key }, { base: at });
  },
});
