import { expect, test } from "vitest";
import { cutCircles } from "./alias-cycles.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, {}])),
});

test("children take over what a parent that lists them says", () => {
  const parent = { allOf: [object("kind"), { oneOf: [ref("Cat")] }] };
  expect(cutCircles({ Pet: parent, Cat: { allOf: [ref("Pet"), object("lives")] } })).toEqual({
    Pet: parent,
    Cat: { allOf: [{ allOf: [object("kind")] }, object("lives")] },
  });
});

test("an alternative that is the whole again is left out", () => {
  expect(cutCircles({ A: { anyOf: [ref("A"), ref("B")] }, B: { anyOf: [ref("A"), object("b")] } })).toEqual({
    A: { anyOf: [] },
    B: { anyOf: [object("b")] },
  });
});

test("parts that are one another end", () => {
  expect(cutCircles({ A: { allOf: [ref("B"), object("a")] }, B: { allOf: [ref("A"), object("b")] } })).toEqual({
    A: { allOf: [{ allOf: [object("b")] }, object("a")] },
    B: { allOf: [{ allOf: [object("a")] }, object("b")] },
  });
});

test("an alias of itself may be anything", () => {
  expect(cutCircles({ A: ref("B"), B: ref("A") })).toEqual({ A: {}, B: {} });
});

test("what stands in an object or a list leads round no circle", () => {
  const tree = { type: "object", properties: { children: { type: "array", items: ref("Tree") } } };
  expect(cutCircles({ Tree: tree })).toEqual({ Tree: tree });
});

test("long chains and large circles take no time", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [
      `C${i}`,
      { allOf: [ref(`C${(i + 1) % 5_000}`), ref(`C${(i + 7) % 5_000}`)] },
    ]),
  );
  expect(Object.keys(cutCircles(chain))).toHaveLength(5_000);
});
