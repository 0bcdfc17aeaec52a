import { isOfFamily } from "../finding/rule-id.ts";
import type { Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { sortByWeight } from "./texts.ts";

/** What an outcome has to tell, by kind; each list has the heaviest first. */
export interface Kinds {
  readonly problems: readonly RuledProblem[];
  /** Open findings that break consumers on the wire. */
  readonly breaking: readonly Ruling[];
  /** Open findings that break generated code, errors and warnings. */
  readonly clients: readonly Ruling[];
  readonly lint: readonly Ruling[];
  /** Open findings of no other kind: additions, changes of documentation. */
  readonly others: readonly Ruling[];
  /** Breaks that pass: no known consumer uses what they change, or the sunset has passed. */
  readonly passed: readonly Ruling[];
  /** What base had already, or somebody has accepted. */
  readonly settled: readonly Ruling[];
}

/** Sorts what came of an outcome by kind; each finding is in one list. */
export function kindsOf({ problems, rulings, against }: Outcome): Kinds {
  const kinds: Record<Exclude<keyof Kinds, "problems">, Ruling[]> = {
    breaking: [],
    clients: [],
    lint: [],
    others: [],
    passed: [],
    settled: [],
  };
  for (const ruling of sortByWeight(rulings)) {
    const kind = kindOf(ruling);
    // Of a description by itself nothing is a change, whatever family the rules of a team have.
    kinds[against === "alone" && kind === "others" ? "lint" : kind].push(ruling);
  }
  return { problems, ...kinds };
}

function kindOf({ standing, severity, impact, audience, rule }: Ruling): Exclude<keyof Kinds, "problems"> {
  if (standing === "unused" || standing === "past-sunset") return "passed";
  if (standing !== "open") return "settled";
  if (impact === "major" && audience === "wire") return "breaking";
  if (impact === "major" && audience === "client" && severity !== "info") return "clients";
  return isOfFamily("lint", rule) ? "lint" : "others";
}
