import { expect, test } from "vitest";
import type { Json } from "./json.ts";
import { libraryOf } from "./lower/document.ts";
import type { Place } from "./lower/keywords.ts";
import { Space } from "./lower/space.ts";
import { STRICT } from "./mode.ts";
import { Tags } from "./search/tags.ts";
import { Views } from "./view.ts";
import { memberLimits } from "./ways.ts";

function viewsOf(schemas: readonly Json[], direction: "none" | "request" = "none"): { views: Views; places: Place[] } {
  const document = { uri: "memory:/views", root: schemas, dialect: "openapi-3.1" } as const;
  const space = new Space(libraryOf([document]));
  const places = schemas.map((value, i) => space.place({ document, pointer: `/${i}`, value }));
  return { views: new Views(space, { ...STRICT, direction }), places };
}

test("a schema that takes no unevaluated properties is closed, one that limits them is not", () => {
  const { views, places } = viewsOf([{ unevaluatedProperties: false }, { unevaluatedProperties: { type: "string" } }]);
  expect(places.map((place) => views.mentions([place]).closed)).toEqual([true, false]);
});

test("what the right side does not have sent, it does not ask for beside the left", () => {
  const sent = { properties: { id: { type: "string" } } };
  const asking = { required: ["id", "name"] };
  const around = { ...asking, properties: { id: { readOnly: true } } };
  const { views, places } = viewsOf([sent, asking, around], "request");
  const [left, held, whole] = places as [Place, Place, Place];
  const asked = (right: Place) => {
    const holding = { keep: [left], fitting: [], held: [held] };
    return views.beside(holding, { left: [left], right: [right] }, [right]).objects.at(-1)?.required;
  };
  expect(asked(whole)).toEqual(["name"]);
  expect(asked(held)).toEqual(["id", "name"]);
});

test.each([
  ["array", { prefixItems: [{}], unevaluatedItems: { type: "string" } }, "items", "unevaluatedItems"],
  [
    "object",
    { properties: { a: {} }, unevaluatedProperties: { type: "string" } },
    "additionalProperties",
    "unevaluatedProperties",
  ],
] as const)("limits of an %s that stand for `unevaluated*` are called so", (kind, schema, keyword, written) => {
  const { views, places } = viewsOf([schema]);
  const limits = [...memberLimits(views.of(places), views.space, kind)];
  expect(limits.map((each) => each.written(keyword))).toEqual([keyword, written]);
});

test("a tag tells two schemas apart where one of them asks for it", () => {
  const tagged = (tag: string, required: boolean): Json => ({
    properties: { kind: { enum: [tag] } },
    ...(required && { required: ["kind"] }),
  });
  const { views, places } = viewsOf([tagged("a", true), tagged("b", false), tagged("c", false), tagged("a", false)]);
  const [a, b, c, same] = places as [Place, Place, Place, Place];
  const tags = new Tags(views);
  expect(tags.conflicts(a, [b], [])).toEqual(["kind"]);
  expect(tags.conflicts(b, [a], [])).toEqual(["kind"]);
  expect(tags.conflicts(b, [c], [])).toEqual([]);
  expect(tags.conflicts(a, [same], [])).toEqual([]);
});
