import fc from "fast-check";
import { expect, test } from "vitest";
import { locatePointers, parseText } from "./parse.ts";

function read(text: string) {
  const source = { uri: "file:///a.yaml", name: "a.yaml", text };
  return { ...source, ...parseText(source) };
}

test.each([
  "1.10",
  "1.0",
  "1.00",
  "0x1F",
  "0o17",
  "0b11",
  "010",
  "1e3",
  "1E3",
  "+1",
  ".5",
  "-0",
  "-.5",
  "1_000",
  "9007199254740993",
  "null",
  "Null",
  "NULL",
  "~",
  "true",
  "True",
  "TRUE",
  "yes",
  "No",
  "on",
  ".inf",
  "-.INF",
  ".nan",
  "2026-01-01",
  "2026-01-01T10:00:00Z",
  "12:30:45",
  "=",
  "200",
  "1e400",
  "__proto__",
  "constructor",
])("a key `%s` is its text, however it is written", (key) => {
  const ways = [`${key}: x\n`, `{ ${key}: x }\n`, `? ${key}\n: x\n`, `"${key}": x\n`, `!!str ${key}: x\n`];
  for (const way of ways) {
    const { data, problems } = read(`first: 1.0\nmap:\n  ${way.replaceAll("\n", "\n  ")}`);
    expect(problems, way).toEqual([]);
    expect(Object.keys((data as { map: object }).map), way).toEqual([key]);
  }
});

test.each([
  ["null", null],
  ["~", null],
  ["Null", null],
  ["true", true],
  ["True", true],
  ["FALSE", false],
  ["yes", "yes"],
  ["No", "No"],
  ["on", "on"],
  ["12", 12],
  ["+12", 12],
  ["-12", -12],
  ["010", 10],
  ["0x1F", 31],
  ["0o17", 15],
  ["0b11", 3],
  ["1.10", 1.1],
  [".5", 0.5],
  ["-.5", -0.5],
  ["1.", 1],
  ["1e3", 1000],
  ["-0", -0],
  [".inf", Number.POSITIVE_INFINITY],
  ["-.INF", Number.NEGATIVE_INFINITY],
  [".nan", Number.NaN],
  ["1_000", "1_000"],
  ["12:30:45", "12:30:45"],
  ["2026-01-01", "2026-01-01"],
  ["=", "="],
  ["'12'", "12"],
  ["!!str 12", "12"],
  ["!!int 0x1F", 31],
  ["!!float 1", 1],
  ["1.2.3", "1.2.3"],
  ["0x", "0x"],
  ["0xg", "0xg"],
  ["e3", "e3"],
  ["+", "+"],
  [".", "."],
  ["1e", "1e"],
  ["-", [null]],
])("a value `%s` is %j", (written, value) => {
  expect(read(`a: ${written === "-" ? "\n  -" : written}\n`).data).toEqual({ a: value });
  // So it is in a text that is read once more for the sake of its keys.
  expect(read(`1.10: ${written === "-" ? "\n  -" : written}\n`).data).toEqual({ "1.10": value });
});

test("keys are told apart by their texts, and equal texts are duplicates", () => {
  expect(read("1.0: a\n1: b\n1.00: c\n").data).toEqual({ "1.0": "a", 1: "b", "1.00": "c" });
  expect(read("~: a\nnull: b\n").data).toEqual({ "~": "a", null: "b" });
  const twice = read("a: 1\n1.10: a\n'1.10': b\n");
  expect(twice.data).toEqual({ a: 1, "1.10": "b" });
  expect(twice.problems).toMatchObject([{ code: "duplicate-key", line: 3, column: 1 }]);
  expect(twice.problems[0]?.message).toContain("`1.10`");
});

test.each([
  ["? \n: x\n", { "": "x" }, [2, 1]],
  ["a: 1\n? # Nothing.\n: x\nb: ~\n", { a: 1, "": "x", b: null }, [3, 1]],
  ["{ a: 1, : x }\n", { a: 1, "": "x" }, [1, 9]],
  ["{ ? : x }\n", { "": "x" }, [1, 5]],
  ["null: 1\n? \n: x\n", { null: 1, "": "x" }, [3, 1]],
] as const)("a key that is not written is the empty text: %j", (text, data, [line, column]) => {
  expect(read(text)).toMatchObject({ data, problems: [] });
  expect(Object.keys(read(text).data as object)).toEqual(Object.keys(data));
  expect(locatePointers(read(text), ["/"]).get("/")).toMatchObject({ line, column });
});

test.each(["a: { b: what? }\n", "'? ': x\n", "? a\n: x\n", "{ 'a': 1, ':': 2 }\n"])(
  "what only looks like one is none: %j",
  (text) => {
    expect(JSON.stringify(read(text).data)).not.toContain('"":');
  },
);

test("two keys that are not written are one", () => {
  expect(read("{ : x, : y }\n")).toMatchObject({
    data: { "": "y" },
    problems: [{ code: "duplicate-key", line: 1, column: 8 }],
  });
});

test("an alias as a key is the text that it stands for", () => {
  expect(read("a: &x 1.10\nb: { *x : y }\n").data).toEqual({ a: 1.1, b: { "1.10": "y" } });
});

test("merge keys merge, and a quoted one is a key", () => {
  expect(read("a: &a { 1.10: x, b: y }\nc: { <<: *a, b: z }\nd: { '<<': 1 }\n").data).toEqual({
    a: { "1.10": "x", b: "y" },
    c: { "1.10": "x", b: "z" },
    d: { "<<": 1 },
  });
});

test.each(["block", "flow"])("such keys are found in %s style", (style) => {
  const pair = "1.10: { 0x1F: { ~: [x, y] } }";
  const text = style === "block" ? `a:\n  ${pair}\n` : `a: {\n  ${pair} }\n`;
  const found = locatePointers(read(text), ["/a/1.10", "/a/1.10/0x1F", "/a/1.10/0x1F/~0", "/a/1.10/0x1F/~0/1"]);
  expect([...found.values()].map(({ line, column }) => [line, column])).toEqual(
    expect.arrayContaining([
      [2, 3],
      [2, 11],
      [2, 19],
      [2, 26],
    ]),
  );
  expect(found.size).toBe(4);
});

test("keys that are numbers keep their values and their order, however far apart they are", () => {
  const { data } = read('default: 1\n"404": 2\n200: 3\n"1073741824": 4\n');
  expect(JSON.stringify(data)).toBe('{"200":3,"404":2,"1073741824":4,"default":1}');
});

test("JSON and YAML read the same JSON text as the same data", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
      const text = JSON.stringify(value, null, 2);
      const yaml = parseText({ uri: "", name: "a.yaml", text: `# A comment.\n${text}` });
      expect(JSON.stringify(yaml.data)).toBe(JSON.stringify(parseText({ uri: "", name: "a.json", text }).data));
    }),
  );
});
