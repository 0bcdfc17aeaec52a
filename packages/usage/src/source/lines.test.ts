import { expect, test } from "vitest";
import { LineCutter } from "./lines.ts";

/** The lines of a text that comes in chunks of some bytes. */
function cut(text: string, size: number, longest = 100): string[] {
  const lines: string[] = [];
  const cutter = new LineCutter(longest, {
    line: (line, number) => lines.push(`${number} ${line}`),
    tooLong: (number) => lines.push(`${number} too long`),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) cutter.push(bytes.subarray(at, at + size));
  cutter.end();
  return lines;
}

test.each([1, 2, 3, 7, 1000])("lines are the same in chunks of %i bytes", (size) => {
  expect(cut("\ufeffa\r\n\n \t\r\nbé\n c\nlast", size)).toEqual(["1 a", "4 bé", "5  c", "6 last"]);
  expect(cut(`a\n${"x".repeat(500)}\nb\n`, size)).toEqual(["1 a", "2 too long", "3 b"]);
  expect(cut(`${"x".repeat(500)}`, size)).toEqual(["1 too long"]);
  expect(cut("", size)).toEqual([]);
});
