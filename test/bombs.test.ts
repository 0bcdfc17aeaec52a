import { expect, test } from "vitest";
import { shapes } from "../bench/bombs/shapes.ts";
import { toYaml } from "../bench/bombs/yaml.ts";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD, governLint, NO_CONFIG } from "../packages/engine/src/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { judgeData, judgeTexts, TODAY } from "./support/judging.ts";

/*
 * Inputs that are made to make tools work without end, at sizes at which what comes of them is seen at once.
 * `bench/bombs.ts` measures them at full size.
 */

/** Shapes in which neither side loses what the other has. */
const HARMLESS: ReadonlySet<string> = new Set([
  "doubled dependentSchemas",
  "doubled not",
  "doubled not of properties",
  "doubled anyOf of named objects",
  "chain of if and then",
  "chain of propertyNames",
  "chain of dependentSchemas",
  "chain of not of objects",
  "a ring of references",
  "nested if",
  "nested dependentSchemas",
  "a lattice of not",
  "a lattice of oneOf objects",
  "oneOf without a tag",
  "allOf of anyOf",
  "many properties, all new",
  "a deep default",
  "a deep example",
  "many paths",
  "ambiguous templates",
  "templates with many segments",
  "many tags of one operation",
  "many links",
]);

/** The shape that is too deep to be read at all, which is said. */
const UNREAD = "nested deeper than is read";
const read = shapes.filter(({ name }) => name !== UNREAD);

test.each(read)("$name is told as it is, in either direction and form", async ({ name, small, make }) => {
  const { base, head } = make(small);
  const [forth, back] = [await judgeData(base, head), await judgeData(head, base)];
  const breaks = [forth, back].some(({ verdict }) => verdict.requiredBump === "major");
  expect(breaks, "what cannot be decided counts as a break").toBe(!HARMLESS.has(name));
  const written = await judgeTexts(toYaml(base), toYaml(head));
  expect(written.rulings.map(({ fingerprint, proof }) => [fingerprint, proof])).toEqual(
    forth.rulings.map(({ fingerprint, proof }) => [fingerprint, proof]),
  );
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
