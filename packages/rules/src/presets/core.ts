import type { Severity } from "@concordat/engine/kit";
import { diffRules, lintRules } from "../catalogue.gen.ts";

/** Only what breaks, or adds to, what is sent, and what every API should hold to; generated code is mentioned. */
export const core: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...diffRules
    .filter(({ audience, preset = "core" }) => audience !== "wire" || preset !== "core")
    .map(
      ({ id, audience, preset = "core" }) => [id, audience === "client" && preset === "core" ? "info" : "off"] as const,
    ),
  ...lintRules.filter(({ preset }) => preset !== "core").map(({ id }) => [id, "off"] as const),
]);
