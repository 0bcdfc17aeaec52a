import { type Containment, type ContainsOptions, contains as containsSchema } from "@concordat/containment";
import { rulesOf } from "../analyses/index.ts";
import { type Failure, failed, inputFailure, type Result } from "../base/result.ts";
import { NO_CONFIG, readConfig } from "../config/read-config.ts";
import type { Compatibility } from "../finding/finding.ts";
import { governCheck } from "../govern/check.ts";
import { governDiff } from "../govern/diff.ts";
import { governLint } from "../govern/lint.ts";
import type { Catalogue } from "../govern/request.ts";
import type { Host, IsoDate } from "../host/host.ts";
import { hostHere } from "../host/node.ts";
import { unsupportedNode } from "../host/node-version.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "../kit/lint-options.ts";
import { DEFAULT_LOAD, type LoadOptions } from "../load/description.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";
import { DEFAULT_POLICY, type Policy } from "../policy/policy.ts";
import { type DescriptionInput, readable } from "./value-host.ts";

/** What all calls of the library go by. */
export interface LibraryOptions {
  /** The rules and presets: `catalogue` of `@concordat/rules`, or your own beside them. */
  readonly rules: Catalogue;
  /** The day to judge by, `YYYY-MM-DD`. By default today. */
  readonly asOf?: IsoDate;
  /** What to set otherwise than the defaults. */
  readonly policy?: Partial<Policy>;
  /** What may be read. By default files of the checkout, and no remote references. */
  readonly load?: Partial<LoadOptions>;
  /** The door to files, git, the network and the clock. By default those of this machine, seen from the current folder. */
  readonly host?: Host;
}

/** What a lint goes by. */
export interface LintCallOptions extends LibraryOptions {
  /** What the big guides contradict each other in. */
  readonly lint?: Partial<LintOptions>;
}

/** What a check goes by. The policy is that of the configuration. */
export interface CheckCallOptions extends Omit<LibraryOptions, "policy"> {
  /** Path of the configuration; found by itself where it is not given. */
  readonly config?: string;
  /** Names of contracts. By default all. */
  readonly contracts?: readonly string[];
  /** Git revision to compare with. By default the commit where the branch left the default branch. */
  readonly baseRevision?: string;
  /** Whose consumers must get along with which revision, instead of what the policy says. */
  readonly compatibility?: Compatibility;
}

/** Compares two revisions: findings with witnesses, and the version bump that they demand. */
export async function diff(
  base: DescriptionInput,
  head: DescriptionInput,
  options: LibraryOptions,
): Promise<Result<Outcome>> {
  const host = options.host ?? hostHere();
  const old = unsupportedNode();
  if (old !== undefined) return unsupported(old);
  const read = readable([base, head], ["base", "head"], host);
  if (read === undefined) return notJson();
  const [baseSource = "", headSource = ""] = read.sources;
  const request = { ...common(options, host), base: baseSource, head: headSource, policy: policyOf(options) };
  return governDiff(request, options.rules, read.host);
}

/** Judges one revision by itself. */
export async function lint(description: DescriptionInput, options: LintCallOptions): Promise<Result<Outcome>> {
  const host = options.host ?? hostHere();
  const old = unsupportedNode();
  if (old !== undefined) return unsupported(old);
  const read = readable([description], ["description"], host);
  if (read === undefined) return notJson();
  const settings = { rulesets: [], options: { ...DEFAULT_LINT_OPTIONS, ...options.lint } };
  const config = { ...NO_CONFIG, policy: policyOf(options), lint: settings };
  const outcomes = await governLint(
    { ...common(options, host), config, sources: read.sources },
    options.rules,
    read.host,
  );
  return failed(outcomes) ? outcomes : { value: outcomes.value[0] as Outcome };
}

/** Judges the contracts of a configuration, as the gate for pull requests does. */
export async function check(options: CheckCallOptions): Promise<Result<CheckOutcome>> {
  const { rules, contracts = [], config: configFile, baseRevision, compatibility } = options;
  const host = options.host ?? hostHere();
  const old = unsupportedNode();
  if (old !== undefined) return unsupported(old);
  const request = { ...common(options, host), configFile, contracts, baseRevision, compatibility };
  const config = await readConfig(host, configFile, [...rulesOf(rules).keys()], request.load.root);
  return failed(config) ? config : governCheck({ ...request, config: config.value }, rules, host);
}

/**
 * Is every value of the schema `inner` a value of the schema `outer`? What cannot be searched by this Node is undecided, with that
 * as the reason.
 */
export async function contains(outer: unknown, inner: unknown, options?: ContainsOptions): Promise<Containment> {
  const old = unsupportedNode();
  return old === undefined ? containsSchema(outer, inner, options) : { answer: "undecided", reason: old };
}

function common({ asOf, load }: Pick<LibraryOptions, "asOf" | "load">, host: Host) {
  return { asOf: asOf ?? host.today(), load: { ...DEFAULT_LOAD, ...load } };
}

function policyOf({ policy }: LibraryOptions): Policy {
  return { ...DEFAULT_POLICY, ...policy };
}

/** The machine is at fault, not what was asked. */
function unsupported(message: string): Failure {
  return { failure: "tool", problems: [{ code: "node-version", message }] };
}

function notJson(): Failure {
  return inputFailure("not-json", "A description that is given as data must be JSON: no circles and no BigInt.");
}
