import { describe, expect, test } from "vitest";
import { Decider } from "../decide.ts";
import type { JsonObject } from "../json.ts";
import { STRICT } from "../mode.ts";
import { traitsOf } from "./dialect.ts";
import { Discriminators } from "./discriminator.ts";
import { type Document, type Located, libraryOf, locate } from "./document.ts";
import { Space } from "./space.ts";

/** A document with component schemas. */
function describing(schemas: Readonly<Record<string, unknown>>, more: object = {}): Document {
  return { uri: "https://example.com/api.json", root: { components: { schemas }, ...more }, dialect: "openapi-3.1" };
}

function at(document: Document, name: string): Located {
  return locate({ document, pointer: "", value: document.root }, `/components/schemas/${name}`) as Located;
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const tagged = (tag: unknown = { type: "string" }) => ({ type: "object", properties: { kind: tag } });

/** The tags of the alternatives of the component `Pet`, by the name of each. */
function tagsOfPet(schemas: Readonly<Record<string, unknown>>, dialect: Document["dialect"] = "openapi-3.1") {
  const document = { ...describing(schemas), dialect };
  const union = new Discriminators(libraryOf([document])).union(at(document, "Pet"), traitsOf(dialect));
  return union?.alternatives.map(({ name, tags }) => [name, tags]);
}

const pet = (discriminator: object, ...alternatives: object[]) => ({
  oneOf: alternatives,
  discriminator: { propertyName: "kind", ...discriminator },
});
const both = [reference("Cat"), reference("Dog")];

const TAGS: readonly (readonly [string, Record<string, unknown>, unknown])[] = [
  [
    "are their names",
    { Pet: pet({}, ...both), Cat: tagged(), Dog: tagged() },
    [
      ["Cat", ["Cat"]],
      ["Dog", ["Dog"]],
    ],
  ],
  [
    "are the keys of `mapping`, and the name of what it leaves out",
    { Pet: pet({ mapping: { cat: "#/components/schemas/Cat", tom: "Cat" } }, ...both), Cat: tagged(), Dog: tagged() },
    [
      ["Cat", ["cat", "tom"]],
      ["Dog", ["Dog"]],
    ],
  ],
  [
    "are what they list themselves, where that says neither",
    { Pet: pet({}, ...both), Cat: tagged({ const: "c" }), Dog: tagged({ enum: ["d", "e"] }) },
    [
      ["Cat", ["c"]],
      ["Dog", ["d", "e"]],
    ],
  ],
  [
    "are those of a shared list that bear their name",
    {
      Pet: pet({}, ...both),
      Kind: { enum: ["CAT", "dog", "bird"] },
      Cat: tagged(reference("Kind")),
      Dog: tagged({ allOf: [reference("Kind")] }),
    },
    [
      ["Cat", ["CAT"]],
      ["Dog", ["dog"]],
    ],
  ],
  [
    "are what a shared list leaves, where `mapping` gives the rest to others",
    {
      Pet: pet({ mapping: { x: "Cat" } }, ...both),
      Cat: tagged({ enum: ["x", "y"] }),
      Dog: tagged({ enum: ["x", "y"] }),
    },
    [
      ["Cat", ["x"]],
      ["Dog", ["y"]],
    ],
  ],
  [
    "are unknown of an inline one that lists none",
    { Pet: pet({}, reference("Cat"), tagged(), tagged({ const: "d" })), Cat: tagged() },
    [
      ["Cat", ["Cat"]],
      [undefined, undefined],
      [undefined, ["d"]],
    ],
  ],
  [
    "are its own of the default one too",
    { Pet: pet({ defaultMapping: "Dog" }, ...both), Cat: tagged(), Dog: tagged() },
    [
      ["Cat", ["Cat"]],
      ["Dog", ["Dog"]],
    ],
  ],
  [
    "are those of the alternatives within",
    {
      Pet: pet({}, reference("Cat"), reference("Others")),
      Cat: tagged(),
      Others: pet({}, reference("Dog"), reference("Bird")),
      Dog: tagged(),
      Bird: tagged({ const: "bird" }),
    },
    [
      ["Cat", ["Cat"]],
      ["Others", ["Dog", "bird"]],
    ],
  ],
  [
    "of children are their names, and the parent has one too",
    {
      Pet: { ...tagged(), discriminator: { propertyName: "kind", mapping: { d: "Dog" } } },
      Cat: { allOf: [reference("Pet"), tagged()] },
      Dog: { allOf: [{ allOf: [reference("Pet")] }] },
      Puppy: { allOf: [reference("Dog")] },
    },
    [
      ["Cat", ["Cat"]],
      ["Dog", ["d"]],
      ["Puppy", ["Puppy"]],
      ["Pet", ["Pet"]],
    ],
  ],
  [
    "of children leave the parent what they do not have",
    {
      Pet: { ...tagged({ enum: ["Cat", "Dog"] }), discriminator: { propertyName: "kind" } },
      Cat: { allOf: [reference("Pet")] },
      Dog: { allOf: [reference("Pet")] },
    },
    [
      ["Cat", ["Cat"]],
      ["Dog", ["Dog"]],
    ],
  ],
  ["are none without alternatives", { Pet: { ...tagged(), discriminator: { propertyName: "kind" } } }, undefined],
];

describe("the tags of alternatives", () => {
  test.each(TAGS)("%s", (_, schemas, expected) => expect(tagsOfPet(schemas)).toEqual(expected));

  test("mean nothing in plain JSON Schema", () => {
    const schemas = { Pet: pet({}, ...both), Cat: tagged(), Dog: tagged() };
    expect(tagsOfPet(schemas, "draft-2020-12")).toBeUndefined();
  });
});

describe("values of a union with a discriminator", () => {
  const cat = { type: "object", properties: { kind: { type: "string" }, lives: { type: "integer" } } };
  const dog = { type: "object", properties: { kind: { type: "string" }, tricks: { type: "integer" } } };
  const document = describing({
    Pet: { oneOf: [reference("Cat"), reference("Dog"), { type: "null" }], discriminator: { propertyName: "kind" } },
    Cat: cat,
    Dog: dog,
  });
  const space = new Space(libraryOf([document]));
  const { validator } = new Decider(space, STRICT);

  test.each([
    [{ kind: "Cat", lives: 9 }, true],
    [{ kind: "Cat", lives: "nine" }, false],
    [{ kind: "Cat", tricks: "none" }, true],
    [{ kind: "Bird" }, false],
    [{ kind: null }, false],
    [{ lives: 9 }, false],
    [null, true],
    ["Cat", false],
  ])("%j: %s", (value, accepted) => {
    expect(validator.accepts(space.place(at(document, "Pet")), value, "left")).toBe(accepted);
  });
});

test("a default alternative takes what has no tag, and the tags of no other", () => {
  const kind = (type: string) => ({ type: "object", properties: { kind: { type: "string" }, size: { type } } });
  const document = describing({
    Pet: {
      oneOf: [reference("Cat"), reference("Other")],
      discriminator: { propertyName: "kind", defaultMapping: "Other" },
    },
    Cat: kind("integer"),
    Other: kind("string"),
  });
  const space = new Space(libraryOf([document]));
  const { validator } = new Decider(space, STRICT);
  const accepts = (value: JsonObject) => validator.accepts(space.place(at(document, "Pet")), value, "left");
  expect(accepts({ kind: "Cat", size: 1 })).toBe(true);
  expect(accepts({ kind: "Cat", size: "S" })).toBe(false);
  for (const tag of [{ kind: "Other" }, { kind: "Bird" }, {}]) {
    expect(accepts({ ...tag, size: "S" })).toBe(true);
    expect(accepts({ ...tag, size: 1 })).toBe(false);
  }
});

describe("a child that takes in its parent", () => {
  const parent = (more: object) => ({ ...tagged(), oneOf: [reference("Cat"), reference("Dog")], ...more });
  const child = (name: string) => ({
    allOf: [reference("Pet"), { type: "object", properties: { [name]: { type: "integer" } }, required: [name] }],
  });

  test.each([
    ["with a discriminator", { discriminator: { propertyName: "kind" } }, { kind: "Cat", lives: 9 }],
    ["without", {}, { lives: 9 }],
  ])("is no circle, %s", (_, more, cat) => {
    const document = describing({ Pet: parent(more), Cat: child("lives"), Dog: child("tricks") });
    const space = new Space(libraryOf([document]));
    const { validator } = new Decider(space, STRICT);
    const accepts = (value: Parameters<typeof validator.accepts>[1]) =>
      validator.accepts(space.place(at(document, "Pet")), value, "left");
    expect(accepts(cat)).toBe(true);
    expect(accepts({ ...cat, lives: "nine" })).toBe(false);
    expect(accepts({ ...cat, kind: 7 })).toBe(false);
    expect(accepts({})).toBe(false);
  });

  test.each([
    ["anyOf", { anyOf: [reference("Pet"), { type: "string" }] }],
    ["oneOf", { oneOf: [reference("Pet"), { type: "string" }] }],
    ["not", { not: reference("Pet") }],
    ["if", { if: reference("Pet"), else: { type: "string" } }],
  ])("a circle of %s alone is not decided", (_, pet) => {
    const document = describing({ Pet: pet, Other: { type: "integer" } });
    const space = new Space(libraryOf([document]));
    const [left, right] = ["Pet", "Other"].map((name) => space.place(at(document, name)));
    expect(new Decider(space, STRICT).counterexample([left as never], [right as never]).kind).not.toBe("none");
    expect(new Decider(space, STRICT).counterexample([right as never], [left as never]).kind).toBe("unknown");
  });
});
