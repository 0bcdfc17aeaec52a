/** A line on one side; undefined where the other side has one more. */
export interface SideLine {
  readonly number: number;
  readonly text: string;
}

/** Lines that stand beside each other. */
export interface LinePair {
  readonly base: SideLine | undefined;
  readonly head: SideLine | undefined;
  readonly isSame: boolean;
}

interface Lines {
  readonly from: number;
  readonly lines: readonly string[];
}

/** Sets lines of two sides beside each other: those that both have in a row, between them what only one has. */
export function compareLines(base: Lines, head: Lines): LinePair[] {
  const lengths = commonLengths(base.lines, head.lines);
  const pairs: LinePair[] = [];
  let [b, h] = [0, 0];
  const [removed, added]: [SideLine[], SideLine[]] = [[], []];
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++)
      pairs.push({ base: removed[i], head: added[i], isSame: false });
    removed.length = 0;
    added.length = 0;
  };
  while (b < base.lines.length || h < head.lines.length) {
    const [ofBase, ofHead] = [lineOf(base, b), lineOf(head, h)];
    if (ofBase && ofHead && ofBase.text === ofHead.text) {
      flush();
      pairs.push({ base: ofBase, head: ofHead, isSame: true });
      b++;
      h++;
    } else if (ofBase && (!ofHead || (lengths[b + 1]?.[h] ?? 0) >= (lengths[b]?.[h + 1] ?? 0))) {
      removed.push(ofBase);
      b++;
    } else if (ofHead) {
      added.push(ofHead);
      h++;
    }
  }
  flush();
  return pairs;
}

function lineOf({ from, lines }: Lines, at: number): SideLine | undefined {
  const text = lines[at];
  return text === undefined ? undefined : { number: from + at, text };
}

/** How many lines both sides have in a row from each pair of lines on. */
function commonLengths(base: readonly string[], head: readonly string[]): number[][] {
  const lengths = Array.from({ length: base.length + 1 }, () => new Array<number>(head.length + 1).fill(0));
  for (let b = base.length - 1; b >= 0; b--)
    for (let h = head.length - 1; h >= 0; h--) {
      const [row, next] = [lengths[b] as number[], lengths[b + 1] as number[]];
      row[h] = base[b] === head[h] ? (next[h + 1] ?? 0) + 1 : Math.max(next[h] ?? 0, row[h + 1] ?? 0);
    }
  return lengths;
}

/** Pairs in a row, or how many are left out. */
export type Stretch = { readonly pairs: readonly LinePair[] } | { readonly leftOut: number };

/** Lines kept around what changed. */
const AROUND = 3;

/** Leaves out what is the same on both sides and far from what changed, or from lines that are to be seen in any case. */
export function foldPairs(pairs: readonly LinePair[], keep: (pair: LinePair) => boolean): Stretch[] {
  const near = pairs.map((_, i) =>
    pairs.slice(Math.max(0, i - AROUND), i + AROUND + 1).some((pair) => !pair.isSame || keep(pair)),
  );
  const stretches: Stretch[] = [];
  for (let i = 0; i < pairs.length; ) {
    const isNear = near[i];
    let end = i;
    while (end < pairs.length && near[end] === isNear) end++;
    const run = pairs.slice(i, end);
    stretches.push(isNear || run.length < 3 ? { pairs: run } : { leftOut: run.length });
    i = end;
  }
  return stretches;
}

/** Characters that two lines must share for one to be a change of the other. */
const LEAST_SHARED = 4;

/** From where to where a line differs from another; undefined where hardly anything in it is the same. */
export function changedPart(text: string, other: string): readonly [number, number] | undefined {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === other.at(-1 - end)) end++;
  const shared = text.slice(0, start).trim().length + text.slice(text.length - end).trim().length;
  return shared < LEAST_SHARED ? undefined : [start, text.length - end];
}

/** The same lines without the spaces that all of them begin with. */
export function outdented({ from, lines }: Lines): Lines {
  const written = lines.filter((line) => line.trim() !== "");
  const indent = written.length === 0 ? 0 : Math.min(...written.map((line) => line.length - line.trimStart().length));
  return { from, lines: lines.map((line) => line.slice(indent)) };
}
