import { CHECKS, type CheckName } from "../analyses/index.ts";
import { nearest } from "../base/nearest.ts";
import { type Failure, inputFailure } from "../base/result.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "../kit/lint-options.ts";
import { type ChangeRules, DEFAULT_CHANGE_RULES } from "../policy/changes.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
import type { MaxUse } from "../policy/removal.ts";
import type { ConfigLayer } from "./layers.ts";
import type { ConfigFile } from "./schema.ts";
import type { StoreLocation } from "./store.ts";

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

/** Who is behind a consumer. */
export interface Contact {
  readonly owner?: string | undefined;
  readonly contact?: string | undefined;
}

/** Where calls are counted, and how removals are judged by them. */
export interface UsageConfig {
  readonly store: StoreLocation;
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
  /** Who is behind consumers, by their names. */
  readonly consumers?: Readonly<Record<string, Contact>>;
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
  /** The files that settle all this: those that it extends, and last itself. */
  readonly layers: readonly ConfigLayer[];
}

/** How descriptions are judged by themselves. */
export interface LintConfig {
  readonly options: LintOptions;
  /** Rulesets of Spectral beside our own rules: absolute paths, or URLs. */
  readonly rulesets: readonly string[];
}

/** How removals are judged by usage where nothing else is said. */
export const DEFAULT_USAGE = { windowDays: 30, maxUse: { calls: 0 }, exclude: [] } as const;

/** What holds where there is no configuration. */
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
  layers: [],
};

/** Whether a contract is meant by a name: its own, or that of the entry whose glob it matches. */
export function isCalled({ name }: Pick<ContractConfig, "name">, asked: string): boolean {
  return name === asked || name.startsWith(`${asked}/`);
}

/** Names of contracts that are listed before the rest is counted. */
const MOST_NAMES = 5;

function knownText(names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return ` It has \`${names.slice(0, MOST_NAMES).join("`, `")}\`${more}.`;
}

/** What is said of names of contracts that there are none of. */
export function unknownContracts(asked: readonly string[], known: readonly string[]): Failure {
  const near = asked.length === 1 ? nearest(asked[0] as string, known) : undefined;
  const hint = near === undefined ? knownText(known) : ` Did you mean \`${near}\`?`;
  return inputFailure("contract-unknown", `The configuration has no contract \`${asked.join("`, `")}\`.${hint}`);
}
