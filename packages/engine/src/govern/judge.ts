import type { Facts, LintSettings } from "../analyses/analysis.ts";
import { analyse, type CheckName, comparesBase } from "../analyses/index.ts";
import type { ContractConfig } from "../config/read-config.ts";
import type { Impact } from "../finding/finding.ts";
import { fingerprintOfFinding } from "../finding/fingerprint.ts";
import type { Host, IsoDate } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import { Cursor } from "../model/cursor.ts";
import { stabilityOf } from "../model/lifecycle.ts";
import { distinctProblems, onSide } from "../model/met-problem.ts";
import { operationShape } from "../model/operation-key.ts";
import { readVersions } from "../model/read-revision.ts";
import { findDangling } from "../model/references.ts";
import type { Revision } from "../model/revision.ts";
import type { Outcome, RevisionInfo } from "../outcome.ts";
import { groupRulings } from "../overview/group.ts";
import { scoreOf } from "../overview/score.ts";
import { type Acceptances, addedIgnores, addedWaivers, findAccepted } from "../policy/accepted.ts";
import { findIgnores, type Ignore, unusedIgnores } from "../policy/ignores.ts";
import type { Policy, Waiver } from "../policy/policy.ts";
import { decideRuling, isHeard, type Ruling, type RulingContext } from "../policy/ruling.ts";
import { decideVerdict, NO_VERDICT } from "../policy/verdict.ts";
import { declaredBump } from "../policy/versions.ts";
import { expiredWaivers, placeProblems, placersOf, ruleProblems } from "./problems.ts";
import { type Catalogue, diffRulesOf } from "./request.ts";

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
  /** The analyses that are asked for. */
  readonly checks: readonly CheckName[];
  readonly lint: LintSettings;
  readonly clock?: (() => number) | undefined;
}

/** Judges head, by itself and against base as far as asked: findings, rulings and the verdict. */
export async function judge(matter: Matter, catalogue: Catalogue, host: Host): Promise<Outcome> {
  const { base, head, policy, asOf, waivers, contract, checks } = matter;
  const preset = catalogue.presets[policy.preset] ?? new Map();
  const { findings, problems, facts } = await analyse(checks, { base: base ?? undefined, head }, catalogue, {
    asOf,
    diff: policy,
    compatibility: policy.compatibility,
    lint: matter.lint,
    isHeard: (rule) => isHeard(rule, preset, policy),
    clock: matter.clock,
  });
  const ignored = [base, head].map((description) => description && findIgnores(description, asOf));
  const added = findAdded(matter, ignored[1]?.ignores ?? []);
  const context: RulingContext = {
    policy,
    contract: contract?.name ?? "",
    asOf,
    preset,
    waivers: waivers.filter((waiver) => !added.refusedWaivers.includes(waiver)),
    ignores: ignored.flatMap((side) => side?.ignores ?? []).filter((ignore) => !added.refusedIgnores.includes(ignore)),
    known: new Set(facts.linted?.inBase.map(fingerprintOfFinding)),
    ruleOf: diffRulesOf(catalogue),
    stabilityOf: stabilities(facts.revisions),
  };
  const ruled = findings
    .map((finding) => ({ ...finding, fingerprint: fingerprintOfFinding(finding) }))
    .map((finding) => decideRuling(finding, context))
    .filter(({ severity }) => severity !== "off");
  const dangling = [...(base ? onSide("base", findDangling(base)) : []), ...onSide("head", findDangling(head))];
  const sides = placersOf(base, head, ruled, distinctProblems([...dangling, ...problems]));
  const rulings = ruled.map(
    ({ edits, ...finding }): Ruling => ({
      ...finding,
      base: sides.base?.spanOf(finding.base) ?? null,
      head: sides.head.spanOf(finding.head),
      witness: finding.witness ?? null,
    }),
  );
  const compares = comparesBase(checks);
  const lintRules = facts.linted?.rules ?? [];
  return {
    contract: contract?.name,
    base: base && infoOf(base, facts.revisions?.base),
    head: infoOf(head, facts.revisions?.head),
    against: !compares ? "alone" : base ? "base" : "new",
    ...(compares && base && policy.compatibility !== "backward" && { compatibility: policy.compatibility }),
    verdict: compares && base ? decideVerdict(rulings, declared(facts, policy), policy) : NO_VERDICT,
    rulings: groupRulings(rulings, catalogue.lint),
    problems: [
      ...ruleProblems(sides.base?.problems ?? [], sides.head.problems),
      ...[
        ...placeProblems([...(ignored[1]?.problems ?? []), ...added.problems], head),
        ...expiredWaivers(waivers, asOf, contract, host),
      ].map((problem) => ({ ...problem, severity: "error" as const })),
      ...placeProblems(unusedIgnores(ignored[1], ruled, lintRules), head).map((problem) => ({
        ...problem,
        severity: "warn" as const,
      })),
    ],
    ...(added.waivers.length + added.ignores.length > 0 && {
      accepted: findAccepted(added.waivers, added.ignores, matter.acceptances?.owner, rulings),
    }),
    ...(facts.linted && {
      score: scoreOf(rulings, lintRules, facts.linted.operations),
      ...(matter.clock && { timings: facts.linted.timings }),
    }),
  };
}

/** What the versions of both sides announce. */
function declared({ revisions }: Facts, { versionStyle, initialDevelopment }: Policy): Impact {
  return revisions?.base
    ? declaredBump(revisions.base.version, revisions.head.version, versionStyle, initialDevelopment)
    : "none";
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

/** The level that an operation has in base, or, for consumers of head, in head. */
function stabilities(revisions: Facts["revisions"]): RulingContext["stabilityOf"] {
  const levelsOf = (revision: Revision | undefined) =>
    new Map(
      [...(revision?.operations ?? []), ...(revision?.webhooks ?? [])].map((ref) => [
        operationShape(ref),
        stabilityOf(ref.at),
      ]),
    );
  const inHead = levelsOf(revisions?.head);
  const inBase = revisions?.base ? levelsOf(revisions.base) : inHead;
  return (reach, compatibility) =>
    (compatibility === "forward" ? inHead : inBase).get(operationShape(reach)) ?? "stable";
}

/** How reports name a side; what no analysis has read is read here. */
function infoOf(description: Description, revision: Revision | undefined): RevisionInfo {
  const { source } = description;
  const { version, openapi } = revision ?? readVersions(new Cursor(description));
  return { source, version: version ?? null, openapi };
}
