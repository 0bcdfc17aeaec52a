import { expect, test } from "vitest";
import { type PactFile, parsePactFile } from "../file/pact-file.ts";
import { accountFor, curlOf } from "./verification.ts";

const entry = (description: string, states: readonly string[] = []) => ({
  description,
  providerStates: states.map((name) => ({ name })),
  request: { method: "GET", path: "/" },
  response: { status: 200 },
});

function pactOf(...interactions: readonly object[]): PactFile {
  return pactIn("web.json", interactions);
}

function pactIn(file: string, interactions: readonly object[]): PactFile {
  const text = JSON.stringify({ consumer: { name: "Web" }, provider: { name: "Users" }, interactions });
  const read = parsePactFile(file, text);
  if ("failure" in read) throw new Error(read.problems[0]?.message);
  return read.value;
}

const ok = (description: string, more: object = {}) => ({
  ...{ consumer: "Web", description, providerStates: [], result: "OK" },
  ...more,
});

function resultsOf(pact: PactFile, report: unknown) {
  return accountFor([pact], report, []).map(({ result }) => result);
}

test("a verifier that says all is well and names nothing has verified nothing", () => {
  const pact = pactOf(entry("a"), entry("b"));
  for (const report of [undefined, {}, { result: true, errors: [], interactionResults: [] }])
    expect(resultsOf(pact, report)).toEqual(["unverified", "unverified"]);
});

test("a result counts for the interaction of its consumer, description and states alone", () => {
  const pact = pactOf(entry("a"), entry("a", ["x"]));
  expect(resultsOf(pact, { interactionResults: [ok("a", { providerStates: ["x"] })] })).toEqual([
    "passed",
    "unverified",
  ]);
  expect(resultsOf(pact, { interactionResults: [ok("a", { consumer: "Mobile" })] })).toEqual([
    "unverified",
    "unverified",
  ]);
});

test("of interactions that nothing tells apart, all must have a result", () => {
  const pact = pactOf(entry("a"), entry("a"));
  expect(resultsOf(pact, { interactionResults: [ok("a")] })).toEqual(["unverified", "unverified"]);
  expect(resultsOf(pact, { interactionResults: [ok("a"), ok("a")] })).toEqual(["passed", "passed"]);
  expect(resultsOf(pact, { interactionResults: [ok("a"), ok("a", { result: "Error" })] })).toEqual([
    "failed",
    "failed",
  ]);
});

test("two pacts of one consumer need a result each", () => {
  const pacts = ["1.json", "2.json"].map((file) => pactIn(file, [entry("a")]));
  const resultsOfBoth = (...interactionResults: readonly object[]) =>
    accountFor(pacts, { interactionResults }, []).map(({ file, result }) => `${file} ${result}`);
  expect(resultsOfBoth(ok("a"))).toEqual(["1.json unverified", "2.json unverified"]);
  expect(resultsOfBoth(ok("a"), ok("a"))).toEqual(["1.json passed", "2.json passed"]);
});

test("a message is not replayed", () => {
  const message = { description: "a", type: "Asynchronous/Messages", contents: { content: {} } };
  expect(resultsOf(pactOf(message), { interactionResults: [ok("a")] })).toEqual(["unverified"]);
});

test("a request is repeated by a command that a shell takes as it is meant", () => {
  const sent = { method: "POST", target: "/a?b=c", headers: [["x", "it's"]] as const, body: '{"n":"$HOME"}' };
  expect(curlOf(sent, "http://localhost:1/")).toBe(
    `curl -X POST 'http://localhost:1/a?b=c' -H 'x: it'\\''s' --data-raw '{"n":"$HOME"}'`,
  );
});
