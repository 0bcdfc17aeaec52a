import { failed } from "@concordat/engine";
import { expect, test } from "vitest";
import { parsePactFile } from "./pact-file.ts";

const pact = (interactions: string, more = "") =>
  `{ "provider": { "name": "Users" }, "consumer": { "name": "Web" }, "interactions": ${interactions}${more} }`;

function textOf(text: string): string {
  const parsed = parsePactFile("pact.json", text);
  if (failed(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.value.text;
}

test("the same pact has one text, whatever wrote it", () => {
  const [a, b] = [
    `{ "description": "a", "request": { "method": "GET" } }`,
    `{ "description": "b", "providerState": "x" }`,
  ];
  const metadata = `, "metadata": { "pactSpecification": { "version": "2.0.0" }, "pactRust": { "ffi": "0.4.28" }, "client": "pact-js" }`;
  const one = textOf(pact(`[${a}, ${b}]`, metadata));
  const other = textOf(
    pact(
      `[{ "providerState": "x", "description": "b", "_id": "7" }, { "request": { "method": "GET" }, "description": "a" }]`,
      `, "metadata": { "pactRust": { "ffi": "9" }, "pactSpecification": { "version": "2.0.0" } }, "createdAt": "now", "_links": {}`,
    ),
  );
  expect(other).toBe(one);
  expect(one).not.toContain("pactRust");
});

test("interactions of one description stand in the order of their states", () => {
  const [x, y] = ["x", "y"].map((name) => `{ "description": "a", "providerStates": [{ "name": "${name}" }] }`);
  expect(textOf(pact(`[${y}, ${x}]`))).toBe(textOf(pact(`[${x}, ${y}]`)));
});

test("numerals stay as they are written", () => {
  const text = textOf(pact(`[{ "description": "a", "response": { "body": [12345678901234567890, 1.0, 1e3] } }]`));
  expect(text.replace(/\s/g, "")).toContain("[12345678901234567890,1.0,1e3]");
});

test.each([
  ["cut off", `{ "consumer": { "name": `, /./, 1],
  ["not JSON", "consumer: { name: Web }", "it is not an object of JSON", 1],
  ["an empty object", "{}", "`/consumer/name` is missing", 1],
  ["a list", "[]", "it is not an object of JSON", 1],
  ["without a provider", `{ "consumer": { "name": "Web" } }`, "`/provider/name` is missing", 1],
  [
    "without interactions",
    `{ "consumer": { "name": "Web" }, "provider": { "name": "Users" } }`,
    "`/interactions` is missing",
    1,
  ],
  ["with interactions that are no list", pact("{}"), "`/interactions` is not a list", 1],
  ["with an interaction that is no object", pact(`[{}, 7]`), "`/interactions/1` is not an object", 1],
])("a text that is %s is no pact", (_, text, message, line) => {
  expect(parsePactFile("pact.json", text)).toMatchObject({
    failure: "input",
    problems: [{ file: "pact.json", line, message: expect.stringMatching(message) }],
  });
});
