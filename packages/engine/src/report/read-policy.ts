import { isRecord, textAt } from "../base/json-at.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";

/*
 * What a stored report says of the policy. It is told beside the verdict and decides nothing of it, so that what has not its
 * form is left out.
 */

const REASONS = ["base", "asked", "announced", "no-git", "no-commit", "no-configuration", "unreadable"] as const;

/** Whose policy it was, and what head changes of it. */
export function policyOf(data: unknown): Pick<CheckOutcome, "gate"> {
  const policy = isRecord(data) ? data["policy"] : undefined;
  const reason = REASONS.find((each) => each === textAt(policy, "reason"));
  if (reason === undefined) return {};
  const isParent = isRecord(policy) && policy["isParent"] === true;
  const note = textAt(policy, "note");
  const changes = recordsAt(data, "policyChanges").map(({ path, from, to, contract, weakens }) => {
    return {
      path: String(path),
      from,
      to,
      contract: contract === undefined ? undefined : String(contract),
      weakens: weakens === true,
    };
  });
  const from = textAt(policy, "from") === "base" ? "base" : "head";
  return {
    gate: {
      from,
      reason,
      commit: textAt(policy, "commit") ?? null,
      ...(isParent && { isParent: true as const }),
      ...(note !== undefined && { note }),
      changes,
    },
  };
}

/** What head accepts for the first time. */
export function acceptedOf(data: unknown): Pick<Outcome, "accepted"> {
  const accepted = recordsAt(data, "accepted").map((each) => {
    const text = (name: string) => textAt(each, name) ?? "";
    return {
      by: text("by") === "baseline" ? ("baseline" as const) : ("ignore" as const),
      what: text("what"),
      subject: text("subject"),
      reason: text("reason"),
      owner: text("owner"),
      until: text("until"),
      findings: recordsAt(each, "findings").map((finding) => ({
        rule: textAt(finding, "rule") ?? "",
        fingerprint: textAt(finding, "fingerprint") ?? "",
        message: textAt(finding, "message") ?? "",
        subject: textAt(finding, "subject") ?? "",
      })),
    };
  });
  return accepted.length === 0 ? {} : { accepted };
}

/** What head's own policy makes of it: of what is objected to then only whether there is something. */
export function proposedOf(data: unknown, verdictOf: (data: unknown) => Outcome["verdict"]): Pick<Outcome, "proposed"> {
  const proposed = isRecord(data) ? data["proposed"] : undefined;
  if (!isRecord(proposed) || proposed["pass"] !== true) return {};
  return { proposed: { verdict: verdictOf(proposed), rulings: [], problems: [] } };
}

function recordsAt(data: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = isRecord(data) ? data[name] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
