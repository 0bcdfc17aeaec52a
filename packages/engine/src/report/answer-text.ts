import { oneLine } from "../base/plain-text.ts";
import { impactRank } from "../finding/finding.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import type { Outcome, RevisionInfo, RuledProblem, Sections } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { counts } from "../policy/verdict.ts";
import { type Kinded, type Kinds, kindsOf } from "./kinds.ts";
import { countOf } from "./texts.ts";

/** What an answer is told of: an outcome is such, and so is a result in a published document, with its findings. */
export interface Answered extends Pick<Outcome, "against" | "verdict" | "next"> {
  readonly sections?: Pick<Sections, "turnedOff">;
  readonly base: Pick<RevisionInfo, "version"> | null;
  readonly head: Pick<RevisionInfo, "version">;
  readonly rulings: readonly AnsweredFinding[];
  readonly problems: readonly AnsweredProblem[];
}

type AnsweredFinding = Kinded & Pick<Ruling, "proof">;
type AnsweredProblem = Pick<RuledProblem, "severity">;
type AnsweredKinds = Kinds<AnsweredFinding, AnsweredProblem>;

/** The answer to a run in words and numbers: `2 breaking changes; needs 3.0.0, declares 2.55.0`. */
export function answerText(outcome: Outcome): string {
  const kinds = kindsOf(outcome);
  const nothing = outcome.against === "new" ? "there is nothing to compare it with" : "";
  const answer = [countsText(outcome, kinds), bumpText(outcome), nothing].filter((part) => part !== "").join("; ");
  return `${answer.charAt(0).toUpperCase()}${answer.slice(1)}${outcome.compatibility ? ` (compatibility: ${outcome.compatibility})` : ""}`;
}

/**
 * What there is to tell, the heaviest first: `2 breaking changes, 1 lint error`.
 *
 * @param where what is said behind the number of breaking changes
 */
export function countsText(outcome: Answered, kinds: AnsweredKinds, where = ""): string {
  return countsOf(outcome, kinds, where).join(", ");
}

/** The parts of the same: what changed where something was compared, and then what else there is; at least one. */
export function countsOf(outcome: Answered, kinds: AnsweredKinds, where = ""): string[] {
  const { against, base, sections } = outcome;
  const { clients, problems } = kinds;
  const faults = problems.length;
  if (against === "alone") {
    const found = [...lintCounts(kinds, ""), ...faultCounts(faults)];
    return found.length > 0 ? found : [base ? "no new findings" : "no findings"];
  }
  const changes = [
    changesText(kinds, where, sections?.turnedOff),
    ...(clients.length > 0 ? [`${countOf(clients.length, "break")} of generated clients`] : []),
    ...uncovered(outcome, kinds),
  ];
  return [...(against === "new" ? ["new contract"] : changes), ...lintCounts(kinds, "lint "), ...faultCounts(faults)];
}

/** How many changes break, and how many of those that do are not counted, or turned off with their rules. */
function changesText(
  { breaking, clients, others, passed, settled }: AnsweredKinds,
  where: string,
  turnedOff = 0,
): string {
  const undecided = breaking.filter(({ proof }) => proof === "undecided").length;
  const accepted = settled.filter(({ impact, audience }) => impact === "major" && audience === "wire").length;
  const uncounted = [
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(passed.length > 0 ? [`${passed.length} that ${passed.length === 1 ? "passes" : "pass"}`] : []),
    ...(turnedOff > 0 ? [`${turnedOff} turned off`] : []),
  ];
  const changed =
    turnedOff > 0 ||
    [...breaking, ...clients, ...others, ...passed, ...settled].some(({ rule }) => !isOfFamily("lint", rule));
  const counted =
    breaking.length > 0
      ? `${countOf(breaking.length, "breaking change")}${undecided > 0 ? ` (${undecided} undecided)` : ""}${where}`
      : changed
        ? `no ${uncounted.length > 0 ? "open " : ""}breaking changes`
        : "no change that concerns consumers";
  return [counted, ...uncounted].join(", ");
}

function lintCounts({ lint, others, breaking, clients }: AnsweredKinds, what: "" | "lint "): string[] {
  // A description by itself has findings of rules of teams as well, whose ids have other families.
  const found = what === "" ? [...breaking, ...clients, ...lint, ...others] : lint;
  return (
    [
      ["error", "error"],
      ["warn", "warning"],
      ["info", "note"],
    ] as const
  ).flatMap(([severity, noun]) => {
    const count = found.filter((ruling) => ruling.severity === severity).length;
    return count > 0 && (what === "" || severity !== "info") ? [countOf(count, `${what}${noun}`)] : [];
  });
}

function faultCounts(count: number): string[] {
  return count === 0 ? [] : [`${countOf(count, "new problem")} in the description`];
}

/** Findings that fail the run whatever version is declared. */
function uncovered({ verdict }: Answered, { others }: AnsweredKinds): string[] {
  const count = others.filter((ruling) => counts(ruling, "error", verdict.declaredBump)).length;
  return count === 0 ? [] : [`${countOf(count, "error")} that no version covers`];
}

/**
 * How the declared version compares with what is needed: `needs 3.0.0, declares 2.55.0`; empty where nothing is needed.
 *
 * @param set how a version is set, and whether it is the one that matters
 */
export function bumpText(outcome: Answered, set: (version: string, matters: boolean) => string = oneLine): string {
  const { against, verdict, base, head, next } = outcome;
  const declared = head.version ?? "no version";
  const { requiredBump, declaredBump } = verdict;
  if (against !== "base" || requiredBump === "none") return "";
  return impactRank(declaredBump) < impactRank(requiredBump)
    ? `needs ${set(next ?? `a ${requiredBump} bump`, true)}, ${base?.version === head.version ? "still " : ""}declares ${set(declared, false)}`
    : `${set(declared, true)} covers ${requiredBump !== "major" ? "the changes" : kindsOf(outcome).breaking.length === 1 ? "it" : "them"}`;
}
