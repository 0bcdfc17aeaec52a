import type { Analysed, Analysis, AnalysisContext, Evidence } from "./analysis.ts";
import { client } from "./client.ts";
import { diff } from "./diff.ts";
import { lint } from "./lint.ts";
import { pact } from "./pact.ts";
import type { Rules } from "./rules.ts";

/** All analyses. This list alone says what the configuration, the Action and `check` may ask for. */
export const ANALYSES = [diff, lint, pact, client] as const;

/** The name of an analysis: what `checks` may list. */
export type CheckName = (typeof ANALYSES)[number]["name"];

/** The names of all analyses. */
export const CHECKS: readonly CheckName[] = ANALYSES.map(({ name }) => name);

/** Runs the analyses that are asked for and whose evidence is there, one after the other. */
export async function analyse(
  checks: readonly CheckName[],
  evidence: Evidence,
  rules: Rules,
  context: AnalysisContext,
): Promise<Analysed> {
  const parts: Analysed[] = [];
  for (const { name, needs, run } of ANALYSES)
    if (checks.includes(name) && needs.every((each) => evidence[each] !== undefined))
      parts.push(await run(evidence, rules, context));
  return {
    findings: parts.flatMap(({ findings }) => findings),
    problems: parts.flatMap(({ problems }) => problems),
    // Of two that tell the same, the first that ran is believed.
    facts: Object.assign({}, ...parts.map(({ facts }) => facts).reverse()),
  };
}

/** How a contract gets what some analyses need, where it has nothing for any of them; empty where one of them can judge it. */
export function lackedBy(checks: readonly CheckName[], evidence: Evidence): readonly string[] {
  const asked = ANALYSES.filter(({ name }) => checks.includes(name)) as readonly Analysis[];
  const supplies = asked.flatMap(({ needs, supply }) =>
    supply !== undefined && needs.some((each) => evidence[each] === undefined) ? [supply] : [],
  );
  return supplies.length === asked.length ? supplies : [];
}

/** Whether any of some analyses sets head against base. */
export function comparesBase(checks: readonly CheckName[]): boolean {
  return ANALYSES.some(({ name, needs }) => checks.includes(name) && needs.includes("base"));
}

type AnyRule = Rules[keyof Rules][number];

/** All rules that are applied by some analysis, by their ids. One that reports problems alone has none. */
export function rulesOf(rules: Rules): ReadonlyMap<string, AnyRule> {
  const families: Partial<Record<CheckName, readonly AnyRule[]>> = rules;
  return new Map(CHECKS.flatMap((name) => families[name] ?? []).map((rule) => [rule.id, rule]));
}
