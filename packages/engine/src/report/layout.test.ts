import { expect, test } from "vitest";
import { indented, labelled, wrapText } from "./layout.ts";

const layout = { paint: (_: unknown, text: string) => text, width: 30 };

test.each([
  ["one two three", 7, ["one two", "three"]],
  ["one two three", Number.POSITIVE_INFINITY, ["one two three"]],
  ["", 7, [""]],
  // What is to be copied stays whole.
  ["a https://example.com/long b", 7, ["a", "https://example.com/long", "b"]],
  // Colours take no room.
  ["\u001b[31mone\u001b[39m two", 7, ["\u001b[31mone\u001b[39m two"]],
])("%j within %d columns", (text, width, lines) => expect(wrapText(text, width)).toEqual(lines));

test("lines that follow begin below the text, not below its label", () => {
  expect(labelled(layout, { label: "fix: ", columns: 5 }, "keep what was accepted before")).toEqual([
    "fix: keep what was accepted",
    "     before",
  ]);
  expect(indented(layout, 4, "keep what was accepted before")).toEqual(["    keep what was accepted", "    before"]);
});

test("in a narrow terminal a text still has room", () => {
  expect(indented({ ...layout, width: 10 }, 8, "as much as people can read")).toEqual([
    "        as much as people can",
    "        read",
  ]);
});
