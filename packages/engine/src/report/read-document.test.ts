import { expect, test } from "vitest";
import type { Outcome } from "../outcome.ts";
import { NO_VERDICT } from "../policy/verdict.ts";
import { answerJson } from "./answer.ts";
import { documentOf, renderJson } from "./json.ts";
import { readDocument } from "./read-document.ts";
import { inputOf } from "./read-report.ts";

const REVISION = { source: "api.yaml", version: "1.0.0", openapi: "3.1.0" };
const OUTCOME: Outcome = {
  ...{ contract: undefined, base: REVISION, head: REVISION, against: "base", verdict: NO_VERDICT },
  ...{ rulings: [], problems: [], sections: {} },
};
const CONTEXT = { rules: new Map(), colour: false };
const read = (text: string) => {
  const document = readDocument(text);
  return "value" in document ? document.value : document;
};

test.each([
  ["a pair", OUTCOME, OUTCOME],
  [
    "a description by itself",
    { ...OUTCOME, base: null, against: "alone" },
    { ...OUTCOME, base: null, against: "alone" },
  ],
] as const)("%s is read as it was written, and is an outcome again", (_, outcome, expected) => {
  const document = read(renderJson({ kind: "diff", outcome }, CONTEXT));
  expect(document).toEqual(documentOf({ kind: "diff", outcome }));
  expect(inputOf(document as ReturnType<typeof documentOf>)).toEqual({ kind: "diff", outcome: expected });
});

test("contracts are read as they were written, and are an outcome again", () => {
  const input = {
    kind: "check",
    outcome: { asOf: "2026-01-01", verdict: NO_VERDICT, contracts: [{ ...OUTCOME, contract: "orders" }] },
  } as const;
  const document = read(renderJson(input, CONTEXT));
  expect(document).toEqual(documentOf(input));
  expect(inputOf(document as ReturnType<typeof documentOf>)).toEqual(input);
});

const DAYS = { asOf: "2026-01-31" };
test.each([
  ["deprecations", { ...DAYS, deprecations: [], problems: [] }],
  ["deprecations of several", { ...DAYS, descriptions: [{ source: "a.yaml", deprecations: [], problems: [] }] }],
  ["migrations", { ...DAYS, window: { from: "2026-01-01", to: "2026-01-30" }, migrations: [] }],
])("%s are read, and judge nothing", (_, answer) => {
  const document = read(answerJson(answer));
  expect(document).toMatchObject(answer);
  expect(inputOf(document as Parameters<typeof inputOf>[0])).toBeUndefined();
});

test.each([
  ["an answer that has no page", answerJson({ cells: [] }), "it is not the JSON of"],
  ["a document that lacks something", answerJson({ findings: [] }), "`base` is missing"],
  ["what is no object", "[]", "schemaVersion"],
])("%s is refused", (_, text, why) => {
  expect(readDocument(text)).toEqual({ failure: "malformed", why: expect.stringContaining(why) });
});
