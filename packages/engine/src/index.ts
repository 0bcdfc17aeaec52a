/*
 * What our own shells use: the library that is published, and what else a command or the Action needs. Outside this repository
 * the entry is `library/index.ts` alone.
 */
export { type AcceptedFindings, type AcceptRequest, acceptFindings } from "./accept/accept.ts";
export { writeBaseline } from "./accept/write-baseline.ts";
export { CHECKS, type CheckName, rulesOf } from "./analyses/index.ts";
export { isDay, yearAfter } from "./base/date.ts";
export { nearest } from "./base/nearest.ts";
export { isBelow, pathFrom, slashed } from "./base/paths.ts";
export { hostFailure, inputFailure, resultOf, together } from "./base/result.ts";
export {
  CONFIG_NAMES,
  type Config,
  type ContractConfig,
  DEFAULT_USAGE,
  isCalled,
  NO_CONFIG,
  readConfig,
  type UsageConfig,
} from "./config/read-config.ts";
export { type Setting, settingsOf } from "./config/settings.ts";
export { parseStore, type StoreLocation } from "./config/store.ts";
export { impactRank } from "./finding/finding.ts";
export { type ChangelogRequest, governChangelog, governHistory, type HistoryRequest } from "./govern/changelog.ts";
export { governCheck, joinOutcomes, judgeInTurn, type OpenCheck, openCheck } from "./govern/check.ts";
export type { CheckRequest } from "./govern/check-request.ts";
export type { NamedConsumers } from "./govern/consumers.ts";
export { contractOf } from "./govern/contract-of.ts";
export { type DiffRequest, governDiff } from "./govern/diff.ts";
export { governLint, type LintRequest } from "./govern/lint.ts";
export { governPactCheck, type PactCheckRequest } from "./govern/pact-check.ts";
export { governVerification, type UnkeptInteraction, type VerificationRequest } from "./govern/pact-verification.ts";
export { partingFrom } from "./govern/parting.ts";
export { withOwnRules } from "./govern/rule-packages.ts";
export { bytesOfResult, resultOfBytes } from "./govern/sent-result.ts";
export { findFiles } from "./host/find-files.ts";
export { nodeHost } from "./host/node.ts";
export * from "./library/index.ts";
export { DEFAULT_LOAD } from "./load/description.ts";
export { recognise } from "./load/recognise.ts";
export { DEFAULT_POLICY, withCompatibility } from "./policy/policy.ts";
export { exitCodeOf, type FailOn } from "./policy/verdict.ts";
export { bumpVersion } from "./policy/versions.ts";
export type { ReportContext, Reporter, ReportInput } from "./report/report.ts";
export { REPOSITORY, SCHEMAS } from "./repository.gen.ts";
export { unversionedIn } from "./revisions.ts";
export { rulePageOf } from "./rule-page.ts";
export { writeVersion } from "./write-version.ts";
