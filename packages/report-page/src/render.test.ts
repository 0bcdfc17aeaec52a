import type { PageData } from "@concordat/engine/page";
import { expect, test } from "vitest";
import { unpack } from "./data/packed.ts";
import { frameOf } from "./frame.ts";
import { renderPage } from "./render.ts";
import { documentOf, findingOf } from "./testing/documents.ts";

const TEMPLATE = frameOf({ style: "", script: "", styleHash: "sha256-a", scriptHash: "sha256-b", notices: "" });
const HOSTILE = [
  "</script><script>alert(1)</script>",
  "<!--",
  "-->",
  "<!--data-->",
  "$& $' $`",
  "a\u2028b\u2029c",
  '"&amp;<b>',
];

const page = (data: PageData) => renderPage(data, TEMPLATE);
const dataOf = (message: string): PageData => ({
  documents: [{ document: documentOf([findingOf({ message })], { source: message }) }],
  rules: {},
});

test.each(HOSTILE)("%j stays text: it ends no element and begins none, and is read as it was", (text) => {
  const html = page(dataOf(text));
  const elements = (name: string) => html.split(`<${name}`).length - 1;
  expect([elements("script"), elements("/script"), elements("!--")]).toEqual([2, 2, 1]);
  const [, embedded = ""] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html) ?? [];
  expect(embedded).not.toMatch(/[<>&\u2028\u2029]/);
  expect(unpack(JSON.parse(embedded))).toEqual(dataOf(text));
});

test("controls that turn text around are shown as what they are: characters that cannot be shown", () => {
  const html = page(dataOf("a\u202eb\u0085c"));
  expect(html).not.toMatch(/[\u202e\u0085]/);
  expect(html).toContain("a\ufffdb\ufffdc");
});

test("the title has the answer", () => {
  expect(page(dataOf("M"))).toContain("<title>✖ 1 breaking change · M 1.0.0 → 1.1.0</title>");
});

test("the same data gives the same bytes", () => {
  expect(page(dataOf("M"))).toBe(page(dataOf("M")));
});
