import type { Severity } from "@concordat/engine/kit";
import { diffRules, lintRules } from "../catalogue.gen.ts";
import { CORE_LINT } from "./lint.ts";

/** Only what breaks, or adds to, what is sent, and what every API should hold to; generated code is mentioned. */
export const core: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...diffRules
    .filter(({ audience }) => audience !== "wire")
    .map(({ id, audience }) => [id, audience === "docs" ? "off" : "info"] as const),
  ...lintRules.filter(({ id }) => !CORE_LINT.has(id)).map(({ id }) => [id, "off"] as const),
]);
