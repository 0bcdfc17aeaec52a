import { compareBy } from "../base/order.ts";
import type { RawFinding } from "./finding.ts";

/** Findings in the order that reports keep: by subject, then by rule. */
export function inOrder(findings: Iterable<RawFinding>): RawFinding[] {
  return [...findings].sort(
    compareBy(
      ({ subject }) => subject,
      ({ rule }) => rule,
      ({ message }) => message,
    ),
  );
}
