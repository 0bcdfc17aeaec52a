import { greatestImpact, type Impact, impactRank, severityRank } from "../finding/finding.ts";
import type { Policy } from "./policy.ts";
import type { Ruling } from "./ruling.ts";

/** The answer for a run. */
export interface Verdict {
  readonly pass: boolean;
  readonly declaredBump: Impact;
  readonly requiredBump: Impact;
  /** Fingerprints of the findings that the required bump rests on. */
  readonly because: readonly string[];
}

/** The verdict where nothing was compared. */
export const NO_VERDICT: Verdict = { pass: true, declaredBump: "none", requiredBump: "none", because: [] };

/** What a run is to fail on. */
export type FailOn = "error" | "warn" | "never";

/** The bump that open findings demand, and whether the declared one is enough. */
export function decideVerdict(rulings: readonly Ruling[], declaredBump: Impact, policy: Policy): Verdict {
  const heard = rulings.filter(
    ({ standing, severity, audience }) =>
      // A break that nobody uses passes, and demands its bump all the same.
      (standing === "open" || standing === "unused") && severity !== "off" && policy.audiences.includes(audience),
  );
  const requiredBump = greatestImpact(heard.map(({ impact }) => impact));
  const because =
    requiredBump === "none"
      ? []
      : heard.filter(({ impact }) => impact === requiredBump).map(({ fingerprint }) => fingerprint);
  const demanded = greatestImpact(heard.flatMap(({ standing, impact }) => (standing === "open" ? impact : [])));
  const enough = impactRank(declaredBump) >= impactRank(demanded);
  const pass = enough || (policy.requireBump === "major" && demanded !== "major");
  return { pass, declaredBump, requiredBump, because: [...new Set(because)] };
}

/** What decides whether a finding counts. */
export type Ruled = Pick<Ruling, "standing" | "severity" | "impact">;

/** Whether a finding counts towards the exit code: open, loud enough, and more than the declared bump covers. */
export function counts({ standing, severity, impact }: Ruled, failOn: FailOn, declaredBump: Impact): boolean {
  if (failOn === "never" || standing !== "open") return false;
  const covered = impact !== "none" && impactRank(impact) <= impactRank(declaredBump);
  return severityRank(severity) >= severityRank(failOn) && !covered;
}

/** What came of one contract or pair, as far as it decides how a run ends. */
interface Ending {
  readonly verdict: Verdict;
  readonly rulings: readonly Ruled[];
  readonly problems: readonly { readonly severity: "error" | "warn" }[];
}

/** 1 where a verdict fails, a finding counts, or head brings a problem; else 0. */
export function exitCodeOf(endings: readonly Ending[], failOn: FailOn): 0 | 1 {
  if (failOn === "never") return 0;
  const objected = endings.some(
    ({ verdict, rulings, problems }) =>
      !verdict.pass ||
      rulings.some((ruling) => counts(ruling, failOn, verdict.declaredBump)) ||
      problems.some(({ severity }) => severity === "error" || failOn === "warn"),
  );
  return objected ? 1 : 0;
}
