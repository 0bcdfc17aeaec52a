export { type Case, type Expectation, parseCases } from "./cases.ts";
export { completeFragment, type Fragment } from "./fragment.ts";
export { judgeCase, judgeFragments, mismatches } from "./judge.ts";
export { judgeLintCase, type LintCase, lintMismatches, parseLintCases } from "./lint-cases.ts";
