import { expect, test } from "vitest";
import { parseText } from "../source/parse.ts";
import type { Locations } from "./finding.ts";
import { type SideTexts, sidesOf, TextIndex } from "./text-index.ts";

/* Where findings are, in as many texts as there are. */

function textsOf(uri: string, name: string, text: string): SideTexts {
  return { texts: new Map([[uri, { name, text, ...parseText({ uri, name, text }) }]]) };
}

const API = "file:///api.yaml";
const SIDES = {
  base: textsOf(API, "main:api.yaml", "a:\n  b: 1\n"),
  head: textsOf(API, "api.yaml", "# new\na:\n  b: 1\n"),
  pact: textsOf("file:///web.json", "web.json", '{"interactions":[\n{"description":"a user"}]}'),
};

function linesOf(at: Locations, sides: typeof SIDES = SIDES): string[] {
  const locations = sidesOf(at);
  const index = new TextIndex(sides, locations);
  return locations.map((each) => {
    const span = index.spanOf(each);
    return `${each.side} ${span === null ? "nowhere" : `${span.file}:${span.line}:${span.column}`}`;
  });
}

const inApi = (pointer: string) => ({ uri: API, pointer });

test.each<[string, Locations, readonly string[]]>([
  ["nowhere", {}, []],
  [
    "in two texts of one URI",
    { base: inApi("/a/b"), head: inApi("/a/b") },
    ["base main:api.yaml:2:3", "head api.yaml:3:3"],
  ],
  [
    "in a third text",
    { head: inApi("/a"), pact: { uri: "file:///web.json", pointer: "/interactions/0/description" } },
    ["head api.yaml:2:1", "pact web.json:2:2"],
  ],
  ["at what holds it, where it is written nowhere itself", { head: inApi("/a/c/d") }, ["head api.yaml:2:1"]],
  ["in a text that there is not", { usage: { uri: "file:///calls", pointer: "" } }, ["usage nowhere"]],
])("a finding %s", (_, at, expected) => {
  expect(linesOf(at)).toEqual(expected);
});

test("what stands in place of a misplaced reference has the line where it is written", () => {
  const moved = { uri: API, pointer: "/a", beside: new Set<string>() };
  const head = { ...SIDES.head, origins: new Map([[API, new Map([["/x", moved]])]]) };
  expect(linesOf({ head: inApi("/x/b") }, { ...SIDES, head })).toEqual(["head api.yaml:3:3"]);
});
