import { describe, expect, test } from "vitest";
import { Decider } from "../decide.ts";
import type { Json } from "../json.ts";
import { STRICT } from "../mode.ts";
import type { Dialect } from "./dialect.ts";
import { type Document, libraryOf } from "./document.ts";
import { Space } from "./space.ts";

const TUPLE = { type: "array", items: [{ type: "string" }], minItems: 1 };
const DEPENDENT = { dependencies: { a: ["b"] } };
const DRAFT_07 = "http://json-schema.org/draft-07/schema#";

/** Whether all values of one schema are values of another, where schemas without `$schema` are of a dialect. */
function contains(left: Json, right: Json, schemas: Dialect | "unknown" | undefined): string {
  const documents = [left, right].map(
    (root, i): Document => ({ uri: `memory:/${i}`, root, dialect: "openapi-3.1", schemas }),
  );
  const space = new Space(libraryOf(documents));
  const [sent, accepted] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  return sent && accepted ? new Decider(space, STRICT).counterexample([sent], [accepted]).kind : "none";
}

describe("the dialect of schemas that name none", () => {
  test.each<[string, Json, Json, Dialect | "unknown" | undefined, string]>([
    ["a list in `items` is a tuple in draft 07", TUPLE, { prefixItems: [{ type: "string" }] }, "draft-07", "none"],
    ["the item of that tuple counts", TUPLE, { items: [{ type: "integer" }] }, "draft-07", "some"],
    ["`dependencies` count in draft 07", {}, DEPENDENT, "draft-07", "some"],
    ["`dependencies` mean nothing in OpenAPI 3.1", {}, DEPENDENT, undefined, "none"],
    ["`$schema` goes before it", {}, { $schema: DRAFT_07, ...DEPENDENT }, "draft-2020-12", "some"],
    [
      "`$schema` goes before an unknown one",
      { $schema: DRAFT_07, type: "string" },
      { $schema: DRAFT_07 },
      "unknown",
      "none",
    ],
    ["an unknown one on both sides", { type: "string" }, { type: "integer" }, "unknown", "unknown"],
    ["an unknown one on the left", { type: "string" }, { $schema: DRAFT_07, type: "string" }, "unknown", "unknown"],
    ["an unknown one on the right", { $schema: DRAFT_07, type: "string" }, { type: "string" }, "unknown", "unknown"],
  ])("%s", (_, left, right, schemas, expected) => {
    expect(contains(left, right, schemas)).toBe(expected);
  });
});
