import { describe, expect, test } from "vitest";
import { documentOf, findingOf } from "../testing/documents.ts";
import { entriesOf } from "./entries.ts";
import { filterItems, firstFilter } from "./filter.ts";
import { itemsOf } from "./items.ts";
import { firstGrouping, type Grouping, HEIGHTS, offsetsOf, rowsOf, visibleRows } from "./rows.ts";

const consumers = (...affected: string[]) => ({ affected, unaffected: [], unknown: [], shown: [] });
const FINDINGS = [
  findingOf({
    ...{ fingerprint: "note", rule: "diff/property-added", severity: "info", impact: "minor", message: "A note." },
    operations: [],
  }),
  findingOf({ fingerprint: "old", standing: "baselined", message: "Accepted before." }),
  findingOf({
    ...{ fingerprint: "lint", rule: "lint/err-declared", impact: "none", message: "No error." },
    ...{ subject: "", members: [] },
  }),
  findingOf({ fingerprint: "break", consumers: consumers("web", "app") }),
];
const RULES = { "lint/err-declared": { summary: "", why: "", fix: "", theme: "errors" } };
const items = itemsOf(entriesOf({ documents: [{ document: documentOf(FINDINGS) }], rules: RULES }), RULES);
const names = (found: typeof items) => found.map(({ finding }) => finding.fingerprint);

test("what breaks comes first, what does not count last", () => {
  expect(names(items)).toEqual(["break", "lint", "note", "old"]);
});

test("whose use a finding is about stands beside its title, not in it", () => {
  const message = "`web` (`a user`): The consumer relies on `name`.";
  const pact = findingOf({ message, consumer: "web", interaction: "a user" });
  const [item] = itemsOf(entriesOf({ documents: [{ document: documentOf([pact]) }], rules: {} }), {});
  expect(item).toMatchObject({ title: "The consumer relies on `name`.", reach: "web · POST /bookings" });
});

describe("a filter", () => {
  const first = firstFilter(items);
  test.each([
    ["at first shows what counts", {}, ["break", "lint", "note"]],
    ["finds words anywhere, in any order", { query: "MAXIMUM post" }, ["break"]],
    ["finds rules", { query: "lint/err" }, ["lint"]],
    ["keeps to kinds", { kinds: new Set(["settled"] as const) }, ["old"]],
    ["keeps to breaks", { onlyBreaking: true }, ["break"]],
    ["keeps to a consumer", { consumer: "app" }, ["break"]],
    ["keeps to an entry", { entry: "0.1" }, []],
  ])("%s", (_, changes, expected) => {
    expect(names(filterItems(items, { ...first, ...changes }))).toEqual(expected);
  });

  test("shows what does not count where nothing else is there", () => {
    const settled = items.filter(({ kind }) => kind === "settled");
    expect(names(filterItems(settled, firstFilter(settled)))).toEqual(["old"]);
    expect(names(filterItems(items, firstFilter(items, settled[0])))).toContain("old");
  });
});

describe("findings together", () => {
  const groups = (grouping: Grouping) =>
    rowsOf(items, grouping, new Set()).flatMap((row) => (row.kind === "group" ? [`${row.title} ${row.count}`] : []));
  test.each([
    ["place", ["POST /bookings 2", "Several places 1", "Schema Stay 1"]],
    ["rule", ["diff/request-range-narrowed 2", "lint/err-declared 1", "diff/property-added 1"]],
    ["theme", ["changes 3", "errors 1"]],
    ["consumer", ["web 1", "app 1", "No known consumer 3"]],
    ["contract", ["api.yaml 4"]],
    ["none", []],
  ] as const)("by %s", (grouping, expected) => {
    expect(groups(grouping)).toEqual(expected);
  });

  test("are so by theme at first where all are lint's, else by place", () => {
    expect(firstGrouping(items)).toBe("place");
    expect(firstGrouping(items.filter(({ theme }) => theme !== undefined))).toBe("theme");
    expect(firstGrouping([])).toBe("place");
  });

  test("a closed group hides its findings, and each row knows where it stands", () => {
    const rows = rowsOf(items, "place", new Set(["place:POST /bookings"]));
    expect(rows.map(({ kind, position, size }) => [kind, position, size])).toEqual([
      ["group", 1, 3],
      ["group", 2, 3],
      ["item", 1, 1],
      ["group", 3, 3],
      ["item", 1, 1],
    ]);
  });
});

test("only rows that can be seen are drawn, and some beyond", () => {
  const many = Array.from({ length: 10_000 }, () => items[0] as (typeof items)[number]);
  const offsets = offsetsOf(rowsOf(many, "none", new Set()));
  expect(offsets.at(-1)).toBe(10_000 * HEIGHTS.item);
  expect(visibleRows(offsets, 0, 600)).toEqual([0, 19]);
  const [from, to] = visibleRows(offsets, 300_000, 600);
  expect(offsets[from]).toBeLessThan(300_000);
  expect(offsets[to]).toBeGreaterThan(300_600);
  expect(to - from).toBeLessThan(40);
  expect(visibleRows(offsets, 10_000 * HEIGHTS.item, 600)[1]).toBe(10_000);
  expect(visibleRows(offsetsOf([]), 0, 600)).toEqual([0, 0]);
});
