import { isAbsolute, join, sep } from "node:path";
import { isObject } from "@concordat/containment/internal";
import { rulesOf } from "../analyses/index.ts";
import { isBelow, pathFrom } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed, type Result, resultOf } from "../base/result.ts";
import { type Config, unknownRules } from "../config/read-config.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import type { Host } from "../host/host.ts";
import type { UserModules } from "../host/user-modules.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import type { DiffCheck, DiffRule } from "../kit/rule.ts";
import type { Catalogue } from "./request.ts";

/** How code of a team may be run. */
export interface CodeRules {
  /** The folder that files must lie below; packages may be installed above it. */
  readonly root?: string | undefined;
  /** Why code may not run; undefined where it may. */
  readonly refuseCode?: string | undefined;
}

/**
 * A catalogue with the rules of a team, from the paths and packages that its configuration names. They are code, which runs
 * here; none runs where none is named, or where code is refused.
 */
export async function withOwnRules(
  catalogue: Catalogue,
  config: Config,
  host: Host,
  { root, refuseCode }: CodeRules,
): Promise<Result<Catalogue>> {
  if (config.rulePackages.length === 0) return { value: catalogue };
  const problems: Problem[] = [];
  const report = (message: string) => problems.push({ code: "rule-package", message });
  // Most runs have no code of a team, and need not load what runs it.
  const { userModules } = await import("../host/user-modules.ts");
  const modules = userModules({ "@concordat/engine/kit": await import("../kit/index.ts") });
  const diff: DiffRule[] = [...catalogue.diff];
  const lint: LintRule[] = [...catalogue.lint];
  const known = new Set(rulesOf(catalogue).keys());
  for (const path of config.rulePackages) {
    const name = isAbsolute(path) ? pathFrom(host.cwd, path) : path;
    if (refuseCode !== undefined) report(`The rules of \`${name}\` are code, which is not run here: ${refuseCode}.`);
    else if (await leaves(path, root, host))
      report(`The rules of \`${name}\` lie outside the workspace, and are not run.`);
    else
      for (const rule of rulesIn(path, name, modules, config, host, report)) {
        if (known.has(rule.id)) report(`\`${name}\` has a rule \`${rule.id}\`, and there is one already. Rename it.`);
        known.add(rule.id);
        if (isLint(rule)) lint.push(rule);
        else diff.push(rule);
      }
  }
  if (problems.length === 0) problems.push(...unknownRules(config, [...known]));
  return resultOf({ ...catalogue, diff, lint }, problems);
}

/** Packages may be installed above the workspace; all else lies in it. */
async function leaves(path: string, root: string | undefined, host: Host): Promise<boolean> {
  if (root === undefined || !isAbsolute(path) || path.split(sep).includes("node_modules")) return false;
  const real = await host.realPath(path);
  return !isBelow(real ?? path, real === undefined ? root : ((await host.realPath(root)) ?? root));
}

function rulesIn(
  path: string,
  name: string,
  modules: UserModules,
  { path: configPath }: Config,
  host: Host,
  report: (message: string) => void,
): readonly (DiffCheck | LintRule)[] {
  const folder = configPath === undefined ? host.cwd : join(configPath, "..");
  const file = isAbsolute(path) ? path : modules.resolve(path, folder);
  if (file === undefined) {
    report(`The package \`${name}\` is not installed. Install it, or write a path that begins with \`./\`.`);
    return [];
  }
  const loaded = modules.load(file);
  if (failed(loaded)) {
    report(`The rules of \`${name}\` failed while they were loaded: ${loaded.message}.`);
    return [];
  }
  const listed: readonly unknown[] = Array.isArray(loaded.value) ? loaded.value : [loaded.value];
  return listed.flatMap((each) => {
    if (isRule(each)) {
      const lacking = lackingIn(each);
      if (lacking.length === 0) return [isLint(each) ? each : named(each, name)];
      const names = lacking.map((key) => `\`${key}\``).join(", ");
      report(`The rule \`${each.id}\` of \`${name}\` has no ${names}, or a value there that means nothing. Write it.`);
      return [];
    }
    report(
      `What \`${name}\` exports by default is neither a rule nor a list of rules. Define each with \`defineLintRule\` or \`defineDiffCheck\`, and call it \`lint/...\` or \`diff/...\`.`,
    );
    return [];
  });
}

function isRule(value: unknown): value is DiffCheck | LintRule {
  if (!isObject(value) || typeof value["run"] !== "function" || !isObject(value["messages"])) return false;
  const { id } = value;
  if (typeof id !== "string" || !/^(?:lint|diff)\/[a-z\d]+(?:-[a-z\d]+)*$/.test(id)) return false;
  return id.startsWith("lint/") ? typeof value["theme"] === "string" : typeof value["on"] === "string";
}

const isText = (value: unknown) => typeof value === "string";
const oneOf =
  (...values: readonly string[]) =>
  (value: unknown) =>
    values.includes(value as string);

/** What policy, reports and explanations ask of each rule, and types ask of its author; JavaScript asks nobody. */
const ASKED: Readonly<Record<string, (value: unknown) => boolean>> = {
  summary: isText,
  why: isText,
  fix: isText,
  severity: oneOf("error", "warn", "info"),
};
const ASKED_OF_DIFF = {
  ...ASKED,
  about: (value: unknown) => isObject(value) && ["area", "aspect", "action"].every((key) => isText(value[key])),
  impact: oneOf("none", "patch", "minor", "major"),
  audience: oneOf("wire", "client", "docs"),
  mirror: (value: unknown) => isText(value) || (isObject(value) && isText(value["none"])),
};
const ASKED_OF_LINT = { ...ASKED, exceptions: isText, source: isText };

/** Members of a rule that are not there, or hold what they must not. */
function lackingIn(rule: DiffCheck | LintRule): string[] {
  const members: Readonly<Record<string, unknown>> = { ...rule };
  const asked = Object.entries(isLint(rule) ? ASKED_OF_LINT : ASKED_OF_DIFF);
  return asked.filter(([key, fits]) => !fits(members[key])).map(([key]) => key);
}

function isLint(rule: DiffCheck | LintRule): rule is LintRule {
  return isOfFamily("lint", rule.id);
}

/** A fault of a rule is not one of ours, and says so. What lint rules throw becomes a finding. */
function named(rule: DiffCheck, name: string): DiffCheck {
  return {
    ...rule,
    *run(target, hit) {
      try {
        yield* rule.run(target, hit);
      } catch (error) {
        throw new Error(`the rule \`${rule.id}\` of \`${name}\` failed: ${String(error)}`);
      }
    },
  };
}
