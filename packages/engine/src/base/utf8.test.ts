import fc from "fast-check";
import { expect, test } from "vitest";
import { findNotUtf8 } from "./utf8.ts";

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));

test.each([
  ["a byte of Latin-1 at the start", bytes(0xe9, "tude"), 1, 1, "0xE9"],
  ["one in a later line", bytes("a: é\nb: ", 0xe8, "\n"), 2, 4, "0xE8"],
  ["one behind characters of two UTF-16 units", bytes("😀é", 0xff), 1, 4, "0xFF"],
  ["one behind a mark of the byte order", bytes(0xef, 0xbb, 0xbf, "a", 0xff), 1, 3, "0xFF"],
  ["a character that the end cuts off", bytes("a\n", 0xe2, 0x82), 2, 1, "0xE2"],
  ["half of a surrogate pair", bytes("a", 0xed, 0xa0, 0x80), 1, 2, "0xED"],
  ["a character in more bytes than it needs", bytes(0xc0, 0x80), 1, 1, "0xC0"],
  ["UTF-16", bytes(0xff, 0xfe, "a", 0x00), 1, 1, "UTF-16"],
])("%s", (_, data, line, column, told) => {
  expect(findNotUtf8(data)).toMatchObject({ line, column, message: expect.stringContaining(told) });
});

test("what is UTF-8 is no fault", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => findNotUtf8(Buffer.from(text.toWellFormed())) === undefined),
  );
});

test("a byte that cannot be in UTF-8 is found wherever it is put in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const found = findNotUtf8(bytes(before, 0xff, after));
      const lines = before.split("\n");
      expect(found).toMatchObject({ line: lines.length, column: (lines.at(-1) as string).length + 1 });
    }),
  );
});
