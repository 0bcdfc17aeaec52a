import { escapeToken, isNumber, type Library, type Located } from "@concordat/containment/internal";

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
    const roots = [...library.all()].map((document) => ({ document, pointer: "", value: document.root }));
    ofLibrary.set(keyword, (found = roots.flatMap((root) => [...withMember(anchor, root)])));
  }
  return found;
}

/** All objects at and below a place that have a member. */
function* withMember(key: string, start: Located): Generator<Located> {
  const open = [start];
  for (let at = open.pop(); at; at = open.pop()) {
    const { document, pointer, value } = at;
    if (typeof value !== "object" || value === null || isNumber(value)) continue;
    if (Object.hasOwn(value, key)) yield at;
    for (const [token, member] of Object.entries(value).reverse())
      open.push({ document, pointer: `${pointer}/${escapeToken(token)}`, value: member });
  }
}
