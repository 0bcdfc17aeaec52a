import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { formatPointer } from "@concordat/containment/internal";
import { CHECKS, type CheckName } from "../analyses/index.ts";
import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
import { failed, inputFailure, type Result, resultOf } from "../base/result.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import type { Host, HostResult } from "../host/host.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "../kit/lint-options.ts";
import { type ChangeRules, DEFAULT_CHANGE_RULES } from "../policy/changes.ts";
import { matchesGlob } from "../policy/glob.ts";
import { DEFAULT_POLICY, type Override, type Policy, withCompatibility } from "../policy/policy.ts";
import { type MaxUse, parseMaxUse } from "../policy/removal.ts";
import type { VersionStyle } from "../policy/versions.ts";
import { locatePointers, parseText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";
import { checkText } from "./check-text.ts";
import { matchesFileGlob } from "./file-glob.ts";
import { type ConfigFile, ConfigSchema, type ContractEntry } from "./schema.ts";
import { outsideOf, type Workspace, workspaceOf } from "./workspace.ts";

/** A contract under governance, with paths made absolute. */
export interface ContractConfig {
  readonly name: string;
  readonly spec: string;
  readonly revisions: string | undefined;
  readonly base: string | undefined;
  readonly baseline: string | undefined;
  /** File of its timeline; undefined where it is the usual one beside the description. */
  readonly timeline?: string | undefined;
  /** Folder of the consumers' pacts; undefined where it is the usual one beside the description. */
  readonly consumers?: string | undefined;
  /** What the provider is called in pacts; undefined where that is not settled. */
  readonly provider?: string | undefined;
  /** Folder of the generated client; undefined where there is none. */
  readonly client?: string | undefined;
  /** Who answers for it. */
  readonly owner?: string | undefined;
  /** Where its calls are counted; undefined where nobody counts them. */
  readonly usage?: UsageConfig | undefined;
  readonly policy: Policy;
}

/** Where calls are counted, and how removals are judged by them. */
export interface UsageConfig {
  /** Absolute path of the usage store. */
  readonly store: string;
  /** Whole days whose calls count. */
  readonly windowDays: number;
  readonly maxUse: MaxUse;
  /** Consumers whose calls do not count. */
  readonly exclude: readonly string[];
}

/** A configuration that has been read and checked. */
export interface Config {
  /** Absolute; undefined where there is no file and the defaults hold. */
  readonly path: string | undefined;
  readonly contracts: readonly ContractConfig[];
  readonly policy: Policy;
  /** Where calls are counted, of contracts that say nothing else. */
  readonly usage?: UsageConfig | undefined;
  readonly lint: LintConfig;
  /** Rules of the team: absolute paths, or names of packages. */
  readonly rulePackages: readonly string[];
  /** What `check` does. */
  readonly checks: readonly CheckName[];
  readonly remoteRefs: readonly string[];
  readonly baseBranch: string | undefined;
  /** What becomes of what head changes of all this. */
  readonly policyChanges: ChangeRules;
  /** As it is written. */
  readonly file: ConfigFile;
}

/** How descriptions are judged by themselves. */
export interface LintConfig {
  readonly options: LintOptions;
  /** Rulesets of Spectral beside our own rules: absolute paths, or URLs. */
  readonly rulesets: readonly string[];
}

/** How removals are judged by usage where nothing else is said. */
export const DEFAULT_USAGE = { windowDays: 30, maxUse: { calls: 0 }, exclude: [] } as const;

export const CONFIG_NAMES = ["concordat.yaml", "concordat.yml", "concordat.json"];
export const NO_CONFIG: Config = {
  path: undefined,
  contracts: [],
  policy: DEFAULT_POLICY,
  lint: { options: DEFAULT_LINT_OPTIONS, rulesets: [] },
  rulePackages: [],
  checks: CHECKS,
  remoteRefs: [],
  baseBranch: undefined,
  policyChanges: DEFAULT_CHANGE_RULES,
  file: {},
};

/** The configuration of a folder: the file named, or the one found in it or above it, up to the top of the checkout. */
export async function readConfig(
  host: Host,
  given: string | undefined,
  ruleIds: readonly string[],
  root?: string | undefined,
): Promise<Result<Config>> {
  const path = given === undefined ? await findConfig(host) : resolve(host.cwd, given);
  if (path === undefined) return { value: NO_CONFIG };
  const name = relative(host.cwd, path) || path;
  const workspace = await workspaceOf(host, path, root);
  const outside = await outsideOf(path, workspace, host);
  if (outside !== undefined) return inputFailure("outside-workspace", outside, { file: name });
  const text = await host.readText(path);
  if (failed(text)) {
    const { message, line, column } = text;
    return inputFailure("config-missing", `The configuration cannot be read. ${message}`, { file: name, line, column });
  }
  const source: SourceText = { uri: pathToFileURL(path).href, name, text: text.value };
  const checked = checkText(source, ConfigSchema);
  if (failed(checked)) return checked;
  const built = await build(checked.value, path, source, (entry, folder) => specsOf(entry, folder, host), ruleIds);
  if (failed(built)) return built;
  const left = [...(await leavingPaths(built.value, workspace, host))];
  return resultOf(
    built.value,
    left.map((message) => ({ code: "outside-workspace", message, file: name })),
  );
}

/** Why files that a configuration names are not to be read, each once. */
async function leavingPaths(
  { contracts, lint, rulePackages }: Config,
  workspace: Workspace,
  host: Host,
): Promise<Set<string>> {
  const named = contracts.flatMap(({ spec, revisions, base, baseline, timeline, consumers, client }) => [
    ...[spec, revisions, base],
    ...[baseline, timeline, consumers, client],
  ]);
  const paths = [...named, ...lint.rulesets, ...rulePackages].filter(
    (path) => path !== undefined && isAbsolute(path),
  ) as string[];
  const reasons = await Promise.all([...new Set(paths)].map((path) => outsideOf(path, workspace, host)));
  return new Set(reasons.filter((reason) => reason !== undefined));
}

/**
 * The configuration that a commit has for a folder, with paths as they are in the working tree; undefined where it has
 * none. A description that it names need not be in the commit: a build may make it.
 */
export async function readConfigAt(
  host: Host,
  { root, commit }: { readonly root: string; readonly commit: string },
  given: string | undefined,
  ruleIds: readonly string[],
): Promise<HostResult<Result<Config> | undefined>> {
  const fromRoot = (path: string) => relative(root, path).replaceAll("\\", "/");
  const candidates = given === undefined ? await configPaths(host) : [resolve(host.cwd, given)];
  const inside = candidates.filter((path) => !fromRoot(path).startsWith("../"));
  for (const path of inside) {
    const bytes = await host.gitShow(root, commit, fromRoot(path));
    if (failed(bytes) && bytes.failure === "missing") continue;
    if (failed(bytes)) return bytes;
    const name = `git:${commit.slice(0, 12)}:${relative(host.cwd, path) || path}`;
    const source: SourceText = { uri: pathToFileURL(path).href, name, text: new TextDecoder().decode(bytes.value) };
    const checked = checkText(source, ConfigSchema);
    if (failed(checked)) return { value: checked };
    const folder = dirname(path);
    const globs = (checked.value.contracts ?? []).some(({ spec }) => isGlob(spec));
    const files = globs ? await host.gitFiles(root, commit, [fromRoot(folder)]) : { value: [] };
    if (failed(files)) return files;
    const below = files.value.map((file) => relative(folder, join(root, file)).replaceAll("\\", "/"));
    const specs = async ({ spec }: ContractEntry) =>
      isGlob(spec)
        ? below.filter((file) => matchesFileGlob(file, spec)).map((file) => join(folder, file))
        : [resolve(folder, spec)];
    return { value: await build(checked.value, path, source, specs, ruleIds, { emptyGlobs: true }) };
  }
  return { value: undefined };
}

async function findConfig(host: Host): Promise<string | undefined> {
  for (const path of await configPaths(host)) if ((await host.realPath(path)) !== undefined) return path;
  return undefined;
}

/** Where a configuration may be, the nearest first. */
async function configPaths(host: Host): Promise<readonly string[]> {
  const top = (await host.gitRoot(host.cwd)) ?? host.cwd;
  const paths: string[] = [];
  for (let folder = host.cwd; ; folder = dirname(folder)) {
    paths.push(...CONFIG_NAMES.map((name) => join(folder, name)));
    if (folder === top || folder === dirname(folder)) return paths;
  }
}

async function build(
  file: ConfigFile,
  path: string,
  source: SourceText,
  specsOfEntry: (entry: ContractEntry, folder: string) => Promise<readonly string[]>,
  ruleIds: readonly string[],
  { emptyGlobs = false } = {},
): Promise<Result<Config>> {
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
  // Which rules a team has of its own is known once they are loaded.
  if ((file.rulePackages ?? []).length === 0) checkRuleIds(file, ruleIds, report);
  const shared = policyOf(file);
  const contracts: ContractConfig[] = [];
  for (const [index, entry] of (file.contracts ?? []).entries()) {
    const specs = await specsOfEntry(entry, folder);
    if (specs.length === 0 && !emptyGlobs)
      report(
        `/contracts/${index}/spec`,
        "glob-without-match",
        `\`${entry.spec}\` matches no file. Correct it, or remove the contract.`,
      );
    for (const spec of specs) contracts.push(contractOf(entry, spec, specs.length > 1, folder, shared, file.usage));
  }
  const names = contracts.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    report("/contracts", "contract-twice", `Two contracts are called \`${twice}\`. Give each a name of its own.`);
  return resultOf<Config>(
    {
      path,
      contracts,
      policy: shared,
      usage: usageOf(folder, file.usage),
      lint: {
        options: { ...DEFAULT_LINT_OPTIONS, ...given(file.lint?.options) },
        rulesets: (file.lint?.rulesets ?? []).map((ruleset) =>
          isRemote(ruleset) ? ruleset : resolve(folder, ruleset),
        ),
      },
      rulePackages: (file.rulePackages ?? []).map((name) => (/^\.{1,2}\//.test(name) ? resolve(folder, name) : name)),
      checks: file.checks ?? CHECKS,
      remoteRefs: file.remoteRefs ?? [],
      baseBranch: file.baseBranch,
      policyChanges: changeRulesOf(file),
      file,
    },
    problems,
  );
}

/** Rules that a configuration names and that do not exist, once all rules are known. */
export function unknownRules({ file, path }: Config, ruleIds: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  checkRuleIds(file, ruleIds, (_, code, message) => problems.push({ code, message, file: path }));
  return problems;
}

function checkRuleIds(
  file: ConfigFile,
  ruleIds: readonly string[],
  report: (pointer: string, code: string, message: string) => void,
): void {
  const check = (rules: object | undefined, pointer: string) => {
    for (const rule of Object.keys(rules ?? {})) {
      // The rules of the team's own rulesets are not known before they run.
      if (isOfFamily("spectral", rule) || ruleIds.some((id) => matchesGlob(id, rule))) continue;
      const near = nearest(rule, ruleIds);
      report(
        `${pointer}${formatPointer([rule])}`,
        "rule-unknown",
        `The rule \`${rule}\` does not exist.${near ? ` Did you mean \`${near}\`?` : ""} Run \`concordat rules list\` to see all rules.`,
      );
    }
  };
  check(file.rules, "/rules");
  for (const [i, { rules }] of (file.overrides ?? []).entries()) check(rules, `/overrides/${i}/rules`);
  for (const [i, { rules }] of (file.contracts ?? []).entries()) check(rules, `/contracts/${i}/rules`);
}

async function specsOf({ spec }: ContractEntry, folder: string, host: Host): Promise<readonly string[]> {
  if (isGlob(spec)) return (await host.glob(spec, folder)).map((match) => join(folder, match));
  const path = resolve(folder, spec);
  return (await host.realPath(path)) === undefined ? [] : [path];
}

function isGlob(spec: string): boolean {
  return /[*?[\]{}]/.test(spec);
}

function changeRulesOf({ policyChanges }: ConfigFile): ChangeRules {
  if (typeof policyChanges === "string") return { policy: policyChanges, waivers: policyChanges };
  return { ...DEFAULT_CHANGE_RULES, ...given(policyChanges) };
}

function contractOf(
  entry: ContractEntry,
  spec: string,
  several: boolean,
  folder: string,
  shared: Policy,
  usage: ConfigFile["usage"],
): ContractConfig {
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path));
  const name = several ? `${entry.name}/${relative(folder, spec).replaceAll("\\", "/")}` : entry.name;
  const base = entry.base === undefined || /^(?:https:|git:)/.test(entry.base) ? entry.base : absolute(entry.base);
  const own = overridesOf(entry.rules, {});
  const policy: Policy = {
    ...withCompatibility(shared, entry.compatibility),
    versionStyle: entry.version as VersionStyle | undefined,
    overrides: [...shared.overrides, ...own],
  };
  const { owner, provider } = entry;
  const [revisions, baseline] = [entry.revisions, entry.baseline].map(absolute);
  const [timeline, consumers, client] = [entry.timeline, entry.consumers, entry.client].map(absolute);
  const counted = usageOf(folder, { ...usage, ...given(entry.usage) });
  const files = { spec, revisions, base, baseline, timeline, consumers, client };
  return { name, ...files, provider, owner, usage: counted, policy };
}

function usageOf(folder: string, usage: ConfigFile["usage"]): UsageConfig | undefined {
  if (usage?.store === undefined) return undefined;
  const { store, window: windowDays = DEFAULT_USAGE.windowDays, maxUse, exclude = DEFAULT_USAGE.exclude } = usage;
  const limit = maxUse === undefined ? undefined : parseMaxUse(String(maxUse));
  return { store: resolve(folder, store), windowDays, maxUse: limit ?? DEFAULT_USAGE.maxUse, exclude };
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
