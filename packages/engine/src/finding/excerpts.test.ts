import { expect, test } from "vitest";
import { parseText } from "../source/parse.ts";
import { excerptAt } from "./excerpts.ts";
import { excerptsOf } from "./take-excerpts.ts";
import type { SideTexts } from "./text-index.ts";

const TEXT = `openapi: 3.1.0
info: { title: T }
components:
  schemas:
    Stay:
      type: object
      properties:
        guests:
          type: integer

          maximum: 12
    Room:
      type: string
`;

const side = (text: string): SideTexts => {
  const source = { uri: "file:///api.yaml", name: "api.yaml", text };
  return { texts: new Map([[source.uri, { ...source, ...parseText(source) }]]), origins: new Map() };
};
const at = (line: number) => ({ file: "api.yaml", line, column: 1 });
const found = (line: number) => ({
  severity: "error" as const,
  impact: "major" as const,
  base: null,
  head: at(line),
});

test("an excerpt has what begins on a line, and two lines before", () => {
  const excerpts = excerptsOf({ head: side(TEXT) }, [found(8)]);
  expect(excerptAt(excerpts, "head", at(8))).toEqual({
    from: 6,
    lines: [
      "      type: object",
      "      properties:",
      "        guests:",
      "          type: integer",
      "",
      "          maximum: 12",
    ],
  });
});

test("lines that places share are held once, and each place has its own", () => {
  const excerpts = excerptsOf({ head: side(TEXT) }, [found(5), found(8)]);
  expect(excerpts.head?.["api.yaml"]).toMatchObject([{ from: 3, lines: { length: 9 } }]);
  expect(excerptAt(excerpts, "head", at(8))?.from).toBe(6);
});

test("a bracket that closes what begins there belongs to it", () => {
  const json = '{\n  "a": {\n    "b": 1\n  },\n  "c": 2\n}\n';
  const excerpts = excerptsOf({ head: side(json) }, [found(2)]);
  expect(excerptAt(excerpts, "head", at(2))?.lines).toEqual(["{", '  "a": {', '    "b": 1', "  },"]);
});

test("of what is long the first lines are held, and the excerpt says so", () => {
  const long = ["schemas:", ...Array.from({ length: 100 }, (_, i) => `  s${i}: {}`)].join("\n");
  const excerpts = excerptsOf({ head: side(long) }, [found(1)]);
  expect(excerptAt(excerpts, "head", at(1))).toMatchObject({ from: 1, lines: { length: 40 }, isCut: true });
});

test("a line that nobody wrote by hand, a file that is not there and a side without texts have none", () => {
  const json = JSON.stringify({ openapi: "3.1.0", info: { title: "T".repeat(500) } });
  const elsewhere = { ...found(1), head: { ...at(1), file: "other.yaml" } };
  expect(excerptsOf({ head: side(json) }, [found(1), elsewhere, { ...found(1), base: at(1) }])).toEqual({});
  expect(excerptAt({}, "base", at(1))).toBeUndefined();
});

test("the loudest come first where there is no room for all", () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `k${i}: ${"x".repeat(100)}`);
  const quiet = lines.map((_, i) => ({ ...found(i + 1), severity: "info" as const, impact: "none" as const }));
  const excerpts = excerptsOf({ head: side(lines.join("\n")) }, [...quiet, found(39_000)]);
  expect(excerptAt(excerpts, "head", at(39_000))).toBeDefined();
  expect(excerptAt(excerpts, "head", at(30_000))).toBeUndefined();
});
