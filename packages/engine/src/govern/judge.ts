import { diffDescriptions } from "../analyze/diff/diff.ts";
import type { LintResult } from "../analyze/lint/lint.ts";
import type { Timing } from "../base/timing.ts";
import type { ContractConfig } from "../config/read-config.ts";
import type { Impact, RawFinding } from "../finding/finding.ts";
import { fingerprintOf } from "../finding/fingerprint.ts";
import type { Host, IsoDate } from "../host/host.ts";
import { lifecycleOf } from "../kit/lifecycle.ts";
import type { LintOptions } from "../kit/lint-options.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import type { Description } from "../load/description.ts";
import { Cursor } from "../model/cursor.ts";
import { operationShape } from "../model/operation-key.ts";
import { readVersions } from "../model/read-revision.ts";
import { reportDangling } from "../model/references.ts";
import type { Revision } from "../model/revision.ts";
import type { Outcome, RevisionInfo } from "../outcome.ts";
import { type Acceptances, addedIgnores, addedWaivers, findAccepted } from "../policy/accepted.ts";
import { groupRulings } from "../policy/group.ts";
import { findIgnores, type Ignore, unusedIgnores } from "../policy/ignores.ts";
import type { Policy, Waiver } from "../policy/policy.ts";
import { decideRuling, isHeard, type Ruling, type RulingContext } from "../policy/ruling.ts";
import { scoreOf } from "../policy/score.ts";
import { decideVerdict, NO_VERDICT } from "../policy/verdict.ts";
import { declaredBump } from "../policy/versions.ts";
import type { LoadedRulesets } from "../spectral/rulesets.ts";
import { expiredWaivers, Met, placeProblems, placersOf, ruleProblems } from "./problems.ts";
import { type Catalogue, diffRulesOf } from "./request.ts";

/** How one revision is to be judged by itself. */
export interface LintSettings {
  readonly options: LintOptions;
  /** The team's own rules; undefined where there are none. */
  readonly rulesets: LoadedRulesets | undefined;
}

/** What is to be judged, read already. */
export interface Matter {
  /** Null where there is nothing to compare with. */
  readonly base: Description | null;
  readonly head: Description;
  readonly contract: ContractConfig | undefined;
  readonly policy: Policy;
  readonly waivers: readonly Waiver[];
  /** What base accepts, where head's additions are to be told apart. */
  readonly acceptances?: Acceptances | undefined;
  readonly asOf: IsoDate;
  /** Whether to compare base and head. */
  readonly diff: boolean;
  /** How to judge head by itself; undefined where that was not asked for. */
  readonly lint: LintSettings | undefined;
  readonly clock?: (() => number) | undefined;
}

/** Judges head, by itself and against base as far as asked: findings, rulings and the verdict. */
export async function judge(matter: Matter, catalogue: Catalogue, host: Host): Promise<Outcome> {
  const { base, head, policy, asOf, waivers, contract } = matter;
  const met = new Met();
  if (base) reportDangling(base, (...args) => met.add("base", ...args));
  reportDangling(head, (...args) => met.add("head", ...args));
  const compared =
    base && matter.diff
      ? await diffDescriptions(base, head, catalogue.diff, policy, (...args) => met.add(...args))
      : undefined;
  const preset = catalogue.presets[policy.preset] ?? new Map();
  const lintRules = matter.lint ? catalogue.lint.filter((rule) => isHeard(rule, preset, policy)) : [];
  const linted = await lintSides(matter, lintRules, met);
  const revisions = { base: compared?.base ?? linted?.base?.revision, head: compared?.head ?? linted?.head.revision };
  const ignored = [base, head].map((description) => description && findIgnores(description, asOf));
  const added = findAdded(matter, ignored[1]?.ignores ?? []);
  const context: RulingContext = {
    policy,
    contract: contract?.name ?? "",
    asOf,
    preset,
    waivers: waivers.filter((waiver) => !added.refusedWaivers.includes(waiver)),
    ignores: ignored.flatMap((side) => side?.ignores ?? []).filter((ignore) => !added.refusedIgnores.includes(ignore)),
    known: new Set(linted?.base?.findings.map(fingerprint)),
    ruleOf: diffRulesOf(catalogue),
    stabilityOf: stabilities(revisions.base ?? revisions.head),
  };
  const ruled = [...(compared?.findings ?? []), ...(linted?.head.findings ?? [])]
    .map((finding) => ({ ...finding, fingerprint: fingerprint(finding) }))
    .map((finding) => decideRuling(finding, context))
    .filter(({ severity }) => severity !== "off");
  const sides = placersOf(base, head, ruled, met.all);
  const rulings = ruled.map(
    ({ edits, ...finding }): Ruling => ({
      ...finding,
      base: sides.base?.spanOf(finding.base) ?? null,
      head: sides.head.spanOf(finding.head),
      witness: finding.witness ?? null,
    }),
  );
  const declared = declaredBy(revisions, policy);
  const stale = matter.lint ? unusedIgnores(ignored[1], ruled, lintRules) : [];
  return {
    contract: contract?.name,
    base: base && infoOf(base, revisions.base),
    head: infoOf(head, revisions.head),
    against: compared ? "base" : matter.diff ? "new" : "alone",
    verdict: compared ? decideVerdict(rulings, declared, policy) : NO_VERDICT,
    rulings: groupRulings(rulings, catalogue.lint),
    problems: [
      ...ruleProblems(sides.base?.problems ?? [], sides.head.problems),
      ...[
        ...placeProblems([...(ignored[1]?.problems ?? []), ...added.problems], head),
        ...expiredWaivers(waivers, asOf, contract, host),
      ].map((problem) => ({ ...problem, severity: "error" as const })),
      ...placeProblems(stale, head).map((problem) => ({ ...problem, severity: "warn" as const })),
    ],
    ...(added.waivers.length + added.ignores.length > 0 && {
      accepted: findAccepted(added.waivers, added.ignores, matter.acceptances?.owner, rulings),
    }),
    ...(linted && {
      score: scoreOf(rulings, lintRules, linted.head.revision.operations.length),
      ...(matter.clock && { timings: linted.timings }),
    }),
  };
}

/** The bump that the versions of the two sides announce. */
function declaredBy(
  { base, head }: { base: Revision | undefined; head: Revision | undefined },
  policy: Policy,
): Impact {
  if (!base || !head) return "none";
  return declaredBump(base.version, head.version, policy.versionStyle, policy.initialDevelopment);
}

/** What head adds to what base accepts, and which of it does not count. */
function findAdded({ acceptances, waivers }: Matter, ignores: readonly Ignore[]) {
  const nothing = { waivers: [], ignores: [], refusedWaivers: [], refusedIgnores: [], problems: [] };
  if (acceptances === undefined) return nothing;
  const newWaivers = addedWaivers(waivers, acceptances.waivers);
  const newIgnores = addedIgnores(ignores, acceptances.ignores);
  const ownerless = newIgnores.filter(({ owner }) => owner === undefined && acceptances.owner === undefined);
  const problems = ownerless.map(({ rule, place }) => ({
    ...place,
    code: "ignore-without-owner",
    message: `The new ignore of \`${rule}\` names nobody who answers for it, so it is not accepted. Give it an \`owner\`.`,
  }));
  const held = acceptances.added === "approve";
  return {
    waivers: newWaivers,
    ignores: newIgnores.filter((ignore) => !ownerless.includes(ignore)),
    refusedWaivers: held ? newWaivers : [],
    refusedIgnores: held ? newIgnores : ownerless,
    problems,
  };
}

interface LintedSides {
  readonly base: LintResult | undefined;
  readonly head: LintResult;
  readonly timings: readonly Timing[];
}

/** Lint of head, and of base for what it had already. */
async function lintSides(
  { base, head, lint, asOf, clock }: Matter,
  rules: readonly LintRule[],
  met: Met,
): Promise<LintedSides | undefined> {
  if (lint === undefined) return undefined;
  // Loaded where it is used: a comparison alone has no need of it.
  const [{ lintDescription }, { findFaults, needsOf }] = await Promise.all([
    import("../analyze/lint/lint.ts"),
    import("../validate/faults.ts"),
  ]);
  const judgeSide = async (side: "base" | "head", description: Description): Promise<LintResult> => {
    const faults = await findFaults(needsOf(rules), description);
    const own = lintDescription(description, { rules, options: lint.options, asOf, faults, clock }, (...args) =>
      met.add(side, ...args),
    );
    if (lint.rulesets === undefined) return own;
    const { userFindings } = await import("../spectral/user-findings.ts");
    const theirs = await userFindings(description, lint.rulesets, clock);
    return { ...own, findings: [...own.findings, ...theirs.findings], timings: [...own.timings, ...theirs.timings] };
  };
  const ofHead = await judgeSide("head", head);
  return { head: ofHead, base: base ? await judgeSide("base", base) : undefined, timings: ofHead.timings };
}

function fingerprint({ rule, subject, data }: RawFinding): string {
  return fingerprintOf(rule, subject, data);
}

function stabilities(revision: Revision | undefined): (reach: RawFinding["operations"][number]) => string {
  const refs = revision ? [...revision.operations, ...revision.webhooks] : [];
  const levels = new Map(refs.map((ref) => [operationShape(ref), lifecycleOf(ref).stability]));
  return (reach) => levels.get(operationShape(reach)) ?? "stable";
}

/** How reports name a side; what no analysis has read is read here. */
function infoOf(description: Description, revision: Revision | undefined): RevisionInfo {
  const { source } = description;
  const { version, openapi } = revision ?? readVersions(new Cursor(description, () => {}));
  return { source, version: version ?? null, openapi };
}
