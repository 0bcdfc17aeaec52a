import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/security-scheme-removed",
  summary: "A security scheme was removed.",
  why: "Whether requests are still let in is told for each operation; this names the definition.",
  fix: "Nothing to do.",
  about: { area: "security", aspect: "scheme", action: "removed" },
  impact: "patch",
  severity: "info",
  audience: "docs",
  mirror: "diff/security-scheme-added",
  messages: { removed: "The security scheme `{name}` was removed." },
  on: "contract",
  *run({ schemes }, hit) {
    for (const { key, at } of schemes.removed) yield hit("removed", { name: key }, { base: at });
  },
});
