import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { failed, type Result } from "../packages/engine/src/base/result.ts";
import type { DiffRule, LintRule, PactRule } from "../packages/engine/src/kit/index.ts";
import {
  type Case,
  type LintCase,
  type PactCase,
  parseCases,
  parseLintCases,
  parsePactCases,
} from "../packages/engine/src/testing/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { CASES } from "./gen-catalogue.ts";
import { root, rulesFolder } from "./paths.ts";

/** A rule with its cases; none where it has no case file. */
export interface RuleCases<Rule = DiffRule, Each = Case> {
  readonly rule: Rule;
  /** Path of the case file from the root. */
  readonly file: string;
  readonly cases: readonly Each[];
}

/** A lint rule with its cases. */
export type LintRuleCases = RuleCases<LintRule, LintCase>;

/** All diff rules of the catalogue with their cases. Throws where a case file cannot be read as one. */
export function readRuleCases(): RuleCases[] {
  return catalogue.diff.map((rule) => readOne(rule, parseCases));
}

/** All lint rules of the catalogue with their cases. Throws where a case file cannot be read as one. */
export function readLintRuleCases(): LintRuleCases[] {
  return catalogue.lint.map((rule) => readOne(rule, parseLintCases));
}

/** A rule about pacts with its cases. */
export type PactRuleCases = RuleCases<PactRule, PactCase>;

/** All rules about pacts with their cases. Throws where a case file cannot be read as one. */
export function readPactRuleCases(): PactRuleCases[] {
  return catalogue.pact.map((rule) => readOne(rule, parsePactCases));
}

function readOne<Rule extends { readonly id: string }, Each>(
  rule: Rule,
  parse: (text: string, file: string) => Result<readonly Each[]>,
): RuleCases<Rule, Each> {
  const path = join(rulesFolder, `${rule.id}${CASES}`);
  const file = relative(root, path);
  if (!existsSync(path)) return { rule, file, cases: [] };
  const cases = parse(readFileSync(path, "utf8"), file);
  if (!failed(cases)) return { rule, file, cases: cases.value };
  throw new Error(cases.problems.map(({ line, message }) => `${file}${line ? `:${line}` : ""} ${message}`).join("\n"));
}

/** A reviewed list of exceptions beside the rules: lines of what is excepted and, behind a colon, why. */
export function readWaivers(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(rulesFolder, "test-data", file), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [, what = line, reason] = /^(.*?): (.+)$/.exec(line) ?? [];
      if (reason === undefined) throw new Error(`${file}: \`${line}\` gives no reason`);
      return [what, reason];
    }),
  );
}
