import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Item } from "../../data/items.ts";
import { offsetsOf, type Row, visibleRows } from "../../data/rows.ts";
import { Mark, Prose } from "../parts/marks.tsx";

interface Props {
  readonly rows: readonly Row[];
  /** The key of the row that the keyboard is at, and whose finding is shown in full. */
  readonly active: string | undefined;
  readonly activate: (key: string) => void;
  /** Leads to the finding in full. */
  readonly open: (by: "keyboard" | "pointer") => void;
  /** Opens or closes a group. */
  readonly toggle: (key: string) => void;
}

/**
 * A tree of groups and findings, of which only what can be seen is drawn (WAI-ARIA Authoring Practices, tree view). One element
 * has the focus, and names the row that is active.
 */
export function FindingList({ rows, active, activate, open, toggle }: Props) {
  const offsets = useMemo(() => offsetsOf(rows), [rows]);
  const box = useRef<HTMLDivElement>(null);
  const { top, height } = useScroll(box);
  const at = rows.findIndex(({ key }) => key === active);
  const [from, to] = visibleRows(offsets, top, height);
  useScrollTo(box, offsets, at, active);
  const move = (event: KeyboardEvent) => {
    const next = nextRow(event.key, rows, at, height);
    const row = rows[at];
    if (next !== undefined && rows[next]) activate(rows[next].key);
    else if (row?.kind === "group" && isToggle(event.key, row.isOpen)) toggle(row.key);
    else if (row?.kind === "item" && ["Enter", "ArrowRight"].includes(event.key)) open("keyboard");
    else return;
    event.preventDefault();
  };
  const click = (event: Event) => {
    const row = rows[rowOfEvent(event) ?? -1];
    if (row === undefined) return;
    activate(row.key);
    if (row.kind === "group") toggle(row.key);
    else open("pointer");
    // The list has the focus, not a row, which goes when it is scrolled away.
    box.current?.focus({ preventScroll: true });
  };
  if (rows.length === 0) return <p class="empty list">No finding matches the filters.</p>;
  const isDrawn = at >= from && at < to;
  return (
    <div
      id="findings"
      class="list"
      role="tree"
      aria-label="Findings"
      tabIndex={0}
      aria-activedescendant={isDrawn ? rowId(at) : undefined}
      ref={box}
      onClick={click}
      onKeyDown={move}
    >
      <div role="none" class="rows" style={{ height: `${offsets.at(-1) ?? 0}px` }}>
        {rows.slice(from, to).map((row, i) => (
          <ListRow key={row.key} row={row} at={from + i} top={offsets[from + i] ?? 0} isActive={row.key === active} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly at: number;
  readonly top: number;
  readonly isActive: boolean;
}

function ListRow({ row, at, top, isActive }: RowProps) {
  return (
    <div
      id={rowId(at)}
      data-row={at}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.kind === "group" ? 1 : row.level}
      aria-selected={isActive}
      aria-posinset={row.position}
      aria-setsize={row.size}
      {...(row.kind === "group" && { "aria-expanded": row.isOpen })}
      class={row.kind === "group" ? "row group" : `row item ${row.item.kind} level-${row.level}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {row.kind === "group" ? <GroupRow {...row} /> : <ItemRow item={row.item} />}
    </div>
  );
}

function GroupRow({ title, count }: { readonly title: string; readonly count: number }) {
  return (
    <>
      <span class="fold" aria-hidden="true" />
      <bdi class="name">{title}</bdi>
      <span class="count">{count.toLocaleString("en")}</span>
    </>
  );
}

function ItemRow({ item: { kind, finding, title, isBreaking, place, reach } }: { readonly item: Item }) {
  return (
    <>
      <Mark kind={kind} />
      <span class="text">
        <span class="message">
          <Prose text={title} />
        </span>
        <span class="place">
          {isBreaking && <b class="breaking">breaking</b>}
          <bdi>{reach || place}</bdi>
          <span class="rule">{finding.rule}</span>
        </span>
      </span>
    </>
  );
}

/** The line that was clicked. */
function rowOfEvent({ target }: Event): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return row === null ? undefined : Number(row.dataset["row"]);
}

function rowId(at: number): string {
  return `row-${at}`;
}

/** Whether a key opens or closes a group. */
function isToggle(key: string, isOpen: boolean): boolean {
  return key === "Enter" || key === " " || key === (isOpen ? "ArrowLeft" : "ArrowRight");
}

/** Where a key leads. */
function nextRow(key: string, rows: readonly Row[], at: number, height: number): number | undefined {
  const page = Math.max(1, Math.floor(height / 60) - 1);
  const within = (row: number) => Math.min(rows.length - 1, Math.max(0, row));
  switch (key) {
    case "ArrowDown":
      return within(at + 1);
    case "ArrowUp":
      return within(at - 1);
    case "PageDown":
      return within(at + page);
    case "PageUp":
      return within(at - page);
    case "Home":
      return 0;
    case "End":
      return rows.length - 1;
    case "ArrowLeft": {
      // From a finding to the group that it is in.
      const group = rows.slice(0, at).findLastIndex(({ kind }) => kind === "group");
      return rows[at]?.kind === "item" && group >= 0 ? group : undefined;
    }
    default:
      return undefined;
  }
}

/** How far an element is scrolled, and how much of it can be seen. */
function useScroll(box: { readonly current: HTMLElement | null }): { readonly top: number; readonly height: number } {
  const [scroll, setScroll] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const read = () => setScroll({ top: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(read);
    sizes.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [box.current]);
  return scroll;
}

/** Keeps the active row in sight when it changes. */
function useScrollTo(
  box: { readonly current: HTMLElement | null },
  offsets: Float64Array,
  at: number,
  active: string | undefined,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    const [start = 0, end = 0] = [offsets[at], offsets[at + 1]];
    if (start < element.scrollTop) element.scrollTop = start;
    else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
  }, [active]);
}
