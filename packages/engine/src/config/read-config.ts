import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { formatPointer } from "@concordat/containment";
import * as v from "valibot";
import type { Checked, Problem } from "../base/problem.ts";
import { failed, type Host } from "../host/host.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "../kit/lint-options.ts";
import { matchesGlob } from "../policy/glob.ts";
import { DEFAULT_POLICY, type Override, type Policy, type Waiver } from "../policy/policy.ts";
import type { VersionStyle } from "../policy/versions.ts";
import { locatePointers, parseText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import { BaselineSchema, type ConfigFile, ConfigSchema, type ContractEntry } from "./schema.ts";

/** A contract under governance, with paths made absolute. */
export interface ContractConfig {
  readonly name: string;
  readonly spec: string;
  readonly revisions: string | undefined;
  readonly base: string | undefined;
  readonly baseline: string | undefined;
  readonly policy: Policy;
}

/** A configuration that has been read and checked. */
export interface Config {
  /** Absolute; undefined where there is no file and the defaults hold. */
  readonly path: string | undefined;
  readonly contracts: readonly ContractConfig[];
  readonly policy: Policy;
  readonly lint: LintConfig;
  /** What `check` does. */
  readonly checks: readonly CheckName[];
  readonly remoteRefs: readonly string[];
  readonly baseBranch: string | undefined;
}

/** How descriptions are judged by themselves. */
export interface LintConfig {
  readonly options: LintOptions;
  /** Rulesets of Spectral beside our own rules: absolute paths, or URLs. */
  readonly rulesets: readonly string[];
}

/** The parts of `check`. */
export const CHECKS = ["lint", "diff"] as const;
export type CheckName = (typeof CHECKS)[number];

export const CONFIG_NAMES = ["concordat.yaml", "concordat.yml", "concordat.json"];
export const NO_CONFIG: Config = {
  path: undefined,
  contracts: [],
  policy: DEFAULT_POLICY,
  lint: { options: DEFAULT_LINT_OPTIONS, rulesets: [] },
  checks: CHECKS,
  remoteRefs: [],
  baseBranch: undefined,
};

/** The configuration of a folder: the file named, or the one found in it or above it, up to the top of the checkout. */
export async function readConfig(
  host: Host,
  given: string | undefined,
  ruleIds: readonly string[],
): Promise<Checked<Config>> {
  const path = given === undefined ? await findConfig(host) : resolve(host.cwd, given);
  if (path === undefined) return { value: NO_CONFIG, problems: [] };
  const text = await host.readText(path);
  const name = relative(host.cwd, path) || path;
  if (failed(text)) {
    const { message, line, column } = text;
    const problem = { code: "config-missing", message: `The configuration cannot be read. ${message}` };
    return { value: undefined, problems: [{ ...problem, file: name, line, column }] };
  }
  const source: SourceText = { uri: pathToFileURL(path).href, name, text: text.value };
  const checked = checkText(source, ConfigSchema);
  if (checked.value === undefined) return { value: undefined, problems: checked.problems };
  return build(checked.value, path, source, host, ruleIds);
}

/** The waivers of a baseline file; one that is not there holds none. */
export async function readBaseline(host: Host, path: string): Promise<Checked<readonly Waiver[]>> {
  const text = await host.readText(path);
  if (failed(text)) {
    const name = relative(host.cwd, path);
    const message = `The baseline \`${name}\` cannot be read: ${text.message} Make the file, or take it out of the configuration.`;
    const place = text.line === undefined ? {} : { file: name, line: text.line, column: text.column };
    return { value: undefined, problems: [{ code: "baseline-missing", message, ...place }] };
  }
  const checked = checkText(
    { uri: pathToFileURL(path).href, name: relative(host.cwd, path), text: text.value },
    BaselineSchema,
  );
  return { value: checked.value?.waivers, problems: checked.problems };
}

async function findConfig(host: Host): Promise<string | undefined> {
  const top = (await host.gitRoot(host.cwd)) ?? host.cwd;
  for (let folder = host.cwd; ; folder = dirname(folder)) {
    for (const name of CONFIG_NAMES) {
      const path = join(folder, name);
      if ((await host.realPath(path)) !== undefined) return path;
    }
    if (folder === top || folder === dirname(folder)) return undefined;
  }
}

function checkText<S extends v.GenericSchema>(source: SourceText, schema: S): Checked<v.InferOutput<S>> {
  const parsed = parseText(source);
  if (parsed.data === undefined) return { value: undefined, problems: parsed.problems };
  const result = v.safeParse(schema, parsed.data ?? {});
  if (parsed.problems.length === 0 && result.success) return { value: result.output, problems: [] };
  const issues = result.success ? [] : result.issues.flatMap(deepest);
  const places = issues.map(({ path }) => formatPointer((path ?? []).map(({ key }) => String(key))));
  const positions = locatePointers(
    { ...source, ...parsed },
    places.flatMap((place) => [place, place.slice(0, place.lastIndexOf("/"))]),
  );
  const problems = issues.map((issue, i): Problem => {
    const place = places[i] as string;
    const named = (issue.path ?? []).map(({ key }) => String(key)).join(".");
    const position = positions.get(place) ??
      positions.get(place.slice(0, place.lastIndexOf("/"))) ?? { line: 1, column: 1 };
    return { code: "config-invalid", message: wordsFor(issue, named), file: source.name, ...position };
  });
  return { value: undefined, problems: [...parsed.problems, ...problems] };
}

/** The issue that says most: of a union, that of the member which came furthest. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  const inner = (issue.issues ?? []).filter(({ path }) => (path?.length ?? 0) > (issue.path?.length ?? 0));
  return inner.length > 0 ? inner : [issue];
}

function wordsFor({ type, expected, received, message, kind }: v.BaseIssue<unknown>, named: string): string {
  const at = named === "" ? "The file" : `\`${named}\``;
  if (kind === "schema" && type === "strict_object" && expected === "never")
    return `${at} is not an option here. Remove it, or correct its name.`;
  if (kind === "schema" && type === "strict_object" && received === "undefined") return `${at} is missing. Add it.`;
  if (kind === "validation") return `${at} is not right: ${message}.`;
  return `${at} must be ${wordsForType(expected ?? "something else")}, and is ${wordsForType(received)}.`;
}

const TYPES: Readonly<Record<string, string>> = {
  Object: "a mapping",
  Array: "a list",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  undefined: "missing",
};

/** What valibot calls a type or a choice, as people say it. */
function wordsForType(name: string): string {
  const choices = name.replaceAll(/[()]/g, "").split(" | ");
  const words = [...new Set(choices)].map((each) => TYPES[each] ?? each.replaceAll('"', "`"));
  return words.length > 1 ? `one of ${words.join(", ")}` : (words[0] ?? name);
}

async function build(
  file: ConfigFile,
  path: string,
  source: SourceText,
  host: Host,
  ruleIds: readonly string[],
): Promise<Checked<Config>> {
  const folder = dirname(path);
  const problems: Problem[] = [];
  const report = (pointer: string, code: string, message: string) => {
    const parsed = parseText(source);
    problems.push({
      code,
      message,
      file: source.name,
      ...(locatePointers({ ...source, ...parsed }, [pointer]).get(pointer) ?? { line: 1, column: 1 }),
    });
  };
  checkRuleIds(file, ruleIds, report);
  const shared = policyOf(file);
  const contracts: ContractConfig[] = [];
  for (const [index, entry] of (file.contracts ?? []).entries()) {
    const specs = await specsOf(entry, folder, host);
    if (specs.length === 0)
      report(
        `/contracts/${index}/spec`,
        "glob-without-match",
        `\`${entry.spec}\` matches no file. Correct it, or remove the contract.`,
      );
    for (const spec of specs) contracts.push(contractOf(entry, spec, specs.length > 1, folder, shared));
  }
  const names = contracts.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    report("/contracts", "contract-twice", `Two contracts are called \`${twice}\`. Give each a name of its own.`);
  if (problems.length > 0) return { value: undefined, problems };
  return {
    value: {
      path,
      contracts,
      policy: shared,
      lint: {
        options: { ...DEFAULT_LINT_OPTIONS, ...given(file.lint?.options) },
        rulesets: (file.lint?.rulesets ?? []).map((ruleset) =>
          isRemote(ruleset) ? ruleset : resolve(folder, ruleset),
        ),
      },
      checks: file.checks ?? CHECKS,
      remoteRefs: file.remoteRefs ?? [],
      baseBranch: file.baseBranch,
    },
    problems,
  };
}

function checkRuleIds(
  file: ConfigFile,
  ruleIds: readonly string[],
  report: (pointer: string, code: string, message: string) => void,
): void {
  const check = (rules: object | undefined, pointer: string) => {
    for (const rule of Object.keys(rules ?? {})) {
      // The rules of the team's own rulesets are not known before they run.
      if (rule.startsWith("spectral/") || ruleIds.some((id) => matchesGlob(id, rule))) continue;
      const near = nearest(rule, ruleIds);
      report(
        `${pointer}${formatPointer([rule])}`,
        "rule-unknown",
        `There is no rule \`${rule}\`.${near ? ` Did you mean \`${near}\`?` : ""} \`concordat rules list\` shows all.`,
      );
    }
  };
  check(file.rules, "/rules");
  for (const [i, { rules }] of (file.overrides ?? []).entries()) check(rules, `/overrides/${i}/rules`);
  for (const [i, { rules }] of (file.contracts ?? []).entries()) check(rules, `/contracts/${i}/rules`);
}

async function specsOf({ spec }: ContractEntry, folder: string, host: Host): Promise<readonly string[]> {
  if (/[*?[\]{}]/.test(spec)) return (await host.glob(spec, folder)).map((match) => join(folder, match));
  const path = resolve(folder, spec);
  return (await host.realPath(path)) === undefined ? [] : [path];
}

function contractOf(
  entry: ContractEntry,
  spec: string,
  several: boolean,
  folder: string,
  shared: Policy,
): ContractConfig {
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path));
  const name = several ? `${entry.name}/${relative(folder, spec).replaceAll("\\", "/")}` : entry.name;
  const base = entry.base === undefined || /^(?:https:|git:)/.test(entry.base) ? entry.base : absolute(entry.base);
  const own = overridesOf(entry.rules, {});
  const policy: Policy = {
    ...shared,
    versionStyle: entry.version as VersionStyle | undefined,
    overrides: [...shared.overrides, ...own],
  };
  return { name, spec, revisions: absolute(entry.revisions), base, baseline: absolute(entry.baseline), policy };
}

function policyOf({ policy, rules, overrides }: ConfigFile): Policy {
  const listed = (overrides ?? []).flatMap((override) =>
    overridesOf(override.rules, {
      ...(override.contracts && { contracts: override.contracts }),
      ...(override.paths && { paths: override.paths }),
    }),
  );
  return { ...DEFAULT_POLICY, ...given(policy), overrides: [...overridesOf(rules, {}), ...listed] };
}

function isRemote(path: string): boolean {
  return /^https?:/.test(path);
}

/** The members that are there. */
function given<T extends object>(options: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function overridesOf(rules: ConfigFile["rules"], scope: Pick<Override, "contracts" | "paths">): Override[] {
  return Object.entries(rules ?? {}).map(([rule, dials]) => {
    const { severity, impact, audience } =
      typeof dials === "string" ? { severity: dials, impact: undefined, audience: undefined } : dials;
    return {
      ...scope,
      rules: [rule],
      ...(severity && { severity }),
      ...(impact && { impact }),
      ...(audience && { audience }),
    };
  });
}

/** The text of a list that is most like another, if any is near. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const rated = candidates
    .map((candidate) => ({ candidate, distance: editDistance(text, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = rated;
  return best && best.distance <= Math.max(3, text.length / 3) ? best.candidate : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (next[j - 1] as number) + 1,
        (row[j] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length] as number;
}
