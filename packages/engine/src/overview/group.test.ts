import { expect, test } from "vitest";
import type { LintRule } from "../kit/lint-rule.ts";
import type { Ruling } from "../policy/ruling.ts";
import { groupRulings } from "./group.ts";

const rules = [
  { id: "lint/grouped", grouped: { summary: "{count} parts are wrong." } },
  { id: "lint/alone" },
] as unknown as readonly LintRule[];

/** `lint/grouped warn open a GET /x`: rule, severity, standing, fingerprint and perhaps an operation. */
function ruling(text: string): Ruling {
  const [rule, severity, standing, fingerprint, method, path] = text.split(" ");
  const operations = method === undefined ? [] : [{ method, path, direction: "request" }];
  return {
    rule,
    severity,
    standing,
    fingerprint,
    subject: `/${fingerprint}`,
    message: "m",
    head: null,
    operations,
  } as unknown as Ruling;
}

const cases: readonly [string, readonly string[], readonly string[]][] = [
  ["one stays as it is", ["lint/grouped warn open a"], ["m"]],
  ["two are told as one", ["lint/grouped warn open a", "lint/grouped warn open b"], ["2 parts are wrong."]],
  ["others stay apart", ["lint/alone warn open a", "lint/alone warn open b"], ["m", "m"]],
  ["by severity", ["lint/grouped warn open a", "lint/grouped error open b"], ["m", "m"]],
  ["by standing", ["lint/grouped warn open a", "lint/grouped warn waived b"], ["m", "m"]],
];

test.each(cases)("%s", (_, rulings, messages) => {
  expect(groupRulings(rulings.map(ruling), rules).map(({ message }) => message)).toEqual(messages);
});

test("one that stands for several names them, and all operations, each once", () => {
  const texts = ["a GET /x", "b GET /x", "c POST /x"].map((each) => `lint/grouped warn open ${each}`);
  const [whole] = groupRulings(texts.map(ruling), rules);
  expect(whole?.members?.map(({ fingerprint, operation }) => [fingerprint, operation?.method])).toEqual([
    ["a", "GET"],
    ["b", "GET"],
    ["c", "POST"],
  ]);
  expect(whole?.operations.map(({ method }) => method)).toEqual(["GET", "POST"]);
  expect(whole?.data).toEqual({ count: 3 });
});
