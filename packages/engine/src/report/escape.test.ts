import { type NodeType, Parser } from "commonmark";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, escapeXml, inlineCode } from "./escape.ts";

/** Pieces of which Markdown makes something else than text. */
const PIECES = [
  ..."ab `*_~<>&#|!$[]()\\",
  ...["``", "```", "![i](http://e.test/i.png)", "[l](javascript:x)", "<img src=x>", "<!-- x -->", "&#96;", "&lt;"],
  ...[
    "@team",
    "https://e.test",
    "www.e.test",
    "ftp://e.test",
    "#1",
    "GH-2",
    "a@e.test",
    "\n# Title\n",
    "\n- item\n",
    "---",
  ],
];
const HOSTILE = fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 30 });
const TEXT: readonly NodeType[] = ["document", "paragraph", "text", "code", "softbreak"];

/** The types of nodes in Markdown, and its text outside code. */
function read(markdown: string): { types: Set<NodeType>; plain: string } {
  const walker = new Parser().parse(`x ${markdown} x`).walker();
  const types = new Set<NodeType>();
  let plain = "";
  for (let event = walker.next(); event; event = walker.next()) {
    types.add(event.node.type);
    if (event.node.type === "text") plain += event.node.literal;
  }
  return { types, plain };
}

describe("escapeMarkdown", () => {
  test.each([
    ["a name in code", "The property `a b` is new.", "The property `a b` is new."],
    ["markup", "*a* <b> [c](d)", "\\*a\\* &lt;b&gt; \\[c\\]\\(d\\)"],
    ["backticks that enclose nothing", "`` a", "&#96;&#96; a"],
    ["a backtick alone", "a ` b", "a &#96; b"],
    ["code beside code", "`a``b`", "`a`\u200b`b`"],
    ["what GitHub links", "@team #1 GH-2 www.e.test", "@\u200bteam \\#\u200b1 GH-\u200b2 www\u200b.e.test"],
  ])("%s", (_, text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

  test("lets nothing be more than text and code", () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        const { types, plain } = read(escapeMarkdown(text));
        for (const type of types) expect(TEXT).toContain(type);
        expect(plain).not.toMatch(/@\w|#\d|GH-\d|www\.|:\/\//i);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a name that ends in two backticks does not turn code and text around", () => {
    const name = "![i](http://e.test/i.png) @team ``";
    const { types, plain } = read(escapeMarkdown(`\`${name}\` leads to nothing: there is no \`${name}\`. Correct it.`));
    expect(types).not.toContain("image");
    expect(plain).not.toMatch(/@\w/);
  });
});

test("inlineCode is one span of code, whatever it holds", () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const { types, plain } = read(inlineCode(text));
      for (const type of types) expect(TEXT).toContain(type);
      expect(plain.replaceAll("x", "").trim()).toBe("");
    }),
  );
});

test("escapeXml writes what a log would obey as references", () => {
  expect(escapeXml("::error::x")).toBe("&#58;:error&#58;:x");
  expect(escapeXml("##[mask]")).toBe("#&#35;[mask]");
  expect(escapeXml("\u202ea\u009bb\u0001c")).toBe("&#8238;a&#155;b\ufffdc");
});
