import type { Located } from "@concordat/containment";
import spectral, {
  type ISpectralDiagnostic,
  type RulesetFunction,
  type RulesetFunctionContext,
  type Spectral as Runner,
} from "@stoplight/spectral-core";
import type { Description } from "../../load/description.ts";
import type { LoadedRuleset, LoadedRulesets } from "../../load/ruleset.ts";
import type { Timing } from "./lint.ts";
import { resolveDescription, sourceOf } from "./resolver.ts";
import { cachedFunctions } from "./user-rules-examples.ts";
import { parserFindings } from "./user-rules-parser.ts";
import { closest } from "./user-rules-places.ts";

// The package is CommonJS.
const { ParsedDocument, Ruleset, Spectral } = spectral;

type ActiveRuleset = InstanceType<typeof Ruleset>;
type Resolver = NonNullable<NonNullable<ConstructorParameters<typeof Runner>[0]>["resolver"]>;

/** What a rule of a user's ruleset says of one place. */
export interface UserFinding {
  /** The name of the rule, or what Spectral itself reports: `invalid-ref`, `parser`, `unrecognized-format`. */
  readonly code: string;
  readonly message: string;
  readonly severity: "error" | "warn" | "info" | "hint";
  readonly at: Located;
}

export interface UserRulesResult {
  readonly findings: readonly UserFinding[];
  /** What the functions of each rule took, the slowest first; empty where no clock is given. */
  readonly timings: readonly Timing[];
}

const SEVERITIES = ["error", "warn", "info", "hint"] as const;

/**
 * Judges a description by users' Spectral rulesets and finds what Spectral's own command line finds. A rule that fails
 * is a finding of its name, and the others go on.
 *
 * @param clock milliseconds since some moment
 */
export async function runUserRules(
  description: Description,
  { rulesets }: LoadedRulesets,
  clock?: () => number,
): Promise<UserRulesResult> {
  const run = new UserRun(description, clock);
  for (const ruleset of rulesets) await run.judge(ruleset);
  return run.result();
}
