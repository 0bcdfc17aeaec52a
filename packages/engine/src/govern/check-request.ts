import type { LintSettings } from "../analyses/analysis.ts";
import type { CheckName } from "../analyses/index.ts";
import type { Compatibility } from "../finding/finding.ts";
import type { FailOn } from "../policy/verdict.ts";
import type { GateRequest } from "./gate.ts";
import type { Catalogue, RunOptions } from "./request.ts";

/** What git says of the files of the working tree, by absolute paths. */
export interface ChangedFiles {
  /** Those that differ from the commit that contracts are compared with; those that git does not know among them. */
  readonly changed: ReadonlySet<string>;
  /** Those that git keeps: of any other it cannot say whether it changed. */
  readonly kept: ReadonlySet<string>;
}

/** A check of contracts. Its `load` allows what the command line does; what the configuration allows is added to it. */
export interface CheckRequest extends GateRequest, RunOptions {
  /** Names of contracts; all where none is named. */
  readonly contracts: readonly string[];
  /** What to do, instead of what the configuration says. */
  readonly checks?: readonly CheckName[] | undefined;
  /** Why code of rulesets may not run; undefined where it may. */
  readonly refuseCode?: string | undefined;
  /** Files that changed, where contracts of which none did are not to be judged. */
  readonly onlyChanged?: ChangedFiles | undefined;
  /** Whose consumers must get along with which revision, instead of what the policy says. */
  readonly compatibility?: Compatibility | undefined;
  /** Whether to find what descriptions name to use instead of what is deprecated or gone. */
  readonly replacements?: boolean | undefined;
  /** What a run fails on; it decides what head's own policy would let pass. */
  readonly failOn?: FailOn | undefined;
}

/** A policy to judge by, with what it needs. */
export interface Setting {
  readonly lint: LintSettings;
  readonly load: RunOptions["load"];
  readonly checks: readonly CheckName[];
  /** Our rules, and those of the team that this policy names. */
  readonly catalogue: Catalogue;
}

/** What a run objects to, also where nothing is to fail. */
export function heardOf({ failOn = "error" }: Pick<CheckRequest, "failOn">): FailOn {
  return failOn === "never" ? "error" : failOn;
}
