import { aboutPlace } from "../finding/about.ts";
import { renderMessage } from "../finding/message.ts";
import type { Catalogue } from "../govern/request.ts";
import type { LintHit, LintRule } from "../kit/lint-rule.ts";
import type { Description } from "../load/description.ts";
import type { Outcome } from "../outcome.ts";
import type { Fixable } from "./plan-fixes.ts";

/** A finding that is open and comes with edits. */
export interface OpenFinding extends Fixable {
  /** Of the description and the finding: whatever has the same is the same finding again. */
  readonly key: string;
}

/** Rules that judge as those of a catalogue do, and keep what would fix the hits: outcomes are plain data without it. */
export function recordEdits(catalogue: Catalogue): {
  readonly catalogue: Catalogue;
  openFindings(outcomes: readonly Outcome[]): readonly OpenFinding[];
} {
  const found = new Map<string, OpenFinding>();
  const record = (rule: LintRule, hit: LintHit, description: Description): void => {
    const subject = aboutPlace(hit.at, description).subject;
    const message = renderMessage(rule.messages[hit.message] ?? rule.summary, hit.data);
    const finding = { rule: rule.id, subject, message, edits: hit.edits };
    const key = keyOf(description.source, rule.id, finding);
    // Of equal hits the first is the finding.
    if (!found.has(key)) found.set(key, { ...finding, key });
  };
  const recording = (rule: LintRule): LintRule => ({
    ...rule,
    *run(target, maker) {
      for (const hit of rule.run(target, maker)) {
        record(rule, hit, target.api.cursor.description);
        yield hit;
      }
    },
  });
  return {
    catalogue: { ...catalogue, lint: catalogue.lint.map(recording) },
    openFindings: (outcomes) =>
      outcomes.flatMap(({ head, rulings }) =>
        rulings
          .filter(({ standing }) => standing === "open")
          .flatMap((ruling) => (ruling.members ?? [ruling]).map((member) => keyOf(head.source, ruling.rule, member)))
          .flatMap((key) => found.get(key) ?? [])
          .filter(({ edits }) => edits.length > 0),
      ),
  };
}

/** What reports say of a finding: by that a ruling is known again as what a rule hit. */
function keyOf(source: string, rule: string, { subject, message }: Pick<Fixable, "subject" | "message">): string {
  return [source, rule, subject, message].join("\n");
}
