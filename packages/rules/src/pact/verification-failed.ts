import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/verification-failed",
  on: "verification",
  summary: "A provider that runs does not keep what a consumer relies on.",
  why: "The consumer fails with this version of the provider.",
  fix: "Repeat the request and correct the provider, or have the consumer rely on something else.",
  severity: "error",
  source: "Pact specification, version 4, verification of interactions",
  messages: { failed: "`{provider}` does not keep it: {reasons}" },
  *run({ provider, result, states, reasons }, hit) {
    if (result === "failed") yield hit("failed", { provider, states }, { reasons: reasons.join(" ") });
  },
});
