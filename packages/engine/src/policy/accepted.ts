import type { ChangeRule } from "./changes.ts";
import { matchesGlob } from "./glob.ts";
import { type Ignore, isAt } from "./ignores.ts";
import type { Waiver } from "./policy.ts";
import type { Ruling } from "./ruling.ts";

/** What base has accepted already, and what becomes of what head adds to it. */
export interface Acceptances {
  readonly waivers: readonly Waiver[];
  readonly ignores: readonly Ignore[];
  /** `approve`: what head adds does not count yet. */
  readonly added: ChangeRule;
  /** Who answers for ignores of this contract that name nobody. */
  readonly owner: string | undefined;
}

/** A waiver or an ignore that head adds, and the findings that it takes out. */
export interface Accepted {
  readonly by: "baseline" | "ignore";
  /** The fingerprint of a waiver, the rule or glob of an ignore. */
  readonly what: string;
  /** Where an ignore holds; empty for a waiver. */
  readonly subject: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string;
  readonly findings: readonly Pick<Judged, "rule" | "fingerprint" | "message" | "subject">[];
}

type Judged = Pick<Ruling, "rule" | "fingerprint" | "message" | "subject" | "standing">;

/** Waivers that base does not have as they are. */
export function addedWaivers(waivers: readonly Waiver[], known: readonly Waiver[]): Waiver[] {
  const keys = new Set(known.map(waiverKey));
  return waivers.filter((waiver) => !keys.has(waiverKey(waiver)));
}

/** Ignores that base does not have as they are. */
export function addedIgnores(ignores: readonly Ignore[], known: readonly Ignore[]): Ignore[] {
  const keys = new Set(known.map(ignoreKey));
  return ignores.filter((ignore) => !keys.has(ignoreKey(ignore)));
}

/** What is accepted in head for the first time, in the order in which it is written. */
export function findAccepted(
  waivers: readonly Waiver[],
  ignores: readonly Ignore[],
  owner: string | undefined,
  findings: readonly Judged[],
): Accepted[] {
  const briefly = ({ rule, fingerprint, message, subject }: Judged) => ({ rule, fingerprint, message, subject });
  return [
    ...waivers.map((waiver): Accepted => {
      const { fingerprint, reason, expires } = waiver;
      const taken = findings.filter((each) => each.standing === "baselined" && each.fingerprint === fingerprint);
      return {
        by: "baseline",
        what: fingerprint,
        subject: "",
        reason,
        owner: waiver.owner,
        until: expires,
        findings: taken.map(briefly),
      };
    }),
    ...ignores.map(({ rule, at, reason, until, owner: own }): Accepted => {
      const covers = ({ rule: id, subject }: Judged) => matchesGlob(id, rule) && isAt(subject, at);
      const taken = findings.filter((each) => each.standing === "waived" && covers(each));
      return {
        by: "ignore",
        what: rule,
        subject: at,
        reason,
        owner: own ?? owner ?? "",
        until,
        findings: taken.map(briefly),
      };
    }),
  ];
}

function waiverKey({ fingerprint, reason, owner, expires }: Waiver): string {
  return JSON.stringify([fingerprint, reason, owner, expires]);
}

function ignoreKey({ rule, at, reason, until, owner }: Ignore): string {
  return JSON.stringify([rule, at, reason, until, owner]);
}
