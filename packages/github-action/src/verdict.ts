import { type CheckOutcome, exitCodeOf, type FailOn, type Outcome, type Ruling } from "@concordat/engine";

/** What a run comes to, and the counts that outputs tell. All of them are of what is open. */
export interface Counts {
  readonly breaking: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What is open in an outcome, counted. */
export function countOpen({ contracts }: CheckOutcome): Counts {
  const open = contracts.flatMap(({ rulings }) => rulings).filter(({ standing }) => standing === "open");
  const problems = contracts.flatMap((outcome) => outcome.problems);
  const loud = (severity: "error" | "warn") =>
    [...open, ...problems].filter((each) => each.severity === severity).length;
  return { breaking: open.filter(isOnTheWire).length, errors: loud("error"), warnings: loud("warn") };
}

/**
 * Whether an approval lets a run pass that fails: all that each contract objects to are breaking changes, or what the
 * policy of head itself would let pass.
 */
export function isApprovable({ contracts }: CheckOutcome, failOn: FailOn): boolean {
  const passes = (outcome: Outcome) => exitCodeOf([outcome], failOn) === 0;
  return (
    exitCodeOf(contracts, failOn) === 1 &&
    contracts.every(
      (outcome) =>
        passes(outcome) ||
        passes(withoutBreaks(outcome)) ||
        (outcome.sections.proposed !== undefined &&
          passes(withoutBreaks({ ...outcome, ...outcome.sections.proposed }))),
    )
  );
}

/** GitHub shows that many annotations of a kind for a step. */
const SHOWN = 10;

/** Says how many findings have no annotation that anybody sees. */
export function crowded(outcome: CheckOutcome, most: number): string[] {
  const { errors, warnings } = countOpen(outcome);
  const shown = Math.min(SHOWN, most);
  const hidden = [
    ...(errors > shown ? [`${errors - shown} of ${errors} errors`] : []),
    ...(warnings > shown ? [`${warnings - shown} of ${warnings} warnings`] : []),
  ];
  return hidden.length === 0 ? [] : [`GitHub shows no annotations for ${hidden.join(" and ")}; they are among these.`];
}

function withoutBreaks(outcome: Outcome): Outcome {
  const { verdict, rulings } = outcome;
  // The team decides which audiences demand a major bump; whatever demands one counts as a break too.
  const isBreak = (ruling: Ruling) =>
    ruling.standing === "open" &&
    ruling.impact === "major" &&
    (isOnTheWire(ruling) || verdict.because.includes(ruling.fingerprint));
  return {
    ...outcome,
    verdict: { ...verdict, pass: verdict.pass || verdict.requiredBump === "major" },
    rulings: rulings.filter((ruling) => !isBreak(ruling)),
  };
}

function isOnTheWire({ audience, impact }: Ruling): boolean {
  return audience === "wire" && impact === "major";
}
