import type { Severity } from "@concordat/engine/kit";
import { diffRules } from "../catalogue.gen.ts";

/** What recommended warns of is an error. */
export const strict: ReadonlyMap<string, Severity> = new Map(
  diffRules.flatMap(({ id, severity }) => (severity === "warn" ? [[id, "error"] as const] : [])),
);
