import type { Severity } from "@concordat/engine/kit";
import { diffRules, lintRules, pactRules } from "../catalogue.gen.ts";

/** What the rules warn of is an error. */
export const strict: ReadonlyMap<string, Severity> = new Map(
  [...diffRules, ...lintRules, ...pactRules].flatMap(({ id, severity }) =>
    severity === "warn" ? [[id, "error"] as const] : [],
  ),
);
