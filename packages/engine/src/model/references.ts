import { escapeToken, type Located, resolveReference } from "@concordat/containment";
import type { Description } from "../load/description.ts";
import { referenceSites } from "../load/structure.ts";
import { type Report, unresolved } from "./cursor.ts";

/**
 * Reports all references of a description that lead nowhere, also those in parts that nobody has changed or that no
 * operation uses: a comparison alone would not meet them.
 */
export function reportDangling(description: Description, report: Report): void {
  const { library, texts } = description;
  for (const document of library.all()) {
    const written = texts.get(document.uri)?.references ?? [];
    const suspects = new Set([...written].filter((text) => leadsNowhere(text, { document, pointer: "" }, description)));
    if (suspects.size === 0) continue;
    // Some stand in examples, where they mean nothing, or below an `$id`, where they mean something else.
    for (const { reference, pointer, keyword } of referenceSites(document.root)) {
      if (keyword !== "$ref" || !suspects.has(reference)) continue;
      const target = resolveReference(reference, { document, pointer }, library);
      if (!("problem" in target)) continue;
      const at = `${pointer}/${escapeToken(keyword)}`;
      report("reference-unresolved", unresolved(reference, target, description), {
        document,
        pointer: at,
        value: reference,
      });
    }
  }
}

function leadsNowhere(
  reference: string,
  from: Pick<Located, "document" | "pointer">,
  { library }: Description,
): boolean {
  return "problem" in resolveReference(reference, from, library);
}
