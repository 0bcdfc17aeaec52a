import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expandBraces, names } from "../packages/engine/src/field/table.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { FIELD, type FieldTool, renderPage } from "./field/tables.ts";
import { readCases } from "./oasdiff-cases.ts";

const rules = catalogue.diff.map(({ id }) => id);

/** Patterns that take in all rules of a direction say that the parts are judged, whatever they are. */
const ANY_OF_A_DIRECTION = /^diff\/(?:request|response|\{request,response\})-\*/;

/** Rules that a tool has nothing for. */
function onlyHere({ entries }: FieldTool): string[] {
  const particular = entries.map((entry) => ({
    ...entry,
    rules: entry.rules.filter((pattern) => !ANY_OF_A_DIRECTION.test(pattern)),
  }));
  return rules.filter((rule) => !particular.some((entry) => names(entry, rule)));
}

describe.each(FIELD)("the table for $name", (tool) => {
  const { entries, ids } = tool;
  const covered = entries.flatMap((entry) => entry.ids);

  test("covers every id exactly once", () => {
    expect(ids.length).toBe(new Set(ids).size);
    expect(ids.filter((id) => !covered.includes(id))).toEqual([]);
    expect(covered.filter((id, at) => covered.indexOf(id) !== at)).toEqual([]);
  });

  test("has no line for ids that do not exist", () => {
    const known = new Set(ids);
    expect(entries.filter((entry) => !entry.ids.some((id) => known.has(id))).map(({ pattern }) => pattern)).toEqual([]);
  });

  test("names rules that exist", () => {
    const named = entries.flatMap((entry) => entry.rules.map((pattern) => ({ ...entry, rules: [pattern] })));
    const each = named.flatMap((entry) =>
      entry.rules.flatMap(expandBraces).map((rule) => ({ ...entry, rules: [rule] })),
    );
    expect(each.filter((entry) => !rules.some((rule) => names(entry, rule))).flatMap((entry) => entry.rules)).toEqual(
      [],
    );
  });

  test("gives the reason for what is left out", () => {
    const silent = entries.filter((entry) => entry.rules.length === 0 && (entry.note ?? "").length < 20);
    expect(silent.map(({ pattern }) => pattern)).toEqual([]);
  });

  test("is what docs/field says (`vitest run test/field.test.ts -u` writes it)", async () => {
    await expect(renderPage(tool, onlyHere(tool))).toMatchFileSnapshot(
      join(import.meta.dirname, "../docs/field", `${tool.name}.md`),
    );
  });
});

test("braces stand for every choice, once", () => {
  expect(expandBraces("a-{b,c{,-d}}")).toEqual(["a-b", "a-c", "a-c-d"]);
  expect(expandBraces("{a,b}-{c,d}")).toEqual(["a-c", "a-d", "b-c", "b-d"]);
  expect(expandBraces("plain")).toEqual(["plain"]);
});

const cases = readCases();

test.skipIf(cases.length === 0)("the table for oasdiff knows every id of its cases", () => {
  const known = new Set(FIELD.find(({ name }) => name === "oasdiff")?.ids);
  expect([...new Set(cases.flatMap((each) => each.ids))].filter((id) => !known.has(id))).toEqual([]);
});
