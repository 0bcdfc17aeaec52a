import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/schema-added",
  summary: "A component schema is new.",
  why: "Generated clients have one more type.",
  fix: "Nothing to do.",
  about: { area: "schema", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "client",
  mirror: "diff/schema-removed",
  messages: { added: "The schema `{name}` was added." },
  on: "contract",
  *run({ schemas, renamed }, hit) {
    for (const { key, at } of schemas.added)
      if (!renamed.some(({ head }) => head.key === key)) yield hit("added", { name: key }, { head: at });
  },
});
