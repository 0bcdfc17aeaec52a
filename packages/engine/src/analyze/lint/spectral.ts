import spectral, { type RulesetDefinition, type Spectral as Runner } from "@stoplight/spectral-core";
import type { LintRule } from "../../kit/lint-rule.ts";
import { spectralRule } from "../../kit/spectral-rule.ts";
import type { Description } from "../../load/description.ts";

// The package is CommonJS.
const { Spectral } = spectral;

type Resolver = NonNullable<NonNullable<ConstructorParameters<typeof Runner>[0]>["resolver"]>;

/**
 * Has Spectral run rules over a description. Each is given the whole, once: it reads the model that all share, so that
 * nothing is resolved, cloned or walked for it.
 */
export async function runRules(
  { root, texts }: Description,
  rules: readonly LintRule[],
  run: (rule: LintRule) => void,
): Promise<void> {
  const judging = rules.map((rule) => [
    rule.id,
    spectralRule(rule.summary, 0, () => {
      run(rule);
      return [];
    }),
  ]);
  const runner = new Spectral({ resolver: AS_IT_IS });
  runner.setRuleset({ rules: Object.fromEntries(judging) } as RulesetDefinition);
  await runner.run({
    parsed: { data: root.root, diagnostics: [], ast: undefined, lineMap: [] },
    getLocationForJsonPath: () => undefined,
    source: texts.get(root.uri)?.name ?? root.uri,
  });
}

/** References stay where they are: the model follows them. */
const AS_IT_IS = {
  uriCache: {},
  resolve: async (data: unknown) => ({ result: data, refMap: {}, errors: [], graph: {}, runner: {} }),
} as unknown as Resolver;
