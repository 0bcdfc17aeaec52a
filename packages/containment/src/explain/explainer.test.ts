import { describe, expect, test } from "vitest";
import { Decider } from "../decide.ts";
import type { Json } from "../json.ts";
import { type Document, libraryOf } from "../lower/document.ts";
import { Space } from "../lower/space.ts";
import { STRICT } from "../mode.ts";
import { Steps } from "../steps.ts";
import { Explainer } from "./explainer.ts";

/** What an explanation tells, with so many steps for all of it: each cause and step by its name. */
function told(base: Json, head: Json, steps: Steps): string[] {
  const documents = [base, head].map((root, i): Document => ({ uri: `memory:/${i}`, root, dialect: "draft-2020-12" }));
  const space = new Space(libraryOf(documents), steps);
  const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  if (left === undefined || right === undefined) throw new Error("two schemas are explained");
  const explanation = new Explainer(new Decider(space, STRICT)).explain([left], [right]);
  return [
    ...explanation.causes.map(({ keyword, data }) => `${keyword} ${data.name ?? ""}`),
    ...explanation.steps.map(({ token }) => `/${token}`),
  ];
}

const choices = (count: number, head: boolean): Json => ({
  type: "object",
  required: head ? ["x"] : [],
  allOf: Array.from({ length: count }, (_, i) => ({
    anyOf: [{ required: [`a${i}`] }, { required: [`b${i}`], ...(head && { maxProperties: 40 }) }],
  })),
});

describe.each<[string, Json, Json]>([
  [
    "keywords",
    { type: "object", properties: { a: { type: "string" }, b: { type: "integer" } } },
    { type: "object", required: ["c"], maxProperties: 2, properties: { a: { type: "null" }, b: { maximum: 3 } } },
  ],
  [
    "alternatives",
    { anyOf: [{ type: "string" }, { type: "object", required: ["k"] }, { type: "array" }] },
    {
      anyOf: [
        { type: "string", maxLength: 2 },
        { type: "object", required: ["k", "l"] },
      ],
    },
  ],
  ["choices", choices(3, false), choices(3, true)],
])("an explanation of %s", (_, base, head) => {
  const whole = told(base, head, new Steps());

  test("tells all causes where the budget lets it", () => {
    expect(whole.length).toBeGreaterThan(1);
    expect(whole).not.toContain("unfinished ");
  });

  test("leaves none out without notice, whatever the budget", () => {
    for (let most = 1; most < 5_000; most = Math.ceil(most * 1.15)) {
      const found = told(base, head, new Steps(most));
      const untold = found.includes("unfinished ") ? [] : whole.filter((each) => !found.includes(each));
      expect({ most, untold }).toEqual({ most, untold: [] });
    }
  });
});

test("alternatives that are too many to be looked at are told of beside the causes that were found", () => {
  expect(told(choices(16, false), choices(16, true), new Steps())).toEqual(
    expect.arrayContaining(["required x", "unfinished "]),
  );
});
