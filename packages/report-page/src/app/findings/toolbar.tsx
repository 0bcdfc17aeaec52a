import { useEffect, useRef } from "preact/hooks";
import type { Entry } from "../../data/entries.ts";
import type { Filter } from "../../data/filter.ts";
import { type Item, KINDS, type Kind } from "../../data/items.ts";
import type { Grouping } from "../../data/rows.ts";
import { countOf } from "../../data/words.ts";

interface Props {
  readonly items: readonly Item[];
  readonly entries: readonly Entry[];
  readonly found: readonly Item[];
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly grouping: Grouping;
  readonly setGrouping: (grouping: Grouping) => void;
}

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  error: "Errors",
  warn: "Warnings",
  info: "Notes",
  settled: "Not counted",
};

/** Search, filters and grouping. */
export function Toolbar({ items, entries, found, filter, setFilter, grouping, setGrouping }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  const change = (changes: Partial<Filter>) => setFilter({ ...filter, ...changes });
  const kinds = KINDS.filter((kind) => items.some((item) => item.kind === kind));
  const consumers = [...new Set(items.flatMap((item) => item.consumers))].sort();
  return (
    <search class="toolbar">
      <input
        ref={search}
        type="search"
        placeholder="Search: operation, property, rule, text   ( / )"
        aria-label="Search findings"
        value={filter.query}
        onInput={(event) => change({ query: event.currentTarget.value })}
      />
      <fieldset>
        <legend class="unseen">Kinds of findings</legend>
        {kinds.map((kind) => (
          <label key={kind} class="check">
            <input
              type="checkbox"
              checked={filter.kinds.has(kind)}
              onChange={() => change({ kinds: filter.kinds.symmetricDifference(new Set([kind])) })}
            />
            {KIND_NAMES[kind]}
          </label>
        ))}
        {items.some(({ isBreaking }) => isBreaking) && (
          <label class="check">
            <input
              type="checkbox"
              checked={filter.onlyBreaking}
              onChange={() => change({ onlyBreaking: !filter.onlyBreaking })}
            />
            Only breaking
          </label>
        )}
      </fieldset>
      <Choice label="Group by" value={grouping} options={groupings(items, entries)} choose={setGrouping} />
      {entries.length > 1 && (
        <Choice
          label="Contract"
          value={filter.entry}
          options={[["", "All"], ...entries.map(({ key, name }) => [key, name] as const)]}
          choose={(entry) => change({ entry })}
        />
      )}
      {consumers.length > 0 && (
        <Choice
          label="Consumer"
          value={filter.consumer}
          options={[["", "All"], ...consumers.map((name) => [name, name] as const)]}
          choose={(consumer) => change({ consumer })}
        />
      )}
      <output class="found">{countOf(found.length, "finding")}</output>
    </search>
  );
}

/** Lets a slash begin a search, unless something is being typed already. */
function useSlash(search: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [search]);
}

/** The groupings that tell anything of these findings. */
function groupings(items: readonly Item[], entries: readonly Entry[]): readonly (readonly [Grouping, string])[] {
  return [
    ["place", "Operation or schema"],
    ["rule", "Rule"],
    ...(items.some(({ theme }) => theme !== undefined) ? ([["theme", "Theme"]] as const) : []),
    ...(items.some(({ consumers }) => consumers.length > 0) ? ([["consumer", "Consumer"]] as const) : []),
    ...(entries.length > 1 ? ([["contract", "Contract"]] as const) : []),
    ["none", "Nothing"],
  ];
}

function Choice<Value extends string>({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly choose: (value: Value) => void;
}) {
  return (
    <label class="choice">
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value as Value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
