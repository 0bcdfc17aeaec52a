import type { Evidence } from "../analyses/analysis.ts";
import { announcesEnd } from "../kit/traits.ts";
import { replacementFor } from "../model/replacement.ts";
import type { Ruling } from "../policy/ruling.ts";
import { type Catalogue, diffRulesOf } from "./request.ts";

/** What is deprecated says itself what comes instead; of what is gone, base may have said it. */
export function replacementsOf(
  rulings: readonly Ruling[],
  { base, head }: Evidence,
  catalogue: Catalogue,
): Readonly<Record<string, string>> {
  const ruleOf = diffRulesOf(catalogue);
  const replacements = new Map<string, string>();
  for (const { rule, address, fingerprint } of rulings) {
    const about = ruleOf(rule)?.about;
    const isGone = about?.action === "removed" || about?.action === "moved";
    const side = about && announcesEnd(about) ? head : isGone ? base : undefined;
    const replacement = side && address && replacementFor(address, side);
    if (replacement) replacements.set(fingerprint, replacement);
  }
  return Object.fromEntries(replacements);
}
