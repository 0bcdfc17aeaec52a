import { canonicalText } from "@concordat/containment/internal";
import { compareBy } from "../base/order.ts";
import type { RawFinding } from "./finding.ts";

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
