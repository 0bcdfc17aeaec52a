import { canonicalText } from "@concordat/containment/internal";
import { compareBy } from "../base/order.ts";
import { type Finding, impactRank, type RawFinding, severityRank } from "./finding.ts";

/** Findings in the order that reports keep: by subject, by rule, then by what tells them apart, however it is worded. */
export function inOrder(findings: Iterable<RawFinding>): RawFinding[] {
  return [...findings].sort(
    compareBy(
      ({ subject }) => subject,
      ({ rule }) => rule,
      ({ data }) => String(data["keyword"] ?? ""),
      ({ data }) => canonicalText(data),
    ),
  );
}

/** Loudest first, then by what they demand, then in the order given. */
export function sortByWeight<F extends Pick<Finding, "severity" | "impact">>(findings: readonly F[]): F[] {
  return findings.toSorted(
    compareBy(
      ({ severity }) => -severityRank(severity),
      ({ impact }) => -impactRank(impact),
    ),
  );
}
