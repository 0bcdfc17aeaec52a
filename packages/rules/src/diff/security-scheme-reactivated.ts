import { defineDiffCheck, isDeprecated } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/security-scheme-reactivated",
  summary: "A security scheme is no longer deprecated.",
  why: "Consumers that were about to leave it may stay.",
  fix: "Tell the consumers who were asked to move away.",
  about: { area: "security", aspect: "scheme", action: "reactivated" },
  impact: "patch",
  severity: "info",
  audience: "docs",
  mirror: "diff/security-scheme-deprecated",
  source: "OpenAPI 3.2, Security Scheme Object",
  messages: { reactivated: "The security scheme `{name}` is no longer deprecated." },
  on: "contract",
  *run({ schemes }, hit) {
    for (const { base, head } of schemes.kept)
      if (isDeprecated(base.at) && !isDeprecated(head.at))
        yield hit("reactivated", { name: head.key }, { base: base.at, head: head.at, below: ["deprecated"] });
  },
});
