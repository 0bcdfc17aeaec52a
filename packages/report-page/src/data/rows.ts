import type { Item } from "./items.ts";

/** What findings can be put together by. */
export const GROUPINGS = ["place", "rule", "theme", "consumer", "contract", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What findings are put together by at first: lint findings by theme, as each may be about hundreds of places. */
export function firstGrouping(items: readonly Item[]): Grouping {
  return items.length > 0 && items.every(({ theme }) => theme !== undefined) ? "theme" : "place";
}

/** A line of the list. Positions are from 1, among those of its level. */
export type Row =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly title: string;
      readonly count: number;
      readonly isOpen: boolean;
      readonly position: number;
      readonly size: number;
    }
  | {
      readonly kind: "item";
      readonly key: string;
      readonly item: Item;
      readonly level: 1 | 2;
      readonly position: number;
      readonly size: number;
    };

/** The names of the groups that a finding is in. */
function groupsOf(
  { place, finding, theme, consumers, entry }: Item,
  grouping: Exclude<Grouping, "none">,
): readonly string[] {
  switch (grouping) {
    case "place":
      return [place];
    case "rule":
      return [finding.rule];
    case "theme":
      return [theme ?? "changes"];
    case "consumer":
      return consumers.length > 0 ? consumers : ["No known consumer"];
    case "contract":
      return [entry.name];
  }
}

/** The lines of the list: groups in the order of their weightiest finding, each with its findings unless it is closed. */
export function rowsOf(items: readonly Item[], grouping: Grouping, closed: ReadonlySet<string>): Row[] {
  if (grouping === "none") return items.map((item, i) => itemRow(item, "", 1, i, items.length));
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const name of groupsOf(item, grouping)) {
      const group = groups.get(name);
      if (group) group.push(item);
      else groups.set(name, [item]);
    }
  return [...groups].flatMap(([title, members], i) => {
    const key = `${grouping}:${title}`;
    const isOpen = !closed.has(key);
    const head: Row = { kind: "group", key, title, count: members.length, isOpen, position: i + 1, size: groups.size };
    return isOpen ? [head, ...members.map((item, at) => itemRow(item, key, 2, at, members.length))] : [head];
  });
}

function itemRow(item: Item, group: string, level: 1 | 2, at: number, size: number): Row {
  return { kind: "item", key: `${group}|${item.key}`, item, level, position: at + 1, size };
}

/** How high lines are, in pixels. */
export const HEIGHTS = { group: 36, item: 60 } as const;

/** Where each line begins, and behind them where the last one ends. */
export function offsetsOf(rows: readonly Row[]): Float64Array {
  const offsets = new Float64Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + HEIGHTS[row.kind];
  });
  return offsets;
}

/** Lines drawn beyond the edges, so that scrolling shows no gaps. */
const BEYOND = 8;

/** The lines between two heights, with some beyond; from the first to before the last. */
export function visibleRows(offsets: Float64Array, top: number, height: number): readonly [number, number] {
  const count = offsets.length - 1;
  return [Math.max(0, lineAt(offsets, top) - BEYOND), Math.min(count, lineAt(offsets, top + height) + 1 + BEYOND)];
}

/** The line at a height. */
function lineAt(offsets: Float64Array, height: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
