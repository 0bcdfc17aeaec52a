import type { PageRule } from "@concordat/engine/page";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Entry } from "../../data/entries.ts";
import { type Filter, filterItems } from "../../data/filter.ts";
import type { Item } from "../../data/items.ts";
import { type Grouping, type Row, rowsOf } from "../../data/rows.ts";
import { Detail } from "./detail.tsx";
import { FindingList } from "./list.tsx";
import { Toolbar } from "./toolbar.tsx";

interface Props {
  readonly items: readonly Item[];
  readonly entries: readonly Entry[];
  readonly rules: Readonly<Record<string, PageRule>>;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly grouping: Grouping;
  readonly setGrouping: (grouping: Grouping) => void;
}

/** The findings as a list, and one of them in full. */
export function FindingsView(props: Props) {
  const { items, rules, filter, grouping } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => filterItems(items, filter), [items, filter]);
  const rows = useMemo(() => rowsOf(found, grouping, closed), [found, grouping, closed]);
  const [active, setActive] = useState<string | undefined>(() => linkedRow(items, rows)?.key);
  const [isOpen, setOpen] = useState(active !== undefined);
  const article = useRef<HTMLElement>(null);
  const row = rows.find(({ key }) => key === active) ?? rows.find(({ kind }) => kind === "item");
  const item = row?.kind === "item" ? row.item : undefined;
  useEffect(() => {
    if (active !== undefined && item) history.replaceState(null, "", `#${item.finding.fingerprint}`);
  }, [active, item]);
  const open = (by: "keyboard" | "pointer") => {
    setOpen(true);
    requestAnimationFrame(() => {
      // Where there is room for both, a pointer leaves the keyboard in the list.
      const isListSeen = document.getElementById("findings")?.offsetParent;
      if (by === "keyboard" || !isListSeen) article.current?.focus();
    });
  };
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => document.getElementById("findings")?.focus());
  };
  const toggle = (key: string) => setClosed(closed.symmetricDifference(new Set([key])));
  if (items.length === 0) return <p class="empty">No findings. Nothing in here needs your attention.</p>;
  return (
    <div class={isOpen ? "findings open" : "findings"}>
      <Toolbar {...props} found={found} />
      <FindingList rows={rows} active={row?.key} activate={setActive} open={open} toggle={toggle} />
      {/* The finding in full is a region of its own, which Enter leads to and Escape away from. */}
      <article
        class="detail-pane"
        aria-label="Selected finding"
        ref={article}
        tabIndex={-1}
        onKeyDown={(event) => event.key === "Escape" && close()}
      >
        <button type="button" class="back" onClick={close}>
          Back to the list
        </button>
        {item && <Detail key={item.key} item={item} rule={rules[item.finding.rule]} />}
      </article>
    </div>
  );
}

/** The finding that the address of the page names by its fingerprint. */
export function linkedItem(items: readonly Item[]): Item | undefined {
  const fingerprint = location.hash.slice(1);
  return fingerprint === "" ? undefined : items.find(({ finding }) => finding.fingerprint === fingerprint);
}

function linkedRow(items: readonly Item[], rows: readonly Row[]): Row | undefined {
  const linked = linkedItem(items);
  return linked && rows.find((row) => row.kind === "item" && row.item === linked);
}
