import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/security-scheme-added",
  summary: "A security scheme is new.",
  why: "Whether requests are still let in is told for each operation; this names the definition.",
  fix: "Nothing to do.",
  about: { area: "security", aspect: "scheme", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  mirror: "diff/security-scheme-removed",
  messages: { added: "The security scheme `{name}` was added." },
  on: "contract",
  *run({ schemes }, hit) {
    for (const { key, at } of schemes.added) yield hit("added", { name: key }, { head: at });
  },
});
