import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/part-unchecked",
  on: "unchecked",
  summary: "Part of an interaction is not checked.",
  why: "It may break, and nobody would notice.",
  fix: "Check it otherwise, for example by verifying the pact against the provider.",
  severity: "warn",
  source: "Pact specification, version 4",
  messages: {
    unchecked: "`{what}` is not checked. {reason}",
  },
  *run({ what, reason }, hit) {
    yield hit("unchecked", { what, reason });
  },
});
