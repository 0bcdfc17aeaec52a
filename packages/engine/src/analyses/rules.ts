import type { LintRule } from "../kit/lint-rule.ts";
import type { PactRule } from "../kit/pact-rule.ts";
import type { DiffRule } from "../kit/rule.ts";

/** All rules, by the analysis that applies them. */
export interface Rules {
  readonly diff: readonly DiffRule[];
  readonly lint: readonly LintRule[];
  readonly pact: readonly PactRule[];
}
