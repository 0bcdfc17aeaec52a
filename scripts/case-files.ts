import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { DiffRule } from "../packages/engine/src/kit/index.ts";
import { type Case, parseCases } from "../packages/engine/src/testing/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { root, rulesFolder } from "./paths.ts";

/** What a case file is called behind the name of its rule. */
const CASES = ".cases.yaml";

/** A rule with its cases; none where it has no case file. */
export interface RuleCases {
  readonly rule: DiffRule;
  /** Path of the case file from the root. */
  readonly file: string;
  readonly cases: readonly Case[];
}

/** All rules of the catalogue with their cases. Throws where a case file cannot be read as one. */
export function readRuleCases(): RuleCases[] {
  return catalogue.diff.map((rule) => {
    const path = join(rulesFolder, `${rule.id}${CASES}`);
    const file = relative(root, path);
    return { rule, file, cases: existsSync(path) ? readCases(path, file) : [] };
  });
}

/** Names of the rules that have a case file, as files are listed. */
export function caseFileNames(): string[] {
  return readdirSync(join(rulesFolder, "diff"))
    .filter((file) => file.endsWith(CASES))
    .map((file) => file.slice(0, -CASES.length));
}

function readCases(path: string, file: string): readonly Case[] {
  const { value, problems } = parseCases(readFileSync(path, "utf8"), file);
  if (value !== undefined) return value;
  throw new Error(problems.map(({ line, message }) => `${file}${line ? `:${line}` : ""} ${message}`).join("\n"));
}
