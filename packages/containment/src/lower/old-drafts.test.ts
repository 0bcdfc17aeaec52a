import { describe, expect, test } from "vitest";
import { Decider } from "../decide.ts";
import type { Json } from "../json.ts";
import { STRICT } from "../mode.ts";
import type { Dialect } from "./dialect.ts";
import { libraryOf } from "./document.ts";
import { Space } from "./space.ts";

/* What a dialect does not know yet, or no longer, says nothing. */

/** A dialect, a schema, a value, and whether it is valid. */
const CASES: readonly (readonly [string, Dialect, Json, Json, boolean])[] = [
  ...(["draft-04", "draft-06", "draft-07"] as const).map(
    (dialect) =>
      [
        `in ${dialect} a name beside a reference names nothing`,
        dialect,
        {
          [dialect === "draft-04" ? "id" : "$id"]: "http://e.org/base/",
          definitions: {
            text: { [dialect === "draft-04" ? "id" : "$id"]: "http://e.org/foo.json", type: "string" },
            number: { [dialect === "draft-04" ? "id" : "$id"]: "foo.json", type: "number" },
          },
          allOf: [{ [dialect === "draft-04" ? "id" : "$id"]: "http://e.org/", $ref: "foo.json" }],
        },
        "a",
        false,
      ] as const,
  ),
  [
    "since 2019-09 it does",
    "draft-2019-09",
    {
      $id: "http://e.org/base/",
      $defs: { text: { $id: "http://e.org/foo.json", type: "string" }, number: { $id: "foo.json", type: "number" } },
      allOf: [{ $id: "http://e.org/", $ref: "foo.json" }],
    },
    "a",
    true,
  ],
  [
    "an absolute name with a fragment is an anchor in a resource",
    "draft-07",
    { $ref: "http://e.org/bar#foo", definitions: { a: { $id: "http://e.org/bar#foo", type: "integer" } } },
    "a",
    false,
  ],
  ...(["draft-2019-09", "openapi-3.0", "openapi-2.0"] as const).map(
    (dialect) =>
      [
        `in ${dialect} additionalItems without a list evaluates nothing`,
        dialect,
        { additionalItems: { type: "number" }, unevaluatedItems: { type: "string" } },
        ["a", 1],
        false,
      ] as const,
  ),
  [
    "beside one schema for all items, additionalItems says nothing",
    "draft-2019-09",
    { items: {}, additionalItems: false, unevaluatedItems: false },
    ["a", 1],
    true,
  ],
  [
    "beside a list, additionalItems evaluates the rest",
    "draft-2019-09",
    { items: [{ type: "string" }], additionalItems: { type: "number" }, unevaluatedItems: false },
    ["a", 1],
    true,
  ],
  [
    "what contains finds is not evaluated in 2019-09",
    "draft-2019-09",
    { contains: { type: "string" }, unevaluatedItems: { type: "number" } },
    ["a", 1],
    false,
  ],
  [
    "a resource of another dialect is read in that, also by references into it",
    "draft-2020-12",
    {
      $ref: "http://e.org/old#/definitions/part",
      $defs: {
        old: {
          $id: "http://e.org/old",
          $schema: "http://json-schema.org/draft-07/schema#",
          definitions: { part: { $ref: "#/definitions/text", type: "number" }, text: { type: "string" } },
        },
      },
    },
    "a",
    true,
  ],
];

describe("old drafts", () => {
  test.each(CASES)("%s", (_, dialect, schema, value, valid) => {
    const documents = [{ enum: [value] }, schema].map((root, i) => ({ uri: `memory:/${i}`, root, dialect }));
    const space = new Space(libraryOf(documents));
    const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
    if (left === undefined || right === undefined) throw new Error("two schemas are compared");
    expect(new Decider(space, STRICT).counterexample([left], [right]).kind).toBe(valid ? "none" : "some");
  });
});
