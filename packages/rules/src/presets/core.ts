import type { Severity } from "@concordat/engine/kit";
import { diffRules, lintRules } from "../catalogue.gen.ts";

/** Only what breaks, or adds to, what is sent, and what every API should hold to; generated code is mentioned. */
export const core: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...diffRules.flatMap(({ id, audience, preset = "core" }): [string, Severity][] => {
    if (preset !== "core" || audience === "docs") return [[id, "off"]];
    return audience === "client" ? [[id, "info"]] : [];
  }),
  ...lintRules.filter(({ preset }) => preset !== "core").map(({ id }) => [id, "off"] as const),
]);
