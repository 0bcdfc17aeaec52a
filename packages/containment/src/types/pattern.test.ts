import { setFlagsFromString } from "node:v8";
import { expect, test } from "vitest";
import { isFound } from "./pattern.ts";

test.each([
  ["^a.c$", "a😀c", true],
  ["^\\u{1F600}$", "😀", true],
  ["^[^a]$", "é", true],
  ["^\\p{Lu}+$", "ABC", true],
  ["\\@b", "a@b", true],
  ["(", "(", false],
  ["^a{", "a{", true],
  ["^-{2}$", "--", true],
])("%s is looked for in %s: %s", (source, text, found) => {
  expect(isFound(source, text)).toBe(found);
});

test("a pattern that backtracks comes to an end", () => {
  setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
  expect(isFound("^(a+)+$", `${"a".repeat(5_000)}!`)).toBe(false);
});
