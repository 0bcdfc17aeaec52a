import { expect, test } from "vitest";
import { changedPart, compareLines, foldPairs, outdented } from "./compare-lines.ts";

const side = (...lines: string[]) => ({ from: 10, lines });
const drawn = (pairs: ReturnType<typeof compareLines>) =>
  pairs.map(({ base, head, isSame }) => `${base?.text ?? ""}${isSame ? "=" : "|"}${head?.text ?? ""}`);

test.each([
  ["nothing changed", side("a", "b"), side("a", "b"), ["a=a", "b=b"]],
  ["a line changed", side("a", "b", "c"), side("a", "x", "c"), ["a=a", "b|x", "c=c"]],
  ["a line added", side("a", "c"), side("a", "b", "c"), ["a=a", "|b", "c=c"]],
  ["lines removed", side("a", "b", "c"), side("c"), ["a|", "b|", "c=c"]],
  ["nothing in common", side("a"), side("x", "y"), ["a|x", "|y"]],
])("%s", (_, base, head, expected) => {
  expect(drawn(compareLines(base, head))).toEqual(expected);
});

test("lines keep their numbers", () => {
  const [, pair] = compareLines(side("a", "b"), side("a", "x", "b"));
  expect(pair).toEqual({ base: undefined, head: { number: 11, text: "x" }, isSame: false });
});

test("what is the same and far from a change is left out", () => {
  const same = Array.from({ length: 20 }, (_, i) => `line ${i}`);
  const pairs = compareLines(side(...same, "a"), side(...same, "b"));
  const stretches = foldPairs(pairs, () => false);
  expect(stretches).toMatchObject([{ leftOut: 17 }, { pairs: { length: 4 } }]);
  expect(foldPairs(pairs, ({ base }) => base?.number === 10)[0]).toMatchObject({ pairs: { length: 4 } });
});

test("the part of a line that changed is found, unless hardly anything is the same", () => {
  expect(changedPart("maximum: 20 }", "maximum: 12 }")).toEqual([9, 11]);
  expect(changedPart("type: a", "type: ab")).toEqual([7, 7]);
  expect(changedPart("abc", "xyz")).toBeUndefined();
});

test("lines lose the indent that all of them share which have any text", () => {
  expect(outdented({ from: 3, lines: ["    a", "", "      b"] })).toEqual({ from: 3, lines: ["a", "", "  b"] });
  expect(outdented({ from: 1, lines: [] })).toEqual({ from: 1, lines: [] });
});
