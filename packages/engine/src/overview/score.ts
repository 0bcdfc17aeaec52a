import { compareBy } from "../base/order.ts";
import type { Severity } from "../finding/finding.ts";
import { type LintRule, THEMES, type Theme } from "../kit/lint-rule.ts";
import { operationName } from "../model/operation-key.ts";
import type { Ruling } from "../policy/ruling.ts";

/** How well a description does, from 0 to 100, as far as the rules see. It is for people to follow, and gates nothing. */
export interface Score {
  readonly total: number;
  /** Themes that were judged, in a fixed order. */
  readonly themes: readonly { readonly theme: Theme; readonly score: number; readonly findings: number }[];
  /** The operations that cost most, the costliest first. */
  readonly costliest: readonly { readonly method: string; readonly path: string; readonly cost: number }[];
}

/** What a finding costs. */
const COSTS: Readonly<Record<Severity, number>> = { error: 5, warn: 2, info: 0.5, off: 0 };
const MOST_OPERATIONS = 5;

/**
 * The score of a description by the findings about it, those that are accepted too: accepting fixes nothing. What is
 * found is set against the number of operations, so that descriptions of any size compare: findings that cost as much
 * as there are operations halve the score of a theme.
 *
 * @param rulings each finding by itself, before any are grouped
 */
export function scoreOf(rulings: readonly Ruling[], rules: readonly LintRule[], operations: number): Score {
  const themeOf = new Map(rules.map(({ id, theme }) => [id, theme]));
  const size = Math.max(1, operations);
  const spent = new Map<Theme, { cost: number; findings: number }>();
  const byOperation = new Map<string, { method: string; path: string; cost: number }>();
  for (const { rule, severity, operations: reached } of rulings) {
    const theme = themeOf.get(rule);
    if (theme === undefined) continue;
    const cost = COSTS[severity];
    const known = spent.get(theme) ?? { cost: 0, findings: 0 };
    spent.set(theme, { cost: known.cost + cost, findings: known.findings + 1 });
    for (const { method, path } of reached) {
      const key = operationName({ method, path });
      const share = cost / reached.length;
      byOperation.set(key, { method, path, cost: (byOperation.get(key)?.cost ?? 0) + share });
    }
  }
  const judged = THEMES.filter((theme) => rules.some((rule) => rule.theme === theme));
  const themes = judged.map((theme) => {
    const { cost, findings } = spent.get(theme) ?? { cost: 0, findings: 0 };
    return { theme, score: Math.round(100 / (1 + cost / size)), findings };
  });
  const total =
    themes.length === 0 ? 100 : Math.round(themes.reduce((sum, { score }) => sum + score, 0) / themes.length);
  const costliest = [...byOperation.values()]
    .map((each) => ({ ...each, cost: Math.round(each.cost * 10) / 10 }))
    .sort(
      compareBy(
        ({ cost }) => -cost,
        ({ path }) => path,
        ({ method }) => method,
      ),
    )
    .slice(0, MOST_OPERATIONS);
  return { total, themes, costliest };
}
