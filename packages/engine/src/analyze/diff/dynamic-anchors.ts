import { type Document, escapeToken, isNumber, type Library, type Located } from "@concordat/containment/internal";

/** References that lead elsewhere by the way that validation took (draft 2020-12 core, 8.2.3.2; draft 2019-09, 8.2.4.2). */
export const DYNAMIC = ["$dynamicRef", "$recursiveRef"] as const;
export type DynamicKeyword = (typeof DYNAMIC)[number];

const known = new WeakMap<Library, Map<DynamicKeyword, readonly Located[]>>();

/** All schemas of a library that dynamic references may lead to, in the order in which they are written. */
export function anchored(library: Library, keyword: DynamicKeyword): readonly Located[] {
  const ofLibrary = known.get(library) ?? new Map<DynamicKeyword, readonly Located[]>();
  known.set(library, ofLibrary);
  let found = ofLibrary.get(keyword);
  if (found === undefined) {
    const anchor = keyword.replace("Ref", "Anchor");
    ofLibrary.set(keyword, (found = [...library.all()].flatMap((document) => withMember(anchor, document))));
  }
  return found;
}

/** All objects of a document that have a member. */
function withMember(key: string, document: Document): Located[] {
  const found: Located[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== "object" || value === null || isNumber(value)) return;
    if (Object.hasOwn(value, key)) found.push({ document, pointer, value });
    for (const token in value) {
      const member = (value as Record<string, unknown>)[token];
      // Most members are texts, and need no pointer.
      if (typeof member === "object") visit(member, `${pointer}/${escapeToken(token)}`);
    }
  };
  visit(document.root, "");
  return found;
}
