import { formatPointer } from "@concordat/containment/internal";
import spectral, { type RulesetDefinition, type Spectral as Runner } from "@stoplight/spectral-core";
import type { LintRule } from "../kit/lint-rule.ts";
import { spectralRuleset } from "../kit/spectral-ruleset.ts";
import { describeCase, type LintCase, surroundings } from "./lint-cases.ts";

/** What is said of one place. */
export interface Said {
  readonly rule: string;
  readonly message: string;
  readonly severity: string;
  readonly pointer: string;
}

type Resolver = NonNullable<NonNullable<ConstructorParameters<typeof Runner>[0]>["resolver"]>;

const SEVERITIES = ["error", "warn", "info", "hint"];

/**
 * What rules say of the fragment of a case where Spectral's core runs them, by the ruleset that they make for it. Rules that
 * rest on a validator are not in it.
 */
export async function judgeLintCaseBySpectral(each: LintCase, rules: readonly LintRule[]): Promise<readonly Said[]> {
  const { options, asOf } = surroundings(each);
  const { root } = await describeCase(each);
  const runner = new spectral.Spectral({ resolver: AS_IT_IS });
  runner.setRuleset(spectralRuleset(rules, new Map(), asOf, options) as unknown as RulesetDefinition);
  const results = await runner.run({
    parsed: { data: root.root, diagnostics: [], ast: undefined, lineMap: [] },
    getLocationForJsonPath: () => undefined,
    source: "/api.json",
  });
  return results.map(({ code, message, severity, path }) => ({
    rule: String(code),
    message,
    severity: SEVERITIES[severity] ?? "",
    pointer: formatPointer(path.map(String)),
  }));
}

/** References stay where they are: the rules follow them by themselves. */
const AS_IT_IS = {
  uriCache: {},
  resolve: async (data: unknown) => ({ result: data, refMap: {}, errors: [], graph: {}, runner: {} }),
} as unknown as Resolver;
