import { isOfFamily } from "../finding/rule-id.ts";
import type { Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { sortByWeight } from "./texts.ts";

/** What tells the kind of a finding: rulings say it, and so do the findings of published documents. */
export type Kinded = Pick<Ruling, "standing" | "severity" | "impact" | "audience" | "rule">;

/** What an outcome has to tell, by kind; each list has the heaviest first. */
export interface Kinds<R extends Kinded = Ruling, P = RuledProblem> {
  /** Problems that head brings. */
  readonly problems: readonly P[];
  /** Problems that base has too, or that fail no run. */
  readonly warnings: readonly P[];
  /** Open findings that break consumers on the wire. */
  readonly breaking: readonly R[];
  /** Open findings that break generated code, errors and warnings. */
  readonly clients: readonly R[];
  readonly lint: readonly R[];
  /** Open findings of no other kind: additions, changes of documentation. */
  readonly others: readonly R[];
  /** Breaks that pass: no known consumer uses what they change, or the sunset has passed. */
  readonly passed: readonly R[];
  /** What base had already, or somebody has accepted. */
  readonly settled: readonly R[];
}

/** An outcome, as far as it is sorted. */
interface Sorted<R, P> extends Pick<Outcome, "against"> {
  readonly rulings: readonly R[];
  readonly problems: readonly P[];
}

type KindOfRuling = Exclude<keyof Kinds, "problems" | "warnings">;

/** Sorts what came of an outcome by kind; each finding is in one list. */
export function kindsOf<R extends Kinded, P extends Pick<RuledProblem, "severity">>({
  problems,
  rulings,
  against,
}: Sorted<R, P>): Kinds<R, P> {
  const kinds: Record<KindOfRuling, R[]> = {
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
  const { warnings = [], faults = [] } = Object.groupBy(problems, ({ severity }) =>
    severity === "warn" ? "warnings" : "faults",
  );
  return { problems: faults, warnings, ...kinds };
}

function kindOf({ standing, severity, impact, audience, rule }: Kinded): KindOfRuling {
  if (standing === "unused" || standing === "past-sunset") return "passed";
  if (standing !== "open") return "settled";
  if (impact === "major" && audience === "wire") return "breaking";
  if (impact === "major" && audience === "client" && severity !== "info") return "clients";
  return isOfFamily("lint", rule) ? "lint" : "others";
}
