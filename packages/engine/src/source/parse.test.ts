import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { dump, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { locatePointers, parseText } from "./parse.ts";
import type { Position } from "./source-text.ts";

/** Every pointer into a value, with its last token and what it leads to. */
function* pointersInto(
  value: unknown,
  at = "",
): Generator<{ pointer: string; key: string | undefined; value: unknown }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const pointer = `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    yield { pointer, key: Array.isArray(value) ? undefined : key, value: member };
    yield* pointersInto(member, pointer);
  }
}

function behind(text: string, { line, column }: Position): string {
  const lines = text.split("\n");
  return [(lines[line - 1] as string).slice(column - 1), ...lines.slice(line)].join("\n");
}

function textOf(name: string, text: string) {
  const source = { uri: `file:///${name}`, name, text };
  return { ...source, ...parseText(source) };
}

const keys = fc.oneof(
  fc.constantFrom("a", "200", "404", "1", "$ref", "~/", "x y", "ä", "__proto__x"),
  fc.string({ maxLength: 4 }),
);
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom(null, true, 0, -1.5, "", "text", "two\nlines", "# no comment", '"quoted" {[,]}'),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(keys, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
/** What is read is a mapping at the top, as descriptions and configurations are. */
const containers = fc.dictionary(keys, values, { noNullPrototype: true });

describe("every pointer leads to its place", () => {
  test.each([0, 2])("in JSON with an indent of %i", (indent) => {
    fc.assert(
      fc.property(containers, (data) => {
        const text = JSON.stringify(data, null, indent);
        const source = textOf("a.json", text);
        const all = [...pointersInto(data)];
        const found = locatePointers(
          source,
          all.map(({ pointer }) => pointer),
        );
        // The same by the slower way, which takes no index of keys.
        expect(
          locatePointers(
            { ...source, keys: undefined },
            all.map(({ pointer }) => pointer),
          ),
        ).toEqual(found);
        for (const { pointer, key, value } of all) {
          const wanted = key === undefined ? JSON.stringify(value, null, indent)[0] : JSON.stringify(key);
          expect(behind(text, found.get(pointer) as Position).startsWith(wanted as string), pointer).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([{ flowLevel: -1 }, { flowLevel: 1 }, { flowLevel: 2, forceQuotes: true }])(
    "in YAML written with %o",
    (style) => {
      fc.assert(
        fc.property(containers, (data) => {
          const text = `# A comment.\n${dump(data, { ...style, lineWidth: 40 })}`;
          const source = textOf("a.yaml", text);
          // The writer leaves a few keys bare that the reader then reads otherwise.
          fc.pre(isDeepStrictEqual(source.data, data));
          const all = [...pointersInto(data)];
          const found = locatePointers(
            source,
            all.map(({ pointer }) => pointer),
          );
          for (const { pointer, key } of all) {
            const place = found.get(pointer);
            expect(place, pointer).toBeDefined();
            const rest = behind(text, place as Position);
            if (key !== undefined) expect(keyAt(rest), pointer).toBe(key);
          }
        }),
        { numRuns: 200 },
      );
    },
  );
});

test.each([
  ["an alias of what stands elsewhere", "a: &x { v: 1 }\nb:\n  c: [*x]\n", "/b/c/0", 3, 7],
  ["a merge of what stands elsewhere", "a: &x\n  v: 1\nb:\n  <<: *x\n  w: { z: 1 }\n", "/b/w/z", 5, 8],
  ["a text in several lines that looks like keys", "a: |\n  b: 1\n  c: 2\nb:\n  c: [1]\n", "/b/c/0", 5, 7],
  ["a list that is not indented", "a:\n- b: 1\n- c: 2\nd: 1\n", "/a/1/c", 3, 3],
  ["a quoted key and a comment behind it", "'a b': # here\n  \"c\": [x]\n", "/a b/c", 2, 3],
  ["carriage returns", "a:\r\n  b:\r\n    - c: 1\r\n", "/a/b/0/c", 3, 7],
  ["a mark of the byte order and of the document", "\ufeff---\na:\n  b: { c: 1 }\n", "/a/b/c", 3, 8],
])("a place is found behind %s", (_, text, pointer, line, column) => {
  const found = locatePointers(textOf("a.yaml", text), [pointer]);
  expect(found.get(pointer)).toMatchObject({ line, column });
});

/** The key that a YAML text starts with, as the loader reads it. */
function keyAt(text: string): string | undefined {
  for (const { index: end } of text.matchAll(/:(?=\s|$)/g)) {
    try {
      // At the start of a line `...` would end the document.
      return String(load(` ${text.slice(0, end).replace(/^\? /, "")}`));
    } catch {
      // A colon within quotes.
    }
  }
  return undefined;
}

test.each([
  ["a.json", '{ "a": 9223372036854775807, "b": "9223372036854775807", "c": [1e400, -0, 1.50] }'],
  ["a.json", '{"a":9223372036854775807,"b":"9223372036854775807","c":[1e400,-0,1.50]}'],
  ["a.yaml", "a: 9223372036854775807\nb: '9223372036854775807'\nc: [1e400, -0, 1.50]\n"],
  ["a.yaml", "a: 0x7FFFFFFFFFFFFFFF\nb: !!str 9223372036854775807\nc: [1e400, -0, 1.50]\n"],
  ["a.yaml", 'a: +9223372036854775807\nb: "9223372036854775807"\nc: [1e400, -0, 1.50]\n'],
])("numbers in %s keep their digits: %s", (name, text) => {
  const { data, keys, problems } = textOf(name, text);
  expect(problems).toEqual([]);
  expect(JSON.stringify(data)).toBe('{"a":9223372036854775807,"b":"9223372036854775807","c":[1e400,0,1.5]}');
  if (name === "a.json") expect(keys).toHaveLength(3);
});

test("what only looks like a long number in a text of JSON changes nothing", () => {
  const data = { a: "0000000000000000", b: "x 1e999, 9223372036854775807, y", c: `${".".repeat(50_000)}` };
  expect(textOf("a.json", JSON.stringify(data)).data).toEqual(data);
});
