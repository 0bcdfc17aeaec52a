import { defineDiffCheck, isDeprecated } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/security-scheme-deprecated",
  summary: "A security scheme is deprecated.",
  why: "Consumers should plan to send other credentials; these still let them in.",
  fix: "Say which credentials to send instead.",
  consumerFix: "Plan to leave it.",
  about: { area: "security", aspect: "scheme", action: "deprecated" },
  impact: "minor",
  severity: "info",
  audience: "docs",
  mirror: "diff/security-scheme-reactivated",
  source: "OpenAPI 3.2, Security Scheme Object",
  messages: { deprecated: "The security scheme `{name}` is now deprecated." },
  on: "contract",
  *run({ schemes }, hit) {
    for (const { base, head } of schemes.kept)
      if (!isDeprecated(base.at) && isDeprecated(head.at))
        yield hit("deprecated", { name: head.key }, { base: base.at, head: head.at, below: ["deprecated"] });
  },
});
