import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/interaction-unverified",
  on: "verification",
  summary: "It is not known whether a provider keeps what a consumer relies on.",
  why: "What was not verified may fail.",
  fix: "Set up the provider state, or verify messages by their own tests.",
  severity: "error",
  source: "Pact specification, version 4, verification of interactions",
  messages: { unverified: "`{provider}` was not verified against it: {reasons}" },
  *run({ provider, result, states, reasons }, hit) {
    if (result === "unverified") yield hit("unverified", { provider, states }, { reasons: reasons.join(" ") });
  },
});
