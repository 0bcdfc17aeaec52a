import { describe, expect, test } from "vitest";
import { failed } from "../base/result.ts";
import { memoryHost } from "../host/memory.ts";
import { defineDiffCheck, defineLintRule } from "../kit/index.ts";
import { REMOVED, TITLED } from "../testing/sample-rules.ts";
import { valueIn } from "../testing/value-in.ts";
import { check, diff, lint } from "./library.ts";

const removed = defineDiffCheck({
  ...REMOVED,
  messages: { gone: "{path} is gone." },
  *run({ ref }, hit) {
    yield hit("gone", { path: ref.path }, { base: ref.at });
  },
});
const titled = defineLintRule({
  ...TITLED,
  messages: { found: "{title}" },
  *run({ api, asOf }, hit) {
    yield hit("found", { title: `${api.revision.title} on ${asOf}` }, api.root);
  },
});
const rules = { diff: [removed], lint: [titled], pact: [], presets: {} };

const responses = { 200: { description: "Fine." } };
const api = (...paths: readonly string[]) => ({
  openapi: "3.1.0",
  info: { title: "T", version: "1.0.0" },
  paths: Object.fromEntries(paths.map((path) => [path, { get: { responses } }])),
});
const files = { "/w/head.json": JSON.stringify(api("/a")), "/w/parts.json": JSON.stringify({ get: { responses } }) };
const host = memoryHost({ cwd: "/w", today: "2026-01-01", files });

describe("diff", () => {
  test.each([
    ["values", api("/a", "/b"), api("/a"), ["/b is gone."]],
    ["a value and a source", api("/a", "/b"), "head.json", ["/b is gone."]],
    ["the same twice", "head.json", "head.json", []],
  ])("compares %s", async (_, base, head, messages) => {
    const outcome = valueIn(await diff(base, head, { rules, host }));
    expect(outcome.rulings.map(({ message }) => message)).toEqual(messages);
    expect(outcome.verdict.pass).toBe(messages.length === 0);
  });

  test("follows references of a value to files beside it", async () => {
    const split = { ...api(), paths: { "/a": { $ref: "parts.json" } } };
    const outcome = valueIn(await diff(split, api(), { rules, host }));
    expect(outcome).toMatchObject({ rulings: [{ message: "/a is gone.", base: { file: "parts.json" } }] });
  });

  test("takes the policy that it is given", async () => {
    const policy = { compatibility: "forward" as const };
    const outcome = valueIn(await diff(api("/a"), api("/a", "/b"), { rules, host, policy }));
    expect(outcome).toMatchObject({ compatibility: "forward", verdict: { pass: false } });
  });
});

test("lint judges by the day that it is given, else by that of the host", async () => {
  const messageOf = async (asOf?: string) => {
    const outcome = valueIn(await lint(api("/a"), { rules, host, ...(asOf !== undefined && { asOf }) }));
    return outcome.rulings.map(({ message }) => message);
  };
  expect(await messageOf()).toEqual(["T on 2026-01-01"]);
  expect(await messageOf("2027-02-03")).toEqual(["T on 2027-02-03"]);
});

describe("what cannot be judged is a value with problems", () => {
  const circle: Record<string, unknown> = api("/a");
  circle["self"] = circle;
  test.each([
    ["a source that is not there", () => diff("gone.json", "head.json", { rules, host }), "gone.json"],
    ["data that is no description", () => lint({ title: "T" }, { rules, host }), "<description>"],
    ["data that is no JSON", () => lint(circle, { rules, host }), "must be JSON"],
    ["no configuration", () => check({ rules, host }), "no contract to check"],
  ])("%s", async (_, call, said) => {
    const result = await call();
    expect(JSON.stringify(failed(result) && result.problems)).toContain(said);
  });
});
