import type { Evidence, Facts, LintSettings } from "../analyses/analysis.ts";
import { analyse, type CheckName, comparesBase } from "../analyses/index.ts";
import type { ContractConfig } from "../config/read-config.ts";
import { type Impact, impactRank, type RawFinding } from "../finding/finding.ts";
import { fingerprintOfFinding } from "../finding/fingerprint.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import { excerptsOf } from "../finding/take-excerpts.ts";
import { sidesOf, TextIndex } from "../finding/text-index.ts";
import type { Host, IsoDate } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import { Cursor } from "../model/cursor.ts";
import { stabilityOf } from "../model/lifecycle.ts";
import { distinctProblems, onSide, type SideProblem } from "../model/met-problem.ts";
import { operationShape } from "../model/operation-key.ts";
import { readVersions } from "../model/read-revision.ts";
import { findDangling } from "../model/references.ts";
import type { Revision } from "../model/revision.ts";
import type { Outcome, RevisionInfo, Sections } from "../outcome.ts";
import { groupRulings } from "../overview/group.ts";
import { scoreOf } from "../overview/score.ts";
import { type Acceptances, addedIgnores, addedWaivers, findAccepted } from "../policy/accepted.ts";
import { Hurts, isBreak } from "../policy/consumers.ts";
import { findIgnores, type Ignore, unusedIgnores } from "../policy/ignores.ts";
import { extendedSettings, type Policy, type Waiver } from "../policy/policy.ts";
import type { RemovalFact } from "../policy/removal.ts";
import { decideRuling, isHeard, type Ruling, type RulingContext } from "../policy/ruling.ts";
import { decideVerdict, NO_VERDICT, type Verdict } from "../policy/verdict.ts";
import { bumpVersion, declaredBump } from "../policy/versions.ts";
import { toLocation } from "../source/location.ts";
import { expiredWaivers, inHead, placeProblems, problemsOf, ruleProblems, withSeverity } from "./problems.ts";
import { replacementsOf } from "./replacements.ts";
import { type Catalogue, diffRulesOf } from "./request.ts";
import { shownOperations } from "./shown-operations.ts";

/** What is to be judged, read already, and how. */
export interface Matter {
  readonly evidence: Evidence;
  readonly contract: ContractConfig | undefined;
  readonly policy: Policy;
  readonly waivers: readonly Waiver[];
  /** What base accepts, so that head's additions can be told from it. */
  readonly acceptances?: Acceptances | undefined;
  /** What is known of the operations that head no longer has, by name. */
  readonly removals?: ReadonlyMap<string, RemovalFact> | undefined;
  readonly asOf: IsoDate;
  /** The analyses that are asked for. */
  readonly checks: readonly CheckName[];
  readonly lint: LintSettings;
  readonly clock?: (() => number) | undefined;
  /** Whether to find what descriptions name to use instead of what is deprecated or gone. */
  readonly replacements?: boolean | undefined;
  /** Whether to find what no consumer uses. */
  readonly unused?: boolean | undefined;
  /** Whether to take the lines around what is found out of the texts. */
  readonly excerpts?: boolean | undefined;
}

/** Judges head, by itself and against base and further evidence as far as asked: findings, rulings and the verdict. */
export async function judge(matter: Matter, catalogue: Catalogue, host: Host): Promise<Outcome> {
  const { evidence, policy, asOf, waivers, contract, checks } = matter;
  const { base, head } = evidence;
  const preset = catalogue.presets[policy.preset] ?? new Map();
  const { findings, problems, facts } = await analyse(checks, evidence, catalogue, {
    asOf,
    diff: policy,
    compatibility: policy.compatibility,
    lint: matter.lint,
    isHeard: (rule) => isHeard(rule, preset, policy),
    clock: matter.clock,
  });
  const [ofBase, ofHead] = [base && findIgnores(base, asOf), findIgnores(head, asOf)];
  const added = findAdded(matter, ofHead.ignores);
  const context: RulingContext = {
    policy,
    contract: contract?.name ?? "",
    asOf,
    preset,
    waivers: waivers.filter((waiver) => !added.refusedWaivers.includes(waiver)),
    ignores: [...(ofBase?.ignores ?? []), ...ofHead.ignores].filter((each) => !added.refusedIgnores.includes(each)),
    known: new Set(facts.linted?.inBase.map(fingerprintOfFinding)),
    ruleOf: diffRulesOf(catalogue),
    stabilityOf: stabilities(facts.revisions),
    removals: matter.removals ?? new Map(),
  };
  const decided = (await withConsumers(findings, facts)).map((finding) => decideRuling(finding, context));
  const ruled = decided.filter(({ severity }) => severity !== "off");
  const lintRules = facts.linted?.rules ?? [];
  const met = distinctProblems([...danglingIn(evidence), ...problems]);
  const errors = [...ofHead.problems, ...added.problems];
  const warnings = unusedIgnores(ofHead, ruled, lintRules);
  const texts = { ...evidence.texts, base, head };
  const index = new TextIndex(texts, [
    ...ruled.flatMap(({ at }) => sidesOf(at)),
    ...met.map(({ side, at }) => ({ side, ...toLocation(at) })),
    ...[...errors, ...warnings].map(inHead),
  ]);
  const rulings = ruled.map((finding) => placed(finding, index));
  const shown = groupRulings(rulings, catalogue.lint);
  const compares = comparesBase(checks);
  const verdict = compares && base ? decideVerdict(rulings, declared(facts, policy), policy) : NO_VERDICT;
  return {
    contract: contract?.name,
    base: base ? infoOf(base, facts.revisions?.base) : null,
    head: infoOf(head, facts.revisions?.head),
    against: !compares ? "alone" : base ? "base" : "new",
    ...(compares && base && policy.compatibility !== "backward" && { compatibility: policy.compatibility }),
    verdict,
    ...nextOf(verdict, facts, policy),
    rulings: shown,
    problems: [
      ...ruleProblems(base ? problemsOf("base", base, met, index) : [], problemsOf("head", head, met, index, base)),
      ...withSeverity("error", [...placeProblems(errors, index), ...expiredWaivers(waivers, asOf, contract, host)]),
      ...withSeverity("warn", placeProblems(warnings, index)),
    ],
    sections: {
      ...sectionsOf(matter, facts, added, rulings, catalogue),
      ...(compares && base && turnedOffIn(decided)),
    },
    ...(matter.excerpts && { excerpts: excerptsOf(texts, shown) }),
  };
}

/** What else came of it, where it was asked for. */
function sectionsOf(
  { acceptances, checks, clock, evidence, policy, replacements, unused }: Matter,
  { linted, consumption }: Facts,
  { waivers, ignores }: ReturnType<typeof findAdded>,
  rulings: readonly Ruling[],
  catalogue: Catalogue,
): Sections {
  const settings = comparesBase(checks) ? extendedSettings(policy) : [];
  return {
    ...(waivers.length + ignores.length > 0 && {
      accepted: findAccepted(waivers, ignores, acceptances?.owner, rulings),
    }),
    ...(linted && { score: scoreOf(rulings, linted.rules, linted.operations) }),
    ...(linted && clock && { timings: linted.timings }),
    ...(unused && consumption && { unused: consumption.unused() }),
    ...(replacements && { replacements: replacementsOf(rulings, evidence, catalogue) }),
    ...(settings.length > 0 && { settings }),
  };
}

/** How many changes break consumers by a rule that the policy turns off, where there are any: nothing else tells of them. */
function turnedOffIn(decided: readonly ReturnType<typeof decideRuling>[]): Pick<Sections, "turnedOff"> {
  const breaks = decided.filter(
    ({ severity, standing, impact, audience }) =>
      severity === "off" && standing === "open" && impact === "major" && audience === "wire",
  );
  return breaks.length > 0 ? { turnedOff: breaks.length } : {};
}

/** Findings by their fingerprints; those about changes with whom they hurt, where consumers are known. */
async function withConsumers(findings: readonly RawFinding[], { consumption, readdressed = [] }: Facts) {
  const changes = findings.filter(({ rule }) => isOfFamily("diff", rule));
  const reached = changes.filter(isBreak).flatMap(({ operations }) => operations);
  const consumed = consumption && {
    consumers: consumption.consumers,
    uses: await consumption.usesOf({ reached, readdressed }),
  };
  const hurts = consumed && new Hurts(changes, consumed);
  return findings.map((finding) => ({
    ...finding,
    fingerprint: fingerprintOfFinding(finding),
    ...(hurts && changes.includes(finding) && { consumers: hurts.of(finding) }),
  }));
}

/** References of the descriptions that lead nowhere. */
function danglingIn({ base, head }: Evidence): SideProblem[] {
  return [...(base ? onSide("base", findDangling(base)) : []), ...onSide("head", findDangling(head))];
}

/** A ruling as it is reported: with the lines of its places in all texts. */
export function placed({ at, ...finding }: ReturnType<typeof decideRuling>, index: TextIndex): Ruling {
  const spans = sidesOf(at).flatMap((each) => {
    const span = index.spanOf(each);
    return span ? [[each.side, span] as const] : [];
  });
  const { base = null, head = null, ...places } = Object.fromEntries(spans);
  return {
    ...finding,
    operations: shownOperations(finding.operations, finding.witness),
    base,
    head,
    ...(Object.keys(places).length > 0 && { places }),
    witness: finding.witness ?? null,
  };
}

/** What the versions of both sides announce. */
function declared({ revisions }: Facts, { versionStyle, initialDevelopment }: Policy): Impact {
  return revisions?.base
    ? declaredBump(revisions.base.version, revisions.head.version, versionStyle, initialDevelopment)
    : "none";
}

/** The version that the required bump leads to, where the declared one falls short of it. */
function nextOf(
  { requiredBump, declaredBump }: Verdict,
  { revisions }: Facts,
  { versionStyle, initialDevelopment }: Policy,
): Pick<Outcome, "next"> {
  const from = revisions?.base?.version;
  if (from === undefined || impactRank(declaredBump) >= impactRank(requiredBump)) return {};
  const next = bumpVersion(from, requiredBump, versionStyle, initialDevelopment);
  return next === undefined ? {} : { next };
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
    message: `The new ignore of \`${rule}\` names no owner, so it is not accepted. Add an \`owner\`.`,
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
