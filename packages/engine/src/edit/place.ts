/** Why something cannot be done without touching what it must not touch. */
export interface Refused {
  readonly refused: string;
}

/** Whether something was refused. */
export function isRefused(result: object): result is Refused {
  return "refused" in result;
}

/** A member of an object, or an item of a list, by its offsets in a text. */
export interface Entry {
  /** The key; of an item, its index. */
  readonly key: string;
  /** Where the key is written; of an item, where its value is. */
  readonly start: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  /** Behind the last character of the value; comments and blank lines behind it are no part of it. */
  readonly end: number;
}

/** The member of a block mapping that a collection is the value of. */
export interface Holder {
  readonly column: number;
  readonly afterColon: number;
}

/** An object or a list as it is written. */
export interface Collection {
  readonly list: boolean;
  /** Between brackets, as all of JSON is; else by lines and indentation. */
  readonly flow: boolean;
  /** Where it opens: its bracket, its first key or its first dash. */
  readonly start: number;
  /** Behind its closing bracket or its last entry. */
  readonly end: number;
  readonly entries: readonly Entry[];
  readonly holder?: Holder | undefined;
}

/** A part of a text, and what takes its place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Offset of the first character of a line. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Offset of the line break that ends a line, or of the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return end > at && text[end - 1] === "\r" ? end - 1 : end;
}

/** How far from the start of its line an offset is. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** What is to be added to a collection, by the entry that it comes behind. */
export interface Addition<A> {
  readonly behind: Entry;
  readonly added: readonly A[];
}

/** Where additions go: behind all that is there, but among status codes that stand in order, in their order. */
export function placeAdditions<A extends { readonly key: string }>(
  entries: readonly Entry[],
  added: readonly A[],
): readonly Addition<A>[] {
  const codes = entries.filter(({ key }) => isCode(key));
  const inOrder = codes.every(({ key }, i) => i === 0 || (codes[i - 1] as Entry).key < key);
  const groups = new Map<Entry, A[]>();
  for (const each of added) {
    const lower = inOrder && isCode(each.key) ? codes.findLast(({ key }) => key < each.key) : undefined;
    const behind = lower ?? (entries.at(-1) as Entry);
    groups.set(behind, [...(groups.get(behind) ?? []), each]);
  }
  return [...groups].map(([behind, group]) => ({
    behind,
    // What has no order stays as it came.
    added: group.toSorted((a, b) => (isCode(a.key) && isCode(b.key) ? Number(a.key) - Number(b.key) : 0)),
  }));
}

function isCode(key: string): boolean {
  return /^[1-5]\d\d$/.test(key);
}
