import type { Fault, LintRule, Needed } from "../kit/lint-rule.ts";
import type { Description } from "../load/description.ts";
import { exampleFaults } from "./examples.ts";
import { structureFaults } from "./structure.ts";

/** What validators are needed for some rules. */
export function needsOf(rules: readonly LintRule[]): ReadonlySet<Needed> {
  return new Set(rules.flatMap(({ needs }) => (needs === undefined ? [] : [needs])));
}

/** Runs the validators that are needed, and no other. */
export async function findFaults(
  needs: ReadonlySet<Needed>,
  description: Description,
): Promise<Record<Needed, readonly Fault[]>> {
  return {
    structure: needs.has("structure") ? await structureFaults(description) : [],
    examples: needs.has("examples") ? exampleFaults(description) : [],
  };
}
