import type { RawFinding, Witness } from "../finding/finding.ts";

/**
 * What a comparison from head to base says of a pair whose base and head are the other way round: how consumers of head
 * fare on base. Only breaks of what is sent are kept. All else says what changed, which the comparison from base to head tells.
 * @param reversed findings that have head for their base
 */
export function forwardBreaks(reversed: readonly RawFinding[]): RawFinding[] {
  return reversed
    .filter(({ audience, impact, proof }) => audience === "wire" && (impact === "major" || proof === "undecided"))
    .map(({ edits: _, ...finding }) => ({
      ...finding,
      message: `Going back to base: ${finding.message}`,
      at: { ...finding.at, base: finding.at.head, head: finding.at.base },
      witness: finding.witness && turned(finding.witness),
      compatibility: "forward",
    }));
}

function turned(witness: Witness): Witness {
  return { ...witness, acceptedBy: witness.refusedBy, refusedBy: witness.acceptedBy };
}
