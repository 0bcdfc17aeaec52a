import { defineDiffCheck, describeAlternative } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/security-alternative-added",
  summary: "There is one more way to authenticate, or less to bring along.",
  why: "Consumers have one more choice.",
  fix: "Make sure that it is meant: less is asked for than before.",
  about: { area: "security", aspect: "alternative", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/security-alternative-removed",
  messages: { added: "A request with {alternative} is let in." },
  on: "security",
  *run({ admitted, base, head }, hit) {
    for (const alternative of admitted)
      yield hit("added", { alternative: describeAlternative(alternative) }, { base: base.at, head: head.at });
  },
});
