import type { Severity } from "@concordat/engine/kit";
import { diffRules, lintRules, pactRules } from "../catalogue.gen.ts";

/** Every rule as loud as it says itself, but those that only `strict` has. */
export const recommended: ReadonlyMap<string, Severity> = new Map(
  [...diffRules, ...lintRules, ...pactRules].flatMap(({ id, preset }) => (preset === "strict" ? [[id, "off"]] : [])),
);
