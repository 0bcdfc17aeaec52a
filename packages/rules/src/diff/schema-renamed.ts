import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/schema-renamed",
  summary: "A component schema has another name.",
  why: "What is sent stays the same; generated types are named by it, and code that uses them stops compiling.",
  fix: "Keep the name where clients are generated.",
  consumerFix: "Rename it where you use generated code.",
  about: { area: "schema", aspect: "name", action: "renamed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  mirror: "diff/schema-renamed",
  messages: { renamed: "The schema `{from}` was renamed to `{to}`." },
  on: "contract",
  *run({ renamed }, hit) {
    for (const { base, head } of renamed)
      yield hit("renamed", { from: base.key, to: head.key }, { base: base.at, head: head.at });
  },
});
