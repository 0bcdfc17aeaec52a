import { append, type Located } from "@concordat/containment/internal";
import type { Timing } from "../../base/timing.ts";
import { ABOUT_ALL, aboutPlace } from "../../finding/about.ts";
import type { FindingData, RawFinding, Reach } from "../../finding/finding.ts";
import { identityOf } from "../../finding/fingerprint.ts";
import { renderMessage } from "../../finding/message.ts";
import { inOrder } from "../../finding/order.ts";
import { messageAbout } from "../../finding/part-noun.ts";
import type { LintOptions } from "../../kit/lint-options.ts";
import { type Fault, hitsOf, type LintHit, type LintMatter, type LintRule, type Needed } from "../../kit/lint-rule.ts";
import type { Description } from "../../load/description.ts";
import { Api } from "../../model/api.ts";
import type { MetProblem } from "../../model/met-problem.ts";
import type { Revision } from "../../model/revision.ts";
import { toLocation } from "../../source/location.ts";

/** What a lint run needs to know beside the description. */
export interface LintRun {
  readonly rules: readonly LintRule[];
  readonly options: LintOptions;
  readonly asOf: string;
  readonly faults: Readonly<Record<Needed, readonly Fault[]>>;
  /** Milliseconds since some moment; undefined where nobody asks for times. */
  readonly clock?: (() => number) | undefined;
}

export interface LintResult {
  readonly revision: Revision;
  readonly findings: readonly RawFinding[];
  /** Defects of the description that were met. */
  readonly problems: readonly MetProblem[];
  readonly timings: readonly Timing[];
}

/** The rule that speaks for a rule that failed. */
const CRASHED = "lint/rule-crashed";
/** The rule that speaks for one that was stopped. */
const UNFINISHED = "lint/rule-unfinished";

/** Judges one revision by lint rules. A rule that throws is a finding, and the others go on. */
export function lintDescription(description: Description, run: LintRun): LintResult {
  const api = new Api(description);
  const target: LintMatter = { api, options: run.options, asOf: run.asOf, faults: run.faults };
  const found = new Map<string, RawFinding & { readonly operations: Reach[] }>();
  const timings: Timing[] = [];
  const keep = (finding: RawFinding): void => {
    const key = identityOf(finding.rule, finding.subject, finding.data);
    const known = found.get(key);
    if (known) append(known.operations, finding.operations);
    else found.set(key, { ...finding, operations: [...finding.operations] });
  };
  for (const rule of run.rules) {
    const start = run.clock?.() ?? 0;
    try {
      const stopped = (reason: string) => keep(unfinished(rule, reason, api.root));
      for (const hit of hitsOf(rule, target, stopped)) keep(findingOf(rule, hit, description));
    } catch (error) {
      keep(crash(rule, error, api.root));
    }
    if (run.clock) timings.push({ rule: rule.id, milliseconds: run.clock() - start });
  }
  const findings = inOrder(found.values());
  return { revision: api.revision, findings, problems: api.cursor.problems, timings };
}

function findingOf(rule: LintRule, hit: LintHit, description: Description): RawFinding {
  const { message, besides, at, operations, direction, edits } = hit;
  const about = aboutPlace(at, description);
  // Two messages may have the same data at the same place, and are two findings.
  const data = Object.keys(rule.messages).length > 1 ? { ...hit.data, says: message } : hit.data;
  return {
    rule: rule.id,
    severity: rule.severity,
    impact: "none",
    audience: rule.audience ?? "wire",
    proof: "rule",
    message: messageAbout(about.address, rule.messages[message] ?? rule.summary, { ...data, ...besides }),
    data,
    ...about,
    at: { head: toLocation(at) },
    operations: operations.map(({ method, path }): Reach => ({ method, path, direction })),
    witness: undefined,
    ...(edits.length > 0 && { edits }),
  };
}

function crash(rule: LintRule, error: unknown, root: Located): RawFinding {
  const reason = error instanceof Error ? error.message : String(error);
  return aboutRule(CRASHED, "error", "{rule} failed and judged nothing: {reason}", { rule: rule.id, reason }, root);
}

/** What a rule has not found is not known; that weighs as what it finds. */
function unfinished({ id, severity }: LintRule, reason: string, root: Located): RawFinding {
  return aboutRule(UNFINISHED, severity, "{rule} was stopped: {reason}", { rule: id, reason }, root);
}

function aboutRule(
  rule: string,
  severity: RawFinding["severity"],
  template: string,
  data: FindingData,
  root: Located,
): RawFinding {
  return {
    rule,
    severity,
    impact: "none",
    audience: "docs",
    proof: "rule",
    message: renderMessage(template, data),
    data,
    ...ABOUT_ALL,
    at: { head: toLocation(root) },
    operations: [],
    witness: undefined,
  };
}
