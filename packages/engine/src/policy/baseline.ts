import type { IsoDate } from "../host/host.ts";
import type { Waiver } from "./policy.ts";
import type { Ruling } from "./ruling.ts";

/** Who answers for what is accepted, why, and until when. */
export interface Acceptance {
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds. */
  readonly expires: IsoDate;
}

/** A waiver as a baseline file keeps it: rule and subject are for readers. */
export interface WrittenWaiver extends Waiver {
  readonly rule: string;
  readonly subject: string;
}

/** Waivers for all open findings, one for each member of those that stand for several; in a fixed order. */
export function acceptOpen(rulings: readonly Ruling[], acceptance: Acceptance): WrittenWaiver[] {
  return rulings
    .filter(({ standing }) => standing === "open")
    .flatMap(({ rule, fingerprint, subject, members }) =>
      (members ?? [{ fingerprint, subject }]).map((each) => ({
        fingerprint: each.fingerprint,
        rule,
        subject: each.subject,
        ...acceptance,
      })),
    )
    .toSorted((a, b) =>
      `${a.rule} ${a.subject} ${a.fingerprint}` < `${b.rule} ${b.subject} ${b.fingerprint}` ? -1 : 1,
    );
}
