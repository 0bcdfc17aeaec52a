import { jsonEqual } from "@concordat/containment/internal";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseText } from "../source/parse.ts";
import { applyChanges, planChanges, type TextEdit } from "./changes.ts";
import { editText } from "./edit-text.ts";
import { isRefused } from "./place.ts";

const set = (pointer: string, key: string, value: unknown): TextEdit =>
  ({ kind: "set", pointer, key, value }) as TextEdit;
const append = (pointer: string, key: string, value: unknown): TextEdit =>
  ({ kind: "append", pointer, key, value }) as TextEdit;
const remove = (pointer: string, key: string): TextEdit => ({ kind: "remove", pointer, key });

interface Case {
  readonly name: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    name: "a member behind comments of its own object, before what belongs to the next",
    before: "a:\n  x: 1 # one\n  # two: 2\n# of b\nb: 1\n",
    edits: [set("/a", "m", { z: [1, "t"] })],
    after: "a:\n  x: 1 # one\n  # two: 2\n  m:\n    z:\n      - 1\n      - t\n# of b\nb: 1\n",
  },
  {
    name: "a member in front of a blank line",
    before: "a:\n  x: 1\n\n  # far away\n\nb: 1\n",
    edits: [set("/a", "m", 2)],
    after: "a:\n  x: 1\n  m: 2\n\n  # far away\n\nb: 1\n",
  },
  {
    name: "no line break at the end",
    before: "a:\n  x: 1",
    edits: [set("/a", "m", "yes"), set("", "b", null)],
    after: "a:\n  x: 1\n  m: 'yes'\nb: null",
  },
  {
    name: "comments at the end of the text",
    before: "a:\n  x: 1\n  # in a\n# in the whole\n",
    edits: [set("/a", "m", 2), set("", "b", 3)],
    after: "a:\n  x: 1\n  # in a\n  m: 2\n# in the whole\nb: 3\n",
  },
  {
    name: "line breaks of Windows",
    before: "a:\r\n  x: |\r\n    text\r\n\r\nb: {}\r\n",
    edits: [set("/a", "m", { z: "two\nlines" }), set("/b", "c", 1)],
    after: "a:\r\n  x: |\r\n    text\r\n  m:\r\n    z: |-\r\n      two\r\n      lines\r\n\r\nb:\r\n  c: 1\r\n",
  },
  {
    name: "behind a block that keeps its blank lines",
    before: "a:\n  x: |+\n    text\n\n\nb: 1\n",
    edits: [set("/a", "m", 2)],
    after: "a:\n  x: |+\n    text\n\n\n  m: 2\nb: 1\n",
  },
  {
    name: "behind a block at the end, with blank lines",
    before: "a:\n  x: >-\n    text\n    more\n\n\n",
    edits: [set("/a", "m", 2)],
    after: "a:\n  x: >-\n    text\n    more\n  m: 2\n\n\n",
  },
  {
    name: "keys quoted as those beside them",
    before: `a:\n  '200': ok\nb:\n  "200": ok\nc:\n  200: ok\nd:\n  default: ok\ne:\n  "x": m\n`,
    edits: ["a", "b", "c", "d"].map((key) => set(`/${key}`, "404", "x")).concat(set("/e", "z", "w")),
    after: `a:\n  '200': ok\n  '404': x\nb:\n  "200": ok\n  "404": x\nc:\n  200: ok\n  404: x\nd:\n  default: ok\n  "404": x\ne:\n  "x": m\n  "z": w\n`,
  },
  {
    name: "status codes in their order, where others are",
    before: `a:\n  200: ok # fine\n  # of 404\n  404: no\n  default: no\nb:\n  "404": no\n  "200": ok\nc: {"200": 1, "default": 2}\nd: {\n  200: 1, # c\n  500: 2\n}\n`,
    edits: ["a", "b", "c", "d"].flatMap((key) => [set(`/${key}`, "403", 1), set(`/${key}`, "401", 1)]),
    after: `a:\n  200: ok # fine\n  401: 1\n  403: 1\n  # of 404\n  404: no\n  default: no\nb:\n  "404": no\n  "200": ok\n  "401": 1\n  "403": 1\nc: {"200": 1, "401": 1, "403": 1, "default": 2}\nd: {\n  200: 1, # c\n  "401": 1,\n  "403": 1,\n  500: 2\n}\n`,
  },
  {
    name: "empty objects and lists below their keys",
    before: "a: {} # none\nb: []\nc:\n  - x: {}\n    m: []\n",
    edits: [set("/a", "k", { v: 1 }), append("", "b", { i: 1 }), set("/c/0/x", "k", 1), append("/c/0", "m", 1)],
    after: "a: # none\n  k:\n    v: 1\nb:\n  - i: 1\nc:\n  - x:\n      k: 1\n    m:\n      - 1\n",
  },
  {
    name: "flow on one line",
    before: "a: {x: 1, m: [1,2]} # c\nb: { x: 1 }\nc: [{}, { u: v }]\n",
    edits: [set("/a", "z", { k: "a, b" }), append("/a", "m", 3), set("/b", "m", [true]), set("/c/0", "a", 1)],
    after: `a: {x: 1, m: [1,2,3], z: {k: 'a, b'}} # c\nb: { x: 1, m: [ true ] }\nc: [{ a: 1 }, { u: v }]\n`,
  },
  {
    name: "flow on several lines, with comments and a comma at the end",
    before: "a: {\n  x: 1 # one\n}\nb: {\n  x: 1, # one\n}\nc: [\n  1,\n  2\n]\n",
    edits: [set("/a", "m", 2), set("/b", "m", 2), append("", "c", 3)],
    after: "a: {\n  x: 1, # one\n  m: 2\n}\nb: {\n  x: 1, # one\n  m: 2,\n}\nc: [\n  1,\n  2,\n  3\n]\n",
  },
  {
    name: "JSON inside YAML",
    before: `a: {"x": {"m": 1}}\nb: 1\n`,
    edits: [set("/a/x", "z", { k: "v" })],
    after: `a: {"x": {"m": 1, "z": {"k": "v"}}}\nb: 1\n`,
  },
  {
    name: "lists as far in as their keys",
    before: "a:\n- x: 1\n  m:\n  - 2\n# of b\nb: 1\n",
    edits: [append("", "a", { x: 2, m: [3] }), append("/a/0", "m", 4), append("", "c", { d: [5] })],
    after: "a:\n- x: 1\n  m:\n  - 2\n  - 4\n- x: 2\n  m:\n  - 3\n# of b\nb: 1\nc:\n- d:\n  - 5\n",
  },
  {
    name: "lists further in, and dashes with more than one blank",
    before: "a:\n    -   x: 1\n        m: 2\nb:\n    - - 1\n      - 2\n",
    edits: [append("", "a", { x: 2, m: { z: 1 } }), append("", "b", [3, 4]), set("/a/0", "z", 3)],
    after:
      "a:\n    -   x: 1\n        m: 2\n        z: 3\n    -   x: 2\n        m:\n            z: 1\nb:\n    - - 1\n      - 2\n    - - 3\n      - 4\n",
  },
  {
    name: "a list that is not there yet, from several items",
    before: "a:\n  x: 1\n",
    edits: [append("/a", "l", { i: 1 }), append("/a", "l", { i: 2 })],
    after: "a:\n  x: 1\n  l:\n    - i: 1\n    - i: 2\n",
  },
  {
    name: "a value by another, and its comment stays",
    before: `a:\n  x: false # why\n  m: "old"\n  z: 'old'\n  w:\n    - 1\n  v: |\n    text\n  u: {a: 1}\n`,
    edits: [
      ...[set("/a", "x", true), set("/a", "m", "new"), set("/a", "z", "new")],
      ...[set("/a", "w", { k: 1 }), set("/a", "v", "one"), set("/a", "u", 2)],
    ],
    after: `a:\n  x: true # why\n  m: "new"\n  z: 'new'\n  w:\n    k: 1\n  v: one\n  u: 2\n`,
  },
  {
    name: "members taken away, with their lines",
    before:
      "a:\n  x: 1 # one\n  # of m\n  m:\n    k: |\n      text\n\n  z: 3\nb:\n  - p: 1\n    q: 2\n    r: 3\nc:\n  only: 1\nd: {x: 1, m: 2, z: 3}\n",
    edits: [
      remove("/a", "x"),
      remove("/a", "m"),
      remove("/b/0", "p"),
      remove("/b/0", "q"),
      remove("/c", "only"),
      remove("/d", "z"),
      remove("/d", "m"),
    ],
    after: "a:\n  # of m\n\n  z: 3\nb:\n  - r: 3\nc: {}\nd: {x: 1}\n",
  },
  {
    name: "the last member taken away at the end of the text, and others come in",
    before: "a:\n  x: 1\n  m: 2",
    edits: [remove("/a", "m")],
    after: "a:\n  x: 1",
  },
  {
    name: "all members by another",
    before: "a:\n  x: 1\n  m: 2\nb: {x: 1}\n",
    edits: [remove("/a", "m"), remove("/a", "x"), set("/a", "z", { k: 1 }), remove("/b", "x"), set("/b", "m", 1)],
    after: "a:\n  z:\n    k: 1\nb: {m: 1}\n",
  },
  {
    name: "keys with colons, slashes and quotes; empty values",
    before: `paths:\n  "/a/{b}":\n    get:\n  '/c:d':\n    get: {}\n  ? /e\n  : get: 1\n`,
    edits: [set("/paths/~1a~1{b}", "put", { x: 1 }), set("/paths/~1c:d/get", "a", 1), set("/paths", "/f: #", 1)],
    after: `paths:\n  "/a/{b}":\n    get:\n    put:\n      x: 1\n  '/c:d':\n    get:\n      a: 1\n  ? /e\n  : get: 1\n  '/f: #': 1\n`,
  },
  {
    name: "a member of a value that stands alone behind an explicit key",
    before: "---\n# top\na: !!map\n  x: 1\n...\n",
    edits: [set("/a", "m", "a: b")],
    after: "---\n# top\na: !!map\n  x: 1\n  m: 'a: b'\n...\n",
  },
  {
    name: "JSON by lines, with tabs, and a member that is empty",
    before: `{\n\t"a": {\n\t\t"x": [1, 2]\n\t},\n\t"b": {},\n\t"c": []\n}\n`,
    edits: [set("/a", "m", { k: [] }), append("/a", "x", 3), set("/b", "z", "t"), append("", "c", { i: 1 })],
    after: `{\n\t"a": {\n\t\t"x": [1, 2, 3],\n\t\t"m": {\n\t\t\t"k": []\n\t\t}\n\t},\n\t"b": {\n\t\t"z": "t"\n\t},\n\t"c": [\n\t\t{\n\t\t\t"i": 1\n\t\t}\n\t]\n}\n`,
  },
  {
    name: "JSON on one line",
    before: `{"a":{"x":1},"b":{},"c":[]}`,
    edits: [set("/a", "m", { k: [1, 2] }), set("/b", "z", "t"), append("", "c", 1), set("", "d", null)],
    after: `{"a":{"x":1,"m":{"k":[1,2]}},"b":{"z":"t"},"c":[1],"d":null}`,
  },
  {
    name: "JSON with objects on lines of their own",
    before: `\uFEFF{\r\n  "a": { "x": 1, "m": 2 },\r\n  "b": [\r\n    { "x": 1 }\r\n  ]\r\n}`,
    edits: [set("/a", "z", { k: [1] }), append("", "b", { x: "\n" }), remove("/a", "x"), set("/a", "m", 3)],
    after: `\uFEFF{\r\n  "a": { "m": 3, "z": { "k": [ 1 ] } },\r\n  "b": [\r\n    { "x": 1 },\r\n    {\r\n      "x": "\\n"\r\n    }\r\n  ]\r\n}`,
  },
  {
    name: "of equal keys the last",
    before: `{"a": {"x": 1}, "a": {"x": 2}}`,
    edits: [set("/a", "m", 3)],
    after: `{"a": {"x": 1}, "a": {"x": 2, "m": 3}}`,
  },
];

describe("edits of a text", () => {
  test.each(CASES)("$name", ({ before, edits, after }) => {
    const name = before.startsWith("{") ? "a.json" : "a.yaml";
    expect(editText({ name, text: before }, edits)).toEqual({ text: after });
  });

  const REFUSED: readonly { name: string; text: string; edits: readonly TextEdit[]; reason: string }[] = [
    { name: "nothing there", text: "a: {}", edits: [set("/b", "x", 1)], reason: "there is no object at `/b`" },
    { name: "no object there", text: "a:\n", edits: [set("/a", "x", 1)], reason: "there is no object at `/a`" },
    { name: "no list there", text: "a: 1", edits: [append("", "a", 1)], reason: "there is no list at `/a`" },
    { name: "nothing to take away", text: "a: 1", edits: [remove("", "b")], reason: "there is nothing at `/b`" },
    { name: "an anchor", text: "a: &x\n  k: 1\nb: *x\n", edits: [set("/a", "m", 1)], reason: "anchored, as `&x`" },
    {
      name: "an alias",
      text: "a: &x\n  k: 1\nb: *x\n",
      edits: [set("/b", "m", 1)],
      reason: "alias stands there, `*x`",
    },
    {
      name: "an anchor further up",
      text: "a: &x\n  k:\n    l: 1\nb: *x\n",
      edits: [set("/a/k", "m", 1)],
      reason: "anchored, as `&x`",
    },
    { name: "a merge key", text: "a: &x\n  k: 1\nb:\n  <<: *x\n", edits: [set("/b", "m", 1)], reason: "merge key" },
    { name: "several documents", text: "a: 1\n---\nb: 1\n", edits: [set("", "m", 1)], reason: "not YAML" },
    { name: "keys with `?`", text: "a:\n  ? x\n  : 1\n", edits: [set("/a", "m", 1)], reason: "written with `?`" },
    {
      name: "a pair without braces",
      text: "a: [x: 1]\n",
      edits: [set("/a/0", "m", 1)],
      reason: "no brackets of its own",
    },
    { name: "no YAML", text: "a: [", edits: [set("", "m", 1)], reason: "not YAML" },
    { name: "two edits of one member", text: "a: 1", edits: [set("", "m", 1), set("", "m", 2)], reason: "two edits" },
    {
      name: "an edit of what another replaces",
      text: "a:\n  b: 1\n",
      edits: [set("", "a", 1), set("/a", "c", 2)],
      reason: "inside what another sets",
    },
  ];
  test.each(REFUSED)("refused: $name", ({ text, edits, reason }) => {
    const result = editText({ name: "a.yaml", text }, edits);
    expect(isRefused(result) ? result.refused : result.text).toContain(reason);
  });
});

/** Objects and lists of a value, by pointer. */
function* collectionsIn(value: unknown, at = ""): Generator<{ pointer: string; value: object }> {
  if (typeof value !== "object" || value === null) return;
  yield { pointer: at, value };
  for (const [key, member] of Object.entries(value))
    yield* collectionsIn(member, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

const texts = fc.constantFrom(
  "",
  "t",
  "404",
  "yes",
  "# c",
  "a: b",
  "two\nlines",
  "end\n\n",
  " x",
  "'",
  '"q"',
  "{[,]}",
  "é",
);
const leaves = fc.oneof(texts, fc.constantFrom(null, true, 0, -1.5));
const keys = fc.oneof(fc.constantFrom("a", "200", "404", "$ref", "~/", "x y", "a: b", "-", "#"), texts);
const values = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  object: fc.dictionary(keys, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    leaves,
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
}));

/** How a text may be written. */
const styles = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  singleQuote: fc.boolean(),
  flow: fc.constantFrom(undefined, "flow" as const),
  width: fc.constantFrom(0, 20, 80),
  crlf: fc.boolean(),
  open: fc.boolean(),
  json: fc.constantFrom(undefined, undefined, "", "  ", "\t"),
  comments: fc.boolean(),
});

type StyleOfText = typeof styles extends fc.Arbitrary<infer Style> ? Style : never;

function write(data: unknown, style: StyleOfText): string {
  const { indent, indentSeq, singleQuote, flow, width, crlf, open, json, comments } = style;
  const options = { indent, indentSeq, singleQuote, lineWidth: width, aliasDuplicateObjects: false } as const;
  let text =
    json === undefined
      ? stringify(data, flow ? { ...options, collectionStyle: flow } : options)
      : JSON.stringify(data, null, json);
  // Only where no text of several lines can take it for its own.
  if (comments && json === undefined && !/[|>"']/.test(text)) text = text.replaceAll(/(\w)\n/g, "$1 # c\n");
  if (open) text = text.trimEnd();
  return crlf ? text.replaceAll("\n", "\r\n") : text;
}

/** Whether all of a text is in another, in order, with other things in between. */
function isSpread(text: string, other: string): boolean {
  let at = 0;
  for (const character of other) if (text.startsWith(character, at)) at += character.length;
  return at === text.length;
}

test("random edits of random texts do what they ask for, and leave every other line as it is", () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      values.object,
      styles,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom("set", "append", "remove"), keys, values.value, fc.boolean()), {
        minLength: 1,
        maxLength: 4,
      }),
      (data, style, wishes) => {
        const text = write(data, style);
        const name = style.json === undefined ? "a.yaml" : "a.json";
        const parsed = parseText({ uri: "", name, text }).data;
        const places = [...collectionsIn(parsed)].filter(({ value }) => !Array.isArray(value));
        fc.pre(places.length > 0);
        const edits = wishes.map(([nat, kind, key, value, old]) => {
          const place = places[nat % places.length] as { pointer: string; value: object };
          const known = Object.keys(place.value);
          const chosen = (old || kind === "remove") && known.length > 0 ? (known[nat % known.length] as string) : key;
          return { kind, pointer: place.pointer, key: chosen, value } as TextEdit;
        });
        const changes = planChanges(parsed, edits);
        const result = editText({ name, text }, edits);
        if (isRefused(result)) {
          if (!isRefused(changes)) refused++;
          return;
        }
        done++;
        expect(isRefused(changes)).toBe(false);
        if (isRefused(changes)) return;
        expect(jsonEqual(parseText({ uri: "", name, text: result.text }).data, applyChanges(parsed, changes))).toBe(
          true,
        );
        if (changes.every(({ remove, replace }) => remove.size + replace.size === 0))
          expect(isSpread(text.replaceAll(/ *(?:\{\}|\[\])/g, ""), result.text)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  expect(done).toBeGreaterThan(refused);
});
