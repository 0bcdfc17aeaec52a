/* What programs of others call: published as `@concordat/engine`. */
export type { Containment, ContainsOptions, SchemaFault } from "@concordat/containment";
export type { Problem } from "../base/problem.ts";
export { type Failure, failed, type Result } from "../base/result.ts";
export type { Compatibility, Finding, Impact, Severity } from "../finding/finding.ts";
export type { Catalogue } from "../govern/request.ts";
export type { Host, IsoDate } from "../host/host.ts";
export type { LoadOptions } from "../load/description.ts";
export type { CheckOutcome, Outcome, RuledProblem } from "../outcome.ts";
export type { Policy } from "../policy/policy.ts";
export type { Ruling } from "../policy/ruling.ts";
export type { Verdict } from "../policy/verdict.ts";
export { VERSION } from "../version.ts";
export {
  type CheckCallOptions,
  check,
  contains,
  diff,
  type LibraryOptions,
  type LintCallOptions,
  lint,
} from "./library.ts";
export type { DescriptionInput } from "./value-host.ts";
