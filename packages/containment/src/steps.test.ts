import { describe, expect, test } from "vitest";
import { Decider } from "./decide.ts";
import type { Json } from "./json.ts";
import { type Document, libraryOf } from "./lower/document.ts";
import { Space } from "./lower/space.ts";
import { type Mode, STRICT } from "./mode.ts";
import { Steps } from "./steps.ts";

/** Asks whether one schema lies within another, with so many steps for all of it. */
function answer(base: Json, head: Json, steps = new Steps(), mode: Mode = STRICT): string {
  const documents = [base, head].map((root, i): Document => ({ uri: `memory:/${i}`, root, dialect: "draft-2020-12" }));
  const space = new Space(libraryOf(documents), steps);
  const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  if (left === undefined || right === undefined) throw new Error("two schemas are compared");
  return new Decider(space, mode).counterexample([left], [right]).kind;
}

/** Definitions in which each is made of the next, the last a leaf. */
function chain(length: number, level: (next: Json) => Json, leaf: Json): Json {
  const next = (i: number) => ({ $ref: `#/$defs/D${i + 1}` });
  const levels = Array.from({ length }, (_, i) => [`D${i}`, level(next(i))] as const);
  return { $ref: "#/$defs/D0", $defs: { ...Object.fromEntries(levels), [`D${length}`]: leaf } };
}

test("steps are counted until there are none, and then there are none", () => {
  const steps = new Steps(3);
  const isSpent = steps.portion(1);
  expect([steps.take(), isSpent(), steps.take(), isSpent()]).toEqual([true, false, true, true]);
  expect([steps.take(2), steps.areSpent, steps.take(0)]).toEqual([false, true, false]);
});

test("a question without steps is left undecided", () => {
  const object = (type: string) => ({ type: "object", properties: { a: { type } } });
  expect(answer(object("string"), object("integer"))).toBe("some");
  expect(answer(object("string"), object("integer"), new Steps(1))).toBe("unknown");
});

describe("a choice of one among many properties", () => {
  const choice = (count: number, last: Json): Json => ({
    oneOf: Array.from({ length: count }, (_, i) => ({
      type: "object",
      properties: { [`p${i}`]: i === count - 1 ? last : { type: "string" } },
      required: [`p${i}`],
    })),
  });
  const declared: Mode = { ...STRICT, extras: "declared" };
  const [base, head] = [choice(60, { type: "string" }), choice(60, { type: "string", minLength: 1 })];

  test("takes steps for each alternative, not for each two of them", () => {
    expect(answer(head, base, new Steps(100_000), declared)).toBe("none");
    expect(answer(base, head, new Steps(100_000), declared)).toBe("some");
  });
});

describe.each<[string, (next: Json) => Json]>([
  ["references", (next) => next],
  ["allOf", (next) => ({ allOf: [next] })],
  ["allOf with a title", (next) => ({ title: "t", allOf: [next, { title: "u" }] })],
  ["nullable anyOf", (next) => ({ anyOf: [next, { type: "null" }] })],
  ["doubled anyOf", (next) => ({ anyOf: [next, next] })],
  ["doubled allOf", (next) => ({ allOf: [next, next] })],
])("a chain of %s", (_, level) => {
  const text = chain(2_000, level, { type: "string" });
  const number = chain(2_000, level, { type: "integer" });

  test("is followed to its end", () => {
    expect(answer(text, number)).toBe("some");
    expect(answer(text, structuredClone(text))).toBe("none");
  });
});

describe.each<[string, (next: Json) => Json]>([
  ["properties", (next) => ({ type: "object", properties: { n: next }, required: ["n"] })],
  ["items", (next) => ({ type: "array", items: next, minItems: 1 })],
  ["oneOf", (next) => ({ oneOf: [next, { type: "null" }] })],
  ["not", (next) => ({ not: next })],
  ["doubled properties", (next) => ({ type: "object", properties: { a: next, b: next }, required: ["a", "b"] })],
  ["doubled oneOf", (next) => ({ oneOf: [next, next] })],
])("a deep chain of %s", (_, level) => {
  test("is never taken for contained because it is deep", () => {
    const [text, number] = [chain(500, level, { type: "string" }), chain(500, level, { type: "integer" })];
    expect(["some", "unknown"]).toContain(answer(text, number));
    expect(answer(text, structuredClone(text))).toBe("none");
  });
});
