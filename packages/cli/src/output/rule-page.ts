import { rulePageOf, rulesOf } from "@concordat/engine";
import { catalogue } from "@concordat/rules";

const OURS: ReadonlySet<string> = new Set(rulesOf(catalogue).keys());

/** The address of the page about a rule; undefined for a rule of a team. */
export function rulePage(id: string): string | undefined {
  return rulePageOf(id, OURS);
}
