export { type Case, type Expectation, parseCases } from "./cases.ts";
export {
  type FieldEntry,
  type FieldRow,
  fieldRows,
  fragmentsOf,
  parseFieldTable,
  type SpecificationObject,
  VERSIONS,
  type Version,
} from "./field-table.ts";
export { completeFragment, type Fragment } from "./fragment.ts";
export { judgeCase, judgeFragments, mismatches } from "./judge.ts";
export { judgeLintCase, type LintCase, lintMismatches, parseLintCases } from "./lint-cases.ts";
export { judgeLintCaseBySpectral, type Said } from "./spectral.ts";
export { isUnfilled, patternOf } from "./templates.ts";
export { valueIn } from "./value-in.ts";
