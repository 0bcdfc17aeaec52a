import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonText, logLine, oneLine, plainLines } from "./plain-text.ts";

/** What terminals, runners and bidirectional display react to. */
const HOSTILE = fc.string({
  unit: fc.constantFrom(
    ...'ab :#[]\\"`\t\n\r\u001b\u0007\u0085\u009b\u061c\u200e\u2028\u202e\u2066',
    "::error::",
    "##[add-mask]",
    "\u001b[31m",
  ),
});
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const COMMAND = /^\s*::|##\[/m;

describe("oneLine", () => {
  test.each([
    ["a name", "plain", "plain"],
    ["line ends of all kinds", "a\r\nb\u2028c\u0085d", "a b c d"],
    ["an escape sequence", "\u001b[31mred", "\ufffd[31mred"],
    ["a C1 control", "\u009b2J", "\ufffd2J"],
    ["a turn of direction", "\u202egnp.exe", "\ufffdgnp.exe"],
  ])("%s", (_, text, line) => expect(oneLine(text)).toBe(line));
});

describe("plainLines", () => {
  test.each([
    ["a command", "::set-output name=a::b", ":\u200b:set-output name=a::b"],
    ["a command behind white space", "x\n  ::stop-commands::x", "x\n  :\u200b:stop-commands::x"],
    ["the older form, anywhere in a line", "see ##[add-mask]x", "see ##\u200b[add-mask]x"],
    ["colons within a line", "a::b", "a::b"],
  ])("%s", (_, text, lines) => expect(plainLines(text)).toBe(lines));

  test("keeps colours where they are ours, and nothing else", () => {
    expect(plainLines("\u001b[31mred\u001b[39m \u001b[2J", { styled: true })).toBe("\u001b[31mred\u001b[39m \ufffd[2J");
  });

  test("leaves nothing that is obeyed", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(plainLines(text)).not.toMatch(OBEYED);
        expect(plainLines(text)).not.toMatch(COMMAND);
        expect(logLine(text)).not.toMatch(/\n/);
        expect(plainLines(plainLines(text))).toBe(plainLines(text));
      }),
    );
  });
});

test("jsonText says the same, in bytes that nobody obeys", () => {
  fc.assert(
    fc.property(fc.dictionary(HOSTILE, HOSTILE), (value) => {
      const text = jsonText(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toMatch(OBEYED);
      expect(text).not.toMatch(COMMAND);
    }),
  );
});
