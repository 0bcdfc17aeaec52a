import { failed } from "@concordat/engine";
import { expect, test } from "vitest";
import { type PactFile, parsePactFile } from "./pact-file.ts";

const pact = (interactions: string, more = "") =>
  `{ "provider": { "name": "Users" }, "consumer": { "name": "Web" }, "interactions": ${interactions}${more} }`;
const GET = `"request": { "method": "GET", "path": "/" }`;
const OK = `"response": { "status": 200 }`;

function fileOf(text: string): PactFile {
  const parsed = parsePactFile("pact.json", text);
  if (failed(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

test("the same pact has one text, whatever wrote it", () => {
  const [a, b] = [
    `{ "description": "a", ${GET}, ${OK} }`,
    `{ "description": "b", "providerState": "x", ${GET}, ${OK} }`,
  ];
  const metadata = `, "metadata": { "pactSpecification": { "version": "2.0.0" }, "pactRust": { "ffi": "0.4.28" }, "client": "pact-js" }`;
  const one = fileOf(pact(`[${a}, ${b}]`, metadata)).text;
  const other = fileOf(
    pact(
      `[{ ${OK}, "providerState": "x", "description": "b", "_id": "7", ${GET} }, { ${GET}, ${OK}, "description": "a" }]`,
      `, "metadata": { "pactRust": { "ffi": "9" }, "pactSpecification": { "version": "2.0.0" } }, "createdAt": "now", "_links": {}`,
    ),
  ).text;
  expect(other).toBe(one);
  expect(one).not.toContain("pactRust");
});

test("interactions of one description stand in the order of their states", () => {
  const [x, y] = ["x", "y"].map(
    (name) => `{ "description": "a", "providerStates": [{ "name": "${name}" }], ${GET}, ${OK} }`,
  );
  const [one, other] = [fileOf(pact(`[${y}, ${x}]`)), fileOf(pact(`[${x}, ${y}]`))];
  expect(one.text).toBe(other.text);
  expect(one.interactions.map(({ states }) => states)).toEqual([["x"], ["y"]]);
});

test("each interaction keeps its own request", () => {
  const request = `"request": { "method": "post", "path": "/b", "query": { "q": ["1", "a b"] }, "headers": { "A": "1" }, "body": { "n": 1 } }`;
  const { interactions } = fileOf(
    pact(`[{ "description": "b", ${request}, ${OK} }, { "description": "a", ${GET}, ${OK} }]`),
  );
  expect(interactions.map((each) => each.request)).toEqual([
    { method: "GET", target: "/", headers: [], body: undefined },
    { method: "POST", target: "/b?q=1&q=a+b", headers: [["a", "1"]], body: '{"n":1}' },
  ]);
});

test("numerals stay as they are written", () => {
  const response = `"response": { "status": 200, "body": [12345678901234567890, 1.0, 1e3] }`;
  const { text } = fileOf(pact(`[{ "description": "a", ${GET}, ${response} }]`));
  expect(text.replace(/\s/g, "")).toContain("[12345678901234567890,1.0,1e3]");
});

test.each([
  ["cut off", `{ "consumer": { "name": `],
  ["not JSON", "consumer: { name: Web }"],
  ["an empty object", "{}"],
  ["a list", "[]"],
  ["without a provider", `{ "consumer": { "name": "Web" }, "interactions": [{ ${GET}, ${OK} }] }`],
  ["without interactions", `{ "consumer": { "name": "Web" }, "provider": { "name": "Users" } }`],
  ["with no interaction", pact("[]")],
  ["with a status that is a text", pact(`[{ ${GET}, "response": { "status": "404" } }]`)],
  ["with an interaction that is no object", pact(`[7]`)],
])("a text that is %s is no pact, and it is said where", (_, text) => {
  expect(parsePactFile("pact.json", text)).toMatchObject({
    failure: "input",
    problems: expect.arrayContaining([expect.objectContaining({ file: "pact.json", line: 1 })]),
  });
});
