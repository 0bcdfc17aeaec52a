import { describe, expect, test } from "vitest";
import { Decider } from "./decide.ts";
import type { Json } from "./json.ts";
import type { Dialect } from "./lower/dialect.ts";
import { libraryOf } from "./lower/document.ts";
import { Space } from "./lower/space.ts";
import { type Mode, STRICT } from "./mode.ts";
import { RefaAutomata } from "./types/automaton.ts";
import type { Found } from "./types/outcome.ts";

/** An object that needs one name, and is told by it alone. */
const named = (name: string) => ({ type: "object", properties: { [name]: { type: "string" } }, required: [name] });
const [SMALL, LARGE] = [named("small"), named("large")];
const REQUEST: Mode = { extras: "declared", direction: "request", unknownProperties: "refuse" };
const RESPONSE: Mode = { ...REQUEST, direction: "response" };
const IGNORING: Mode = { ...RESPONSE, unknownProperties: "ignore" };

function find(left: Json, right: Json, mode: Mode = STRICT, dialect: Dialect = "openapi-3.1"): Found<Json> {
  const documents = [left, right].map((root, i) => ({ uri: `memory:/${i}`, root, dialect }));
  const space = new Space(libraryOf(documents));
  const [from, to] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  if (from === undefined || to === undefined) throw new Error("two schemas are compared");
  return new Decider(space, mode, new RefaAutomata()).counterexample([from], [to]);
}

const patterned = (count: number, prefix: (i: number) => string, value: Json): Json => ({
  type: "object",
  patternProperties: Object.fromEntries(Array.from({ length: count }, (_, i) => [prefix(i), value])),
});

describe("many patterns of property names", () => {
  test.each([1, 6, 7, 8, 9, 12, 20])("%i on each side are told apart", (count) => {
    const strings = patterned(count, (i) => `^p${i}-`, { type: "string" });
    const numbers = patterned(count, (i) => `^p${i}`, { type: "integer" });
    expect(find(strings, numbers).kind).toBe("some");
    expect(
      find(
        strings,
        patterned(count, (i) => `^p${i}-.`, { minLength: 0 }),
      ).kind,
    ).toBe("none");
  });

  test("more kinds of names than can be told apart leave the question undecided", () => {
    const letters = [..."abcdefghijklmnop"];
    const within = (value: Json) => ({
      patternProperties: Object.fromEntries(letters.map((letter) => [letter, value])),
    });
    expect(find(within({ type: "string" }), within({ type: ["string", "null"] })).kind).toBe("unknown");
  });
});

describe("alternatives without tags, of which none rules another out", () => {
  const alternatives = (count: number, place: Json) => ({
    oneOf: Array.from({ length: count }, (_, i) => ({
      type: "object",
      properties: {
        name: { enum: [`n${i}`] },
        message: { enum: [`m${i}`] },
        details: { type: "array", items: { type: "object", required: ["issue"], properties: { place } } },
      },
    })),
  });
  const text = { type: "string" };
  const listed = { type: "string", enum: ["body", "path"] };

  test.each([3, 6, 9, 12])("%i of them pair up", (count) => {
    expect(find(alternatives(count, listed), alternatives(count, text)).kind).toBe("none");
    expect(find(alternatives(count, text), alternatives(count, listed)).kind).toBe("some");
  });
});

const X = { type: "string", enum: ["x"] };
const Y = { type: "string", enum: ["y"] };
const UNREAD = { $ref: "#/nowhere" };

/** A left schema, a right one, a mode, and whether a value tells them apart. */
const CASES: readonly (readonly [string, Json, Json, Mode, Found<Json>["kind"]])[] = [
  [
    "a tag that requests do not have sent does not keep schemas apart",
    {
      type: "object",
      allOf: [{ properties: { kind: { ...X, readOnly: true } }, required: ["kind"] }, { properties: { kind: Y } }],
    },
    { type: "object", maxProperties: 0 },
    REQUEST,
    "some",
  ],
  [
    "nor one that responses do not have sent",
    {
      type: "object",
      allOf: [{ properties: { kind: { ...X, writeOnly: true } }, required: ["kind"] }, { properties: { kind: Y } }],
    },
    { type: "object", maxProperties: 0 },
    RESPONSE,
    "some",
  ],
  [
    "nor where a third schema says that it is not sent",
    {
      type: "object",
      allOf: [
        { properties: { kind: X }, required: ["kind"] },
        { properties: { kind: Y } },
        { properties: { kind: { readOnly: true } } },
      ],
    },
    { type: "object", maxProperties: 0 },
    REQUEST,
    "some",
  ],
  [
    "nor where what follows from a condition says so",
    {
      type: "object",
      properties: { kind: X },
      required: ["kind"],
      if: { properties: { kind: Y }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { kind: { readOnly: true } } },
      else: false,
    },
    { type: "object", required: ["a"] },
    REQUEST,
    "some",
  ],
  [
    "in the other direction it does",
    {
      type: "object",
      allOf: [{ properties: { kind: { ...X, readOnly: true } }, required: ["kind"] }, { properties: { kind: Y } }],
    },
    { type: "object", maxProperties: 0 },
    RESPONSE,
    "none",
  ],
  [
    "a tag that is not sent does not rule an alternative of the right side out",
    { type: "object", properties: { kind: X, a: { type: "string" } }, required: ["kind"] },
    { oneOf: [{ type: "object", properties: { kind: { ...Y, readOnly: true }, a: { type: "string" } } }] },
    REQUEST,
    "none",
  ],
  [
    "what the whole right side does not have sent, its alternatives do not ask for",
    { type: "object" },
    { type: "object", properties: { id: { readOnly: true } }, anyOf: [{ required: ["id"] }, { required: ["other"] }] },
    REQUEST,
    "none",
  ],
  [
    "nor a dependency",
    { type: "object", properties: { a: {} } },
    { type: "object", properties: { id: { readOnly: true } }, dependentRequired: { a: ["id"] } },
    REQUEST,
    "none",
  ],
  [
    "an alternative that comes is not met by a name that only it declares",
    { oneOf: [SMALL, LARGE] },
    { oneOf: [LARGE, named("weight"), SMALL] },
    REQUEST,
    "none",
  ],
  [
    "nor within a property",
    { oneOf: [{ type: "object", properties: { at: SMALL }, required: ["at"] }, LARGE] },
    {
      oneOf: [
        { type: "object", properties: { at: SMALL }, required: ["at"] },
        LARGE,
        { type: "object", properties: { at: named("weight") }, required: ["at"] },
      ],
    },
    REQUEST,
    "none",
  ],
  ["but by the letter it is", { oneOf: [SMALL, LARGE] }, { oneOf: [LARGE, named("weight"), SMALL] }, STRICT, "some"],
  [
    "and by a name that both sides declare",
    { oneOf: [SMALL, LARGE] },
    { oneOf: [SMALL, LARGE, { properties: { small: {} }, required: ["small"] }] },
    REQUEST,
    "some",
  ],
  [
    "a name that is excluded of a value is not needed to break an exclusion",
    { type: "object", properties: { a: {} } },
    { not: { required: ["b"] } },
    REQUEST,
    "none",
  ],
  ["a schema that is not read does not accept everything", {}, UNREAD, STRICT, "unknown"],
  [
    "nor do names",
    { properties: { a: {} }, additionalProperties: false },
    { propertyNames: UNREAD },
    STRICT,
    "unknown",
  ],
  ["nor does a property", { properties: { a: X }, required: ["a"] }, { properties: { a: UNREAD } }, STRICT, "unknown"],
  ["nor does an alternative", X, { anyOf: [UNREAD, Y] }, STRICT, "unknown"],
  ["nor what is ruled out", X, { not: UNREAD }, STRICT, "unknown"],
  ["nor an item that is counted", { items: X, minItems: 1 }, { contains: UNREAD }, STRICT, "unknown"],
  [
    "nor further properties of unknown kinds",
    { properties: { a: X } },
    { anyOf: [{ allOf: [UNREAD] }], unevaluatedProperties: false },
    STRICT,
    "unknown",
  ],
  ["nor does it accept nothing", UNREAD, X, STRICT, "unknown"],
  ["not even in a finite set", { enum: ["x"], allOf: [UNREAD] }, Y, STRICT, "unknown"],
  ["two that are not read are not one", UNREAD, UNREAD, STRICT, "unknown"],
  ["nor are two that refer to such", { items: UNREAD }, { items: UNREAD }, STRICT, "unknown"],
  ["a pattern that is no expression refuses nothing for sure", X, { pattern: "(" }, STRICT, "unknown"],
  ["and accepts nothing for sure", { enum: ["x"], pattern: "(" }, Y, STRICT, "unknown"],
  [
    "nor does a pattern of names",
    { properties: { a: X }, additionalProperties: false },
    { patternProperties: { "(": Y } },
    STRICT,
    "unknown",
  ],
  [
    "names of a finite set fill an object up, those of the other side too",
    { type: "object", propertyNames: { enum: ["a", "b"] }, minProperties: 2 },
    { type: "object", properties: { a: {}, b: { type: "string" } } },
    STRICT,
    "some",
  ],
  [
    "names that are ignored do not count",
    { type: "object", minProperties: 3 },
    { type: "object", properties: { a: {} }, additionalProperties: false, minProperties: 1 },
    IGNORING,
    "some",
  ],
  [
    "names that are known by a pattern do",
    { type: "object" },
    { type: "object", patternProperties: { "^x": {} }, additionalProperties: false, maxProperties: 2 },
    IGNORING,
    "some",
  ],
  [
    "more exceptions than letters leave a string free",
    { type: "string", minLength: 1, maxLength: 1 },
    { enum: Array.from({ length: 5_000 }, (_, i) => String.fromCodePoint(0x61 + i)) },
    STRICT,
    "some",
  ],
  [
    "five of one kind are three of a wider one",
    { contains: { type: "boolean" }, minContains: 5 },
    { contains: { type: ["boolean", "number"] }, minContains: 3 },
    STRICT,
    "none",
  ],
];

test.each(CASES)("%s", (_, left, right, mode, kind) => {
  expect(find(left, right, mode).kind).toBe(kind);
});

test("what one alternative does not have sent, another on the same side may ask for", () => {
  const asking = { type: "object", required: ["a"] };
  const left = { oneOf: [{ type: "object", properties: { a: { readOnly: true } } }, asking] };
  const right = { oneOf: [asking, { type: "object", properties: { a: { readOnly: true }, b: {} } }] };
  expect(find(left, right, REQUEST).kind).toBe("none");
});

test("what one alternative does not have sent is never a proof", () => {
  const left = {
    oneOf: [
      { type: "object", maxProperties: 2, properties: { b: { type: "string" } } },
      { type: "object", maxProperties: 1 },
      { type: "object", maxProperties: 2 },
    ],
  };
  const right = { type: "object", properties: { c: { type: "object" }, b: { type: "string", readOnly: true } } };
  expect(find(left, right, { ...REQUEST, extras: "strict" }).kind).toBe("some");
});

test("where unknown names are passed over, those that any alternative knows are not", () => {
  const right = { anyOf: [{ type: "object", additionalProperties: false }, { properties: { a: { type: "string" } } }] };
  expect(find({ type: "object" }, right, { ...IGNORING, extras: "strict" }).kind).toBe("some");
});

test("what the left side rules out is judged by the whole value where unknown names are passed over", () => {
  const right = { type: "object", additionalProperties: false, minProperties: 1 };
  expect(find({ type: "object", oneOf: [{}, { maxProperties: 1 }] }, right, IGNORING).kind).toBe("some");
});

test("names of an alternative that the left side rules out are none that the right side mentions", () => {
  const x = (more: Json) => ({ type: "object", properties: { x: { type: "object", ...(more as object) } } });
  const left = { oneOf: [x({}), x({ properties: { y: { type: "integer" } } })] };
  expect(find(left, { type: "object", maxProperties: 0 }, { ...STRICT, extras: "declared" })).toMatchObject({
    kind: "some",
  });
});

test("what the right side accepts as it is, it accepts, though it would not with names passed over", () => {
  const closed = { type: "object", additionalProperties: false, properties: { a: {} } };
  const open = { type: "object", properties: { a: {} }, minProperties: 2, maxProperties: 2 };
  const again = { oneOf: [{ allOf: [closed] }, { allOf: [open, {}] }] };
  expect(find({ oneOf: [closed, open] }, again, { ...IGNORING, extras: "strict" }).kind).toBe("none");
});

test("where one property is all that there may be, it breaks each of several schemas", () => {
  const one = (more: object) => ({ type: "object", maxProperties: 1, ...more });
  const parts = [
    one({}),
    one({ properties: { a: { type: "array" } } }),
    one({ additionalProperties: { type: "string" } }),
  ];
  const found = find({ oneOf: parts }, { type: "object", additionalProperties: false });
  expect(found).toMatchObject({ kind: "some", value: { a: null } });
});
