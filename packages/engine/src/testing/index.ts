export { type Case, type Expectation, parseCases } from "./cases.ts";
export { completeFragment, type Fragment } from "./fragment.ts";
export { judgeCase, judgeFragments, mismatches } from "./judge.ts";
export { type JudgedCase, judgeRule } from "./judge-rule.ts";
export { judgeLintCase, type LintCase, type LintExpectation, lintMismatches, parseLintCases } from "./lint-cases.ts";
export { judgePactCase, type PactCase, type PactExpectation, pactMismatches, parsePactCases } from "./pact-cases.ts";
export { isUnfilled, patternOf } from "./templates.ts";
export { valueIn } from "./value-in.ts";
