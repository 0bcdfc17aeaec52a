import { expect, test } from "vitest";
import type { Schema, Shape } from "../bench/bombs/build.ts";
import { shapes } from "../bench/bombs/shapes.ts";
import { toYaml } from "../bench/bombs/yaml.ts";
import { contains } from "../packages/containment/src/index.ts";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD, governLint, NO_CONFIG } from "../packages/engine/src/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { judgeData, judgeTexts, TODAY } from "./support/judging.ts";

/*
 * Inputs that are made to make tools work without end, at sizes at which what comes of them is seen at once.
 * `bench/bombs.ts` measures them at full size. Of shapes that grow exponentially, `small` is a size that a budget does not end:
 * larger ones are undecided, and then count as a break, harmless or not.
 */

/** Shapes whose two schemas have the same values, however deep: what differs at their ends is never asked of any value. */
const ALIKE: ReadonlySet<string> = new Set([
  "doubled dependentSchemas",
  "doubled not",
  "chain of if and then",
  "chain of propertyNames",
  "chain of dependentSchemas",
  "nested if",
  "nested dependentSchemas",
  "a lattice of not",
  "a deep default",
  "a deep example",
]);

/**
 * Shapes that lose values, but only such as have a name that an alternative, or what is negated, has on both sides and the rest of
 * base does not declare: in an open object, these are read as names that nobody sends (COMPATIBILITY.md, "declared").
 */
const ALIKE_AS_DECLARED: ReadonlySet<string> = new Set([
  "doubled not of properties",
  "doubled anyOf of named objects",
  "chain of not of objects",
  "a lattice of oneOf objects",
  "oneOf without a tag",
  "allOf of anyOf",
  "many properties, all new",
]);

/** Shapes in which no message has what differs; in the ring, both sides refer to themselves alone. */
const UNSENT: ReadonlySet<string> = new Set([
  "a ring of references",
  "many paths",
  "ambiguous templates",
  "templates with many segments",
  "many tags of one operation",
  "many links",
]);

const isHarmless = (name: string) => [ALIKE, ALIKE_AS_DECLARED, UNSENT].some((names) => names.has(name));

/** The shape that is too deep to be read at all, which is said. */
const UNREAD = "nested deeper than is read";
const read = shapes.filter(({ name }) => name !== UNREAD);

test.each(read)("$name is told as it is, in either direction and form", async ({ name, small, make }) => {
  const { base, head } = make(small);
  const [forth, back] = [await judgeData(base, head), await judgeData(head, base)];
  const breaks = [forth, back].some(({ verdict }) => verdict.requiredBump === "major");
  expect(breaks, "what cannot be decided counts as a break").toBe(!isHarmless(name));
  const written = await judgeTexts(toYaml(base), toYaml(head));
  expect(written.rulings.map(({ fingerprint, proof }) => [fingerprint, proof])).toEqual(
    forth.rulings.map(({ fingerprint, proof }) => [fingerprint, proof]),
  );
});

const asked = (names: ReadonlySet<string>) => shapes.filter(({ name }) => names.has(name));

/** Whether the first component of each revision lies within that of the other, by the letter of JSON Schema. */
async function answersByTheLetter({ small, make }: Shape): Promise<string[]> {
  const { base, head } = make(small);
  const [before, after] = [base, head].map(({ components }) => {
    const { schemas } = components as { schemas: Schema };
    return { $ref: `#/components/schemas/${Object.keys(schemas)[0]}`, components };
  });
  return [(await contains(after, before)).answer, (await contains(before, after)).answer];
}

test.each(asked(ALIKE))("$name has the same values on both sides by the letter too", async (shape) => {
  expect(await answersByTheLetter(shape)).toEqual(["yes", "yes"]);
});

test.each(asked(ALIKE_AS_DECLARED))("$name loses values by the letter", async (shape) => {
  expect(await answersByTheLetter(shape)).toContain("no");
});

test("all shapes that are harmless are there", () => {
  const names = [...ALIKE, ...ALIKE_AS_DECLARED, ...UNSENT];
  expect(names.filter((name) => !shapes.some((shape) => shape.name === name))).toEqual([]);
});

test.each(read)("$name is linted, and no rule fails", async ({ small, make }) => {
  const host = memoryHost({ cwd: "/", today: TODAY, files: { "/head.json": JSON.stringify(make(small).head) } });
  const request = { config: NO_CONFIG, sources: ["/head.json"], asOf: TODAY, load: DEFAULT_LOAD };
  const outcomes = valueIn(await governLint(request, catalogue, host));
  const failed = outcomes.flatMap(({ rulings }) => rulings.filter(({ rule }) => rule === "lint/rule-crashed"));
  expect(failed.map(({ message }) => message)).toEqual([]);
});

test("what is nested too deep is refused with a problem", async () => {
  const [shape] = shapes.filter(({ name }) => name === UNREAD);
  const { base, head } = shape?.make(shape.small) ?? { base: {}, head: {} };
  await expect(judgeData(base, head)).rejects.toThrow(/nested/);
});
