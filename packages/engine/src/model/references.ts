import { escapeToken, type Located, resolveReference } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { referenceSites } from "../load/structure.ts";
import { REFERENCES } from "../source/reference-places.ts";
import { unresolved } from "./cursor.ts";
import type { MetProblem } from "./met-problem.ts";

/**
 * All references of a description that lead nowhere, also those in parts that nobody has changed or that no operation
 * uses: a comparison alone would not meet them.
 */
export function findDangling(description: Description): MetProblem[] {
  const { library, texts } = description;
  const dangling: MetProblem[] = [];
  for (const document of library.all()) {
    const written = texts.get(document.uri)?.references ?? [];
    const suspects = new Set([...written].filter((text) => leadsNowhere(text, { document, pointer: "" }, description)));
    if (suspects.size === 0) continue;
    // Some stand in examples, where they mean nothing, or below an `$id`, where they mean something else.
    for (const { reference, pointer, keyword } of referenceSites(document.root)) {
      if (!REFERENCES.has(keyword) || !suspects.has(reference)) continue;
      const target = resolveReference(reference, { document, pointer }, library);
      if (!("problem" in target)) continue;
      const at = { document, pointer: `${pointer}/${escapeToken(keyword)}`, value: reference };
      dangling.push({ code: "reference-unresolved", message: unresolved(reference, target, description), at });
    }
  }
  return dangling;
}

function leadsNowhere(
  reference: string,
  from: Pick<Located, "document" | "pointer">,
  { library }: Description,
): boolean {
  return "problem" in resolveReference(reference, from, library);
}
