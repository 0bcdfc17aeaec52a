import type { Outcome } from "../outcome.ts";
import type { JudgedDocument } from "./document.ts";

/**
 * What a published result was compared with, as it says itself. Documents of versions that did not say it are told by what else they
 * have. Only `check` says whose policy decided. Without a policy, what has a score is of `lint`, and only a history has results without
 * a base that are no judgement of a description by itself.
 *
 * @param hasPolicy whether the document says whose policy decided
 */
export function againstOf(
  { against, base, head, score, sections }: Pick<JudgedDocument, "against" | "base" | "head" | "score" | "sections">,
  hasPolicy: boolean,
): Outcome["against"] {
  if (against !== undefined) return against;
  // A description that was not read has no version of OpenAPI: it is gone, or there are pacts alone.
  if (base === null && head.openapi === "") return "alone";
  if (!hasPolicy && (score !== undefined || (base === null && sections?.release === undefined))) return "alone";
  return base === null ? "new" : "base";
}
