import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judgeFragments } from "../packages/engine/src/testing/index.ts";
import { type FieldRow, fragmentsOf, VERSIONS } from "../packages/engine/src/testing/internal.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { fieldsInTable, readFieldRows, readFieldTable } from "../scripts/field-table.ts";
import { root } from "../scripts/paths.ts";
import { publishedFields } from "../scripts/published-fields.ts";

/*
 * Every field of every object that OpenAPI has is judged, or ignored for a reason that COMPATIBILITY.md gives; `openapi-fields.yaml` is the
 * table. That it is whole is held to the schemas that are published; that it is true, by judging a change of each field.
 */

const table = readFieldTable();
const rows = await readFieldRows();
const compatibility = readFileSync(join(root, "COMPATIBILITY.md"), "utf8").replace(/\s+/g, " ");
const published = new Map(
  await Promise.all(VERSIONS.map(async (each) => [each, await publishedFields(each)] as const)),
);

describe("the table of fields", () => {
  test.each(VERSIONS)("has all objects that the published schema of %s describes", (version) => {
    const described = new Set(table.flatMap(({ schemas }) => schemas[version] ?? []));
    const within = (name: string) => described.has(name.split("/")[0] ?? "");
    const missing = [...(published.get(version)?.keys() ?? [])].filter((name) => !described.has(name) && !within(name));
    expect(missing).toEqual([]);
  });

  test.each(VERSIONS)("names no definition that the published schema of %s lacks", (version) => {
    const named = table.flatMap(({ schemas }) => schemas[version] ?? []);
    expect(named.filter((name) => !published.get(version)?.has(name))).toEqual([]);
  });

  test.each(table)("has each field of the $name", async (object) => {
    for (const version of VERSIONS) {
      const missing = [...(await fieldsInTable(object, version))].filter((field) => !(field in object.fields));
      expect(missing, version).toEqual([]);
    }
  });

  test("has no field, and no entry, that is of no version", () => {
    const lost = rows.filter(({ versions }) => versions.length === 0);
    expect(lost.map(({ object, field }) => `${object.name}: ${field}`)).toEqual([]);
  });

  test("says of each field in each version one thing", async () => {
    for (const object of table)
      for (const version of VERSIONS)
        for (const field of await fieldsInTable(object, version)) {
          const said = rows.filter(
            (row) => row.object.name === object.name && row.field === field && row.versions.includes(version),
          );
          expect(said.length, `${object.name}: ${field} in ${version}`).toBe(1);
        }
  });
});

const changing = rows.filter(({ entry }) => entry.fixed === undefined);

describe.each(VERSIONS)("a change in a description of OpenAPI %s", (version) => {
  const mine = changing.filter(({ versions }) => versions.includes(version));
  const named = (each: readonly FieldRow[]) =>
    each.map((row) => ({ row, name: `${row.field} of the ${row.object.name}` }));
  const isSilent = ({ entry }: FieldRow) => entry.ignored !== undefined || entry.verdict === true;

  test.each(named(mine.filter((row) => !isSilent(row))))("of $name is judged", async ({ row }) => {
    const { forth, back, problems } = await judgeBothWays(row);
    expect(problems).toEqual([]);
    expect(forth.length + back.length).toBeGreaterThan(0);
  });

  test.each(named(mine.filter(isSilent)))("of $name is told by no rule", async ({ row }) => {
    const { forth, back, problems, bumps } = await judgeBothWays(row);
    expect([...problems, ...forth, ...back]).toEqual([]);
    expect(bumps.some((bump) => bump !== "none")).toBe(row.entry.verdict === true);
  });

  async function judgeBothWays(row: FieldRow) {
    const [base, head] = fragmentsOf(row, version);
    expect(base).not.toEqual(head);
    const [there, again] = [await judgeFragments(base, head, catalogue), await judgeFragments(head, base, catalogue)];
    return {
      forth: there.rulings.map(({ rule }) => rule),
      back: again.rulings.map(({ rule }) => rule),
      problems: [...there.problems, ...again.problems].map(({ message }) => message),
      bumps: [there.verdict.declaredBump, again.verdict.declaredBump],
    };
  }
});

test.each([...new Set(rows.flatMap(({ entry }) => entry.ignored ?? []))])("COMPATIBILITY.md says why: %s", (words) => {
  expect(compatibility).toContain(words);
});
