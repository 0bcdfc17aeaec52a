import type { PageData } from "@concordat/engine/page";
import { useMemo, useState } from "preact/hooks";
import { answerOf } from "../data/answer.ts";
import { entriesOf } from "../data/entries.ts";
import { type Filter, firstFilter } from "../data/filter.ts";
import { itemsOf } from "../data/items.ts";
import { firstGrouping, type Grouping } from "../data/rows.ts";
import { FindingsView, linkedItem } from "./findings/findings-view.tsx";
import { Hero } from "./hero.tsx";
import { Tabs } from "./parts/tabs.tsx";
import { viewsOf } from "./views.tsx";

/** The whole page. */
export function Page({ data }: { readonly data: PageData }) {
  const entries = useMemo(() => entriesOf(data), [data]);
  const items = useMemo(() => itemsOf(entries, data.rules), [entries, data]);
  const linked = useMemo(() => linkedItem(items), [items]);
  const [filter, setFilter] = useState<Filter>(() => firstFilter(items, linked));
  const [grouping, setGrouping] = useState<Grouping>(() => firstGrouping(items));
  const show = (changes: Partial<Filter>, by?: Grouping) => {
    setFilter({ ...firstFilter(items), ...changes });
    if (by !== undefined) setGrouping(by);
    setChosen("findings");
  };
  const others = useMemo(
    () => viewsOf({ data, entries, items, show: (...args) => show(...args) }),
    [data, entries, items],
  );
  const findings = {
    id: "findings",
    title: "Findings",
    count: items.length,
    body: (
      <FindingsView
        items={items}
        entries={entries}
        rules={data.rules}
        filter={filter}
        setFilter={setFilter}
        grouping={grouping}
        setGrouping={setGrouping}
      />
    ),
  };
  const views = entries.length === 0 ? others : [findings, ...others].sort((a, b) => rank(a.id) - rank(b.id));
  const [chosen, setChosen] = useState<string>(linked ? "findings" : (views[0]?.id ?? ""));
  const [tool] = data.documents.map(({ document }) => document.tool.version);
  return (
    <>
      <Hero answer={answerOf(data)} entries={entries} show={show} tool={tool ?? ""} asOf={asOfIn(data)} />
      <Tabs views={views} chosen={chosen} choose={setChosen} />
    </>
  );
}

/** Views that stand before the findings. */
const FIRST = ["contracts", "history", "findings"];

function rank(id: string): number {
  const at = FIRST.indexOf(id);
  return at < 0 ? FIRST.length : at;
}

/** The day that the documents were judged by, where they say so. */
function asOfIn({ documents }: PageData): string | undefined {
  return documents.flatMap(({ document }) => ("asOf" in document ? [document.asOf] : []))[0];
}
