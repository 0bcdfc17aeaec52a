export {
  decodeFragment,
  escapeToken,
  isObject,
  type Json,
  type Located,
  own,
  parsePointer,
} from "@concordat/containment/internal";
export { daysBetween, startOfDay } from "../base/date.ts";
export { diffByKey, type KeyedDiff } from "../base/diff-by-key.ts";
export { type NoticeDays, noticeDaysFor } from "../base/notice.ts";
export { typesOfRange } from "../exchange/samples.ts";
export type { Audience, Direction, Edit, Impact, Reach, Severity } from "../finding/finding.ts";
export type { Api, ApiOperation } from "../model/api.ts";
export { type Lifecycle, readLifecycle, stabilityRank, sunsetHasPassed } from "../model/lifecycle.ts";
export { operationName, pathShape } from "../model/operation-key.ts";
export type { Resource, ResourceKind, Segment } from "../model/resource.ts";
export * from "../model/revision.ts";
export type { ApiSchema, Usage } from "../model/schema-walk.ts";
export { isSuccess, maySucceed } from "../model/status.ts";
export { type Location, toLocation } from "../source/location.ts";
export * from "./describe.ts";
export * from "./edits.ts";
export { type Case, DEFAULT_LINT_OPTIONS, type LintOptions } from "./lint-options.ts";
export {
  defineLintRule,
  type Fault,
  FIX_KINDS,
  type FixKind,
  type LintHit,
  type LintHitMaker,
  type LintPlace,
  type LintRule,
  type LintSteps,
  type LintTarget,
  type Needed,
  THEMES,
  type Theme,
} from "./lint-rule.ts";
export { definePactRule, type PactFacts, type PactHit, type PactHitMaker, type PactRule } from "./pact-rule.ts";
export type * from "./pact-targets.ts";
export * from "./paging.ts";
export * from "./read.ts";
export * from "./reliability.ts";
export {
  type DiffCheck,
  type DiffRule,
  defineDiffCheck,
  defineSchemaCheck,
  type Hit,
  type SchemaCheck,
} from "./rule.ts";
export { type SpectralRuleset, spectralRuleset } from "./spectral-ruleset.ts";
export type * from "./targets.ts";
export * from "./traits.ts";
export * from "./witness.ts";
export * from "./words.ts";
