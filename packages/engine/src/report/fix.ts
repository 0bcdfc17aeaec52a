import type { Ruling } from "../policy/ruling.ts";
import type { RuleTexts } from "./report.ts";

/** What the fix of a rule comes to for consumers of head: the rule speaks to those who change base to head. */
const FORWARD_FIX =
  "Release what head needs in an earlier revision, and only then what depends on it; or never serve consumers of head from base.";

/** What to do about a finding of a rule; undefined where nobody knows the rule. */
export function fixOf(
  { compatibility }: Pick<Ruling, "compatibility">,
  rule: Pick<RuleTexts, "fix"> | undefined,
): string | undefined {
  return compatibility === "forward" ? FORWARD_FIX : rule?.fix;
}
