import { dirname, resolve } from "node:path";
import { formatPointer } from "@concordat/containment/internal";
import { CHECKS } from "../analyses/index.ts";
import { nearest } from "../base/nearest.ts";
import { asksForNotice } from "../base/notice.ts";
import { pathFrom } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed, type Result, resultOf } from "../base/result.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "../kit/lint-options.ts";
import { type ChangeRules, DEFAULT_CHANGE_RULES } from "../policy/changes.ts";
import { matchesGlob } from "../policy/glob.ts";
import { DEFAULT_POLICY, type Override, type Policy, type PolicyOrigins, withCompatibility } from "../policy/policy.ts";
import { parseMaxUse } from "../policy/removal.ts";
import type { VersionStyle } from "../policy/versions.ts";
import type { SourceText } from "../source/source-text.ts";
import { problemAt } from "./check-text.ts";
import { type Config, type ContractConfig, DEFAULT_USAGE, type UsageConfig } from "./config.ts";
import type { ConfigLayer } from "./layers.ts";
import type { ConfigFile, ContractEntry } from "./schema.ts";
import { isServerStore, storeOf } from "./store.ts";

/** What building a configuration needs beside its layers. */
export interface Building {
  /** Absolute. */
  readonly path: string;
  /** The descriptions that an entry names, as absolute paths. */
  specsOf(entry: ContractEntry, folder: string): Promise<Result<readonly string[]>>;
  /** All rules that exist, but for those of the team. */
  readonly ruleIds: readonly string[];
  /** Whether a glob may match nothing. */
  readonly emptyGlobs?: boolean;
}

/** The configuration that layers make, what is extended first; what is wrong with it has the line in its layer. */
export async function buildConfig(
  layers: readonly ConfigLayer[],
  own: ConfigLayer,
  { path, specsOf, ruleIds, emptyGlobs = false }: Building,
): Promise<Result<Config>> {
  const folder = dirname(path);
  const { file } = own;
  const problems: Problem[] = [];
  const report = (pointer: string, code: string, message: string) =>
    problems.push(problemAt(own.source, pointer, code, message));
  const rulePackages = layers.flatMap(rulePackagesOf);
  // Which rules a team has of its own is known once they are loaded.
  if (rulePackages.length === 0)
    for (const layer of layers)
      checkRuleIds(layer.file, ruleIds, (...problem) => problems.push(problemAt(layer.source, ...problem)));
  const shared = policyOf(layers, own);
  const usage = usageIn(layers, folder);
  const counted = (settings: UsageSettings, source: SourceText, pointer: string) => {
    const built = usageOf(folder, settings);
    if (!failed(built)) return built.value;
    problems.push(...built.problems.map(({ code, message }) => problemAt(source, pointer, code, message)));
    return undefined;
  };
  const lastOfUsage = layers.findLast((layer) => layer.file.usage !== undefined) ?? own;
  const counts = counted(usage, lastOfUsage.source, "/usage");
  const contracts: ContractConfig[] = [];
  for (const [index, entry] of (file.contracts ?? []).entries()) {
    const found = await specsOf(entry, folder);
    const specs = failed(found) ? [] : found.value;
    if (failed(found))
      for (const { code, message } of found.problems) report(`/contracts/${index}/spec`, code, message);
    else if (specs.length === 0 && !emptyGlobs)
      report(
        `/contracts/${index}/spec`,
        "glob-without-match",
        `\`${entry.spec}\` matches no file. Correct it, or remove the contract.`,
      );
    const counting = entry.usage
      ? counted(usageOver(usage, entry.usage), own.source, `/contracts/${index}/usage`)
      : counts;
    for (const spec of specs)
      contracts.push({ ...contractOf(entry, spec, specs.length > 1, folder, shared), usage: counting });
  }
  const names = contracts.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (!emptyGlobs) checkExclusions(file, names, report);
  if (twice !== undefined)
    report("/contracts", "contract-twice", `Two contracts are called \`${twice}\`. Give each a name of its own.`);
  const config: Config = {
    path,
    contracts,
    policy: shared,
    usage: counts,
    consumers: Object.assign({}, ...layers.map((layer) => layer.file.consumers)),
    lint: {
      options: lintOptionsOf(layers, shared),
      rulesets: layers.flatMap((layer) => rulesetsOf(layer, problems)),
    },
    rulePackages,
    checks: lastOf(layers, ({ checks }) => checks) ?? CHECKS,
    remoteRefs: layers.flatMap((layer) => layer.file.remoteRefs ?? []),
    baseBranch: lastOf(layers, ({ baseBranch }) => baseBranch),
    policyChanges: layers.reduce(changeRulesOver, DEFAULT_CHANGE_RULES),
    file,
    layers,
  };
  return resultOf<Config>(config, problems);
}

/** What layers settle of lint. A notice that the policy promises is what lint holds descriptions to. */
function lintOptionsOf(layers: readonly ConfigLayer[], { noticeDays }: Policy): LintOptions {
  const settled = over(
    DEFAULT_LINT_OPTIONS,
    layers.map(({ file }) => file.lint?.options),
  );
  return asksForNotice(noticeDays) ? { ...settled, noticeDays } : settled;
}

/** What the last layer says that says something. */
function lastOf<T>(layers: readonly ConfigLayer[], read: (file: ConfigFile) => T | undefined): T | undefined {
  return layers.map(({ file }) => read(file)).findLast((value) => value !== undefined);
}

/** The rulesets of a layer. They may bring code, which never runs out of a commit that nobody has checked out. */
function rulesetsOf({ file, folder, source }: ConfigLayer, problems: Problem[]): string[] {
  return (file.lint?.rulesets ?? []).flatMap((ruleset, i) => {
    if (isRemote(ruleset)) return [ruleset];
    if (folder !== undefined) return [resolve(folder, ruleset)];
    const message = `\`${ruleset}\` is a ruleset of a configuration in git. Rulesets may bring code, which runs only if it is in the checkout or in an installed package: extend a file or a package to share rulesets.`;
    problems.push(problemAt(source, `/lint/rulesets/${i}`, "extends-ruleset", message));
    return [];
  });
}

function rulePackagesOf({ file, folder }: ConfigLayer): string[] {
  return (file.rulePackages ?? []).map((name) =>
    folder !== undefined && /^\.{1,2}\//.test(name) ? resolve(folder, name) : name,
  );
}

/** Rules that a configuration names and that do not exist, once all rules are known. */
export function unknownRules({ layers }: Config, ruleIds: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  for (const { file, source } of layers)
    checkRuleIds(file, ruleIds, (...problem) => problems.push(problemAt(source, ...problem)));
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

/** Reports what overrides exclude and no contract is called: by mistake, they would turn dials of the contract that was meant. */
function checkExclusions(
  { overrides = [] }: ConfigFile,
  names: readonly string[],
  report: (pointer: string, code: string, message: string) => void,
): void {
  for (const [i, { contracts = [] }] of overrides.entries())
    for (const [j, glob] of contracts.entries()) {
      const excluded = glob.startsWith("!") ? glob.slice(1) : undefined;
      if (excluded === undefined || names.some((name) => matchesGlob(name, excluded))) continue;
      const message = `\`${glob}\` excludes no contract: none is called \`${excluded}\`. Correct the name, or remove it.`;
      report(`/overrides/${i}/contracts/${j}`, "exclusion-without-match", message);
    }
}

function changeRulesOver(before: ChangeRules, { file: { policyChanges } }: ConfigLayer): ChangeRules {
  if (typeof policyChanges === "string") return { policy: policyChanges, waivers: policyChanges };
  return { ...before, ...given(policyChanges) };
}

function contractOf(
  entry: ContractEntry,
  spec: string,
  several: boolean,
  folder: string,
  shared: Policy,
): ContractConfig {
  const absolute = (path: string | undefined) => (path === undefined ? undefined : resolve(folder, path));
  const name = several ? `${entry.name}/${pathFrom(folder, spec)}` : entry.name;
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
  const files = { spec, revisions, base, baseline, timeline, consumers, client };
  return { name, ...files, provider, owner, policy };
}

/** What a configuration says of usage. */
type UsageSettings = NonNullable<ConfigFile["usage"]>;

/** What layers say of usage; the path of a file starts from the folder of its layer. */
function usageIn(layers: readonly ConfigLayer[], folder: string): UsageSettings {
  return layers.reduce<UsageSettings>(
    (shared, { file: { usage }, folder: own = folder }) =>
      usageOver(
        shared,
        usage?.store === undefined || isServerStore(usage.store)
          ? usage
          : { ...usage, store: resolve(own, usage.store) },
      ),
    {},
  );
}

/**
 * What one level says over another. A store that is named without its engine is one by itself, whatever engine was named before; a
 * server that is named without its engine is not passed over for a store that was named before.
 */
function usageOver(shared: UsageSettings, own: UsageSettings = {}): UsageSettings {
  if (own.engine !== undefined) return { ...shared, ...given(own) };
  if (own.store !== undefined) return { ...shared, engine: "duckdb", ...given(own) };
  const { store, ...others } = shared;
  return { ...(own.url !== undefined && shared.engine !== "clickhouse" ? others : shared), ...given(own) };
}

function usageOf(folder: string, usage: UsageSettings): Result<UsageConfig | undefined> {
  const store = storeOf(usage, folder);
  if (failed(store) || store.value === undefined) return store as Result<undefined>;
  const { window: windowDays = DEFAULT_USAGE.windowDays, maxUse, exclude = DEFAULT_USAGE.exclude } = usage;
  const limit = maxUse === undefined ? undefined : parseMaxUse(String(maxUse));
  return { value: { store: store.value, windowDays, maxUse: limit ?? DEFAULT_USAGE.maxUse, exclude } };
}

/** What layers settle together. Dials of all `rules` come before those of all `overrides`, as in one file. */
function policyOf(layers: readonly ConfigLayer[], own: ConfigLayer): Policy {
  const from = (layer: ConfigLayer) => (layer === own ? {} : { from: layer.shown });
  const listed = layers.flatMap((layer) =>
    (layer.file.overrides ?? []).flatMap((override) =>
      overridesOf(override.rules, {
        ...from(layer),
        ...(override.contracts && { contracts: override.contracts }),
        ...(override.paths && { paths: override.paths }),
      }),
    ),
  );
  const settled = over(
    DEFAULT_POLICY,
    layers.map(({ file }) => file.policy),
  );
  const rules = layers.flatMap((layer) => overridesOf(layer.file.rules, from(layer)));
  return { ...settled, overrides: [...rules, ...listed], origins: originsOf(layers, own) };
}

/** Which of the extended files settles an option of the policy; nothing of those that the configuration itself settles. */
function originsOf(layers: readonly ConfigLayer[], own: ConfigLayer): PolicyOrigins {
  const said = layers.flatMap(({ shown, file }) =>
    Object.keys(given(file.policy)).map((option) => [option, shown] as const),
  );
  const settled = new Set(Object.keys(given(own.file.policy)));
  return Object.fromEntries(said.filter(([option]) => !settled.has(option)));
}

function isRemote(path: string): boolean {
  return /^https?:/.test(path);
}

/** What holds by default, with what each layer says in the place of what those before it say. */
function over<T extends object>(defaults: T, said: readonly (object | undefined)[]): T {
  return Object.assign({ ...defaults }, ...said.map(given));
}

/** The members that are there. */
function given<T extends object>(options: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function overridesOf(rules: ConfigFile["rules"], scope: Pick<Override, "contracts" | "paths" | "from">): Override[] {
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
