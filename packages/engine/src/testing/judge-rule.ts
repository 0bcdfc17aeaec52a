import { failed, type Result } from "../base/result.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import { unsupportedNode } from "../host/node-version.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import type { DiffRule } from "../kit/rule.ts";
import { parseCases } from "./cases.ts";
import { judgeCase, mismatches } from "./judge.ts";
import { judgeLintCase, lintMismatches, parseLintCases } from "./lint-cases.ts";

/** A case of a rule, and where what the rule says of it is not what the case expects. */
export interface JudgedCase {
  readonly name: string;
  /** A sentence each; none where the case holds. */
  readonly mismatches: readonly string[];
}

/**
 * Judges the cases of one rule by that rule alone: what an author of rules needs for a test of it.
 * @param text a case file: pairs of `base` and `head` for a diff rule, one `api` each for a lint rule
 * @param file the name of the case file, for problems
 * @returns each case in the order of the file, or what is wrong with the file
 */
export async function judgeRule(
  rule: DiffRule | LintRule,
  text: string,
  file: string,
): Promise<Result<readonly JudgedCase[]>> {
  const old = unsupportedNode();
  if (old !== undefined) return { failure: "tool", problems: [{ code: "node-version", message: old }] };
  return isLint(rule) ? judgeLintRule(rule, text, file) : judgeDiffRule(rule, text, file);
}

async function judgeDiffRule(rule: DiffRule, text: string, file: string): Promise<Result<readonly JudgedCase[]>> {
  const cases = parseCases(text, file);
  if (failed(cases)) return cases;
  const catalogue = { diff: [rule], lint: [], pact: [], presets: {} };
  const judge = async (each: (typeof cases.value)[number]) => ({
    name: each.name,
    mismatches: mismatches(each, rule.id, await judgeCase(each, catalogue)),
  });
  return { value: await Promise.all(cases.value.map(judge)) };
}

async function judgeLintRule(rule: LintRule, text: string, file: string): Promise<Result<readonly JudgedCase[]>> {
  const cases = parseLintCases(text, file);
  if (failed(cases)) return cases;
  const judge = async (each: (typeof cases.value)[number]) => ({
    name: each.name,
    mismatches: lintMismatches(each, rule.id, await judgeLintCase(each, [rule])),
  });
  return { value: await Promise.all(cases.value.map(judge)) };
}

function isLint(rule: DiffRule | LintRule): rule is LintRule {
  return isOfFamily("lint", rule.id);
}
