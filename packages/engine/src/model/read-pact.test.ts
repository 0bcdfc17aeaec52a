import { describe, expect, test } from "vitest";
import { parseBytes } from "../source/parse.ts";
import { readPact } from "./read-pact.ts";

const read = (text: string) =>
  readPact(parseBytes(new TextEncoder().encode(text), { uri: "file:///pacts/web.json", name: "pacts/web.json" }));

const interaction = (changes: object = {}) => ({
  description: "an order",
  request: { method: "get", path: "/orders/1" },
  response: { status: 200 },
  ...changes,
});
const pact = (changes: object = {}) => ({
  consumer: { name: "web" },
  provider: { name: "orders" },
  interactions: [interaction()],
  ...changes,
});

/** Pacts that cannot be read, the line where it is said, and a part of what is said. */
const BAD: readonly (readonly [name: string, pact: unknown, line: number, says: string])[] = [
  ["an empty object", {}, 1, "has no `interactions`"],
  ["a list", [], 1, "A pact is an object"],
  ["no consumer", pact({ consumer: undefined }), 1, "must name its consumer"],
  ["a provider without a name", pact({ provider: { name: 1 } }), 6, "must name its provider"],
  ["no interactions", pact({ interactions: [] }), 8, "has no interactions, so there is nothing to check"],
  ["interactions that are no list", pact({ interactions: {} }), 8, "must be a list"],
  ["an interaction that is none", pact({ interactions: [1] }), 9, "interaction 1 must be an object"],
  [
    "no request",
    pact({ interactions: [interaction({ request: undefined })] }),
    9,
    "must have an object as its `request`",
  ],
  [
    "a request that is a text",
    pact({ interactions: [interaction({ request: "/a" })] }),
    11,
    "must have an object as its `request`",
  ],
  [
    "no path",
    pact({ interactions: [interaction({ request: { method: "GET" } })] }),
    11,
    "must have a text as its `path`",
  ],
  ["no status", pact({ interactions: [interaction({ response: {} })] }), 15, "and there is none"],
  [
    "a status that is a text",
    pact({ interactions: [interaction({ response: { status: "404" } })] }),
    16,
    'and it is `"404"`',
  ],
  ["a status out of range", pact({ interactions: [interaction({ response: { status: 42 } })] }), 16, "and it is `42`"],
  [
    "rules that are a list",
    pact({ interactions: [interaction({ response: { status: 200, matchingRules: [] } })] }),
    17,
    "`matchingRules` of the response of interaction 1 must be an object",
  ],
  [
    "an unknown version",
    pact({ metadata: { pactSpecification: { version: "9.0" } } }),
    22,
    "Version `9.0` of the Pact specification is not known",
  ],
  ["a plugin", pact({ metadata: { plugins: [{ name: "protobuf" }] } }), 21, "uses the plugin `protobuf`"],
];

test.each(BAD)("%s is told with its line", (_, value, line, says) => {
  const result = read(JSON.stringify(value, null, 2));
  expect("failure" in result && result.failure).toBe("input");
  const problems = "failure" in result ? result.problems : [];
  expect(problems.map(({ file }) => file)).toContain("pacts/web.json");
  expect(problems.find(({ message }) => message.includes(says))?.line, JSON.stringify(problems)).toBe(line);
});

test("a text that breaks off is told with its line", () => {
  const result = read('{\n  "consumer": {');
  expect("failure" in result && result.problems[0]).toMatchObject({ file: "pacts/web.json", line: 2 });
});

describe("versions", () => {
  const requestOf = (value: unknown) => {
    const result = read(JSON.stringify(value));
    const [first] = "failure" in result ? [] : result.value.interactions;
    return first?.kind === "http" ? first : undefined;
  };

  test("a query is read as text and as lists", () => {
    for (const query of ["a=1&a=2&b=x%20y", { a: ["1", "2"], b: ["x y"] }]) {
      const each = interaction({ request: { method: "GET", path: "/", query } });
      expect([...(requestOf(pact({ interactions: [each] }))?.request.query ?? [])]).toEqual([
        ["a", ["1", "2"]],
        ["b", ["x y"]],
      ]);
    }
  });

  test("a body is read by what each version says", () => {
    const body = (value: unknown, version?: string) =>
      requestOf(
        pact({
          interactions: [interaction({ response: { status: 200, body: value } })],
          ...(version !== undefined && { metadata: { pactSpecification: { version } } }),
        }),
      )?.response.body;
    expect(body(null)).toEqual({ kind: "empty" });
    expect(body({ a: 1 })).toMatchObject({ kind: "json", value: { a: 1 }, contentType: "application/json" });
    expect(body("plain")).toMatchObject({ kind: "text", contentType: "text/plain" });
    expect(body({ content: { a: 1 }, contentType: "application/json", encoded: false }, "4.0")).toMatchObject({
      kind: "json",
      value: { a: 1 },
    });
    expect(body({ content: "aGk=", contentType: "text/plain", encoded: "base64" }, "4.0")).toMatchObject({
      kind: "text",
      text: "hi",
    });
    expect(body({ content: "AAE=", contentType: "image/png", encoded: "base64" }, "4.0")).toMatchObject({
      kind: "binary",
    });
    expect(body({}, "4.0")).toEqual({ kind: "absent" });
  });

  test("rules of version 2 and of later ones say the same", () => {
    const rules = (matchingRules: object) =>
      requestOf(pact({ interactions: [interaction({ response: { status: 200, body: {}, matchingRules } })] }))?.response
        .rules;
    const old = rules({ "$.body.a[*].b": { match: "type" }, "$.headers.Etag": { match: "regex", regex: "." } });
    const later = rules({
      body: { "$.a[*].b": { matchers: [{ match: "type" }] } },
      header: { Etag: { matchers: [{ match: "regex", regex: "." }] } },
    });
    expect(old).toEqual(later);
    expect(old?.header.get("etag")?.matchers).toEqual([{ match: "regex", regex: "." }]);
  });
});
