export { type Containment, type ContainsOptions, contains, type SchemaFault } from "@concordat/containment";
export { type AcceptedFindings, type AcceptRequest, acceptFindings } from "./accept/accept.ts";
export { writeBaseline } from "./accept/write-baseline.ts";
export { CHECKS, type CheckName, rulesOf } from "./analyses/index.ts";
export { isDay, yearAfter } from "./base/date.ts";
export type { Problem } from "./base/problem.ts";
export { type Failure, failed, hostFailure, inputFailure, type Result, resultOf, together } from "./base/result.ts";
export {
  CONFIG_NAMES,
  type Config,
  type ContractConfig,
  NO_CONFIG,
  nearest,
  readConfig,
} from "./config/read-config.ts";
export { type Compatibility, type Finding, type Impact, impactRank, type Severity } from "./finding/finding.ts";
export { type ChangelogRequest, governChangelog, governHistory, type HistoryRequest } from "./govern/changelog.ts";
export { governCheck, joinOutcomes } from "./govern/check.ts";
export type { CheckRequest } from "./govern/check-request.ts";
export { type DiffRequest, governDiff } from "./govern/diff.ts";
export { governLint, type LintRequest } from "./govern/lint.ts";
export type { Catalogue } from "./govern/request.ts";
export { withOwnRules } from "./govern/rule-packages.ts";
export type { Host, IsoDate } from "./host/host.ts";
export { nodeHost } from "./host/node.ts";
export {
  type CheckCallOptions,
  check,
  diff,
  type LibraryOptions,
  type LintCallOptions,
  lint,
} from "./library/library.ts";
export type { DescriptionInput } from "./library/value-host.ts";
export { DEFAULT_LOAD, type LoadOptions } from "./load/description.ts";
export { isDescription } from "./load/recognise.ts";
export type { CheckOutcome, Outcome, RuledProblem } from "./outcome.ts";
export { DEFAULT_POLICY, type Policy, withCompatibility } from "./policy/policy.ts";
export type { Ruling } from "./policy/ruling.ts";
export { exitCodeOf, type FailOn, type Verdict } from "./policy/verdict.ts";
export { bumpVersion } from "./policy/versions.ts";
export type { ReportContext, Reporter, ReportInput } from "./report/report.ts";
export { REPOSITORY } from "./repository.gen.ts";
export { VERSION } from "./version.ts";
export { writeVersion } from "./write-version.ts";
