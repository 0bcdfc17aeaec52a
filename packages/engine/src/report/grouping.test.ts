import { expect, test } from "vitest";
import type { SubjectStep } from "../model/subject.ts";
import type { Ruling } from "../policy/ruling.ts";
import { groupByPlace } from "./grouping.ts";

const ruling = (paths: readonly string[], ...steps: readonly SubjectStep[]) =>
  ({
    address: { file: undefined, steps },
    operations: paths.map((path) => ({ method: "GET", path, direction: "response" })),
  }) as unknown as Ruling;

test.each<[string, Ruling, string]>([
  ["its operation", ruling(["/a", "/a"], "components", "schemas", "User"), "GET /a"],
  ["the schema that operations share", ruling(["/a", "/b"], "components", "schemas", "User"), "Schema User"],
  ["a definition of Swagger", ruling(["/a", "/b"], "definitions", "User"), "Schema User"],
  ["another component", ruling([], "components", "parameters", "Limit"), "Parameter Limit"],
  [
    "the first of several operations",
    ruling(["/a", "/b"], "paths", "/a", "parameters", { in: "path", name: "id" }),
    "GET /a",
  ],
  ["its path", ruling([], "paths", "/a"), "/a"],
  ["a part at the top", ruling([], "tags", "0"), "tags"],
  ["the description", ruling([]), "The description"],
  ["what a stored report has of it", { ...ruling(["/a", "/b"]), address: undefined }, "GET /a"],
])("a finding is listed under %s", (_, each, title) => expect(groupByPlace([each])).toMatchObject([{ title }]));

test("groups stay in the order of their first finding, and name what they concern", () => {
  const shared = ruling(["/a", "/b"], "components", "schemas", "User");
  const groups = groupByPlace([shared, ruling(["/c"]), shared]);
  expect(groups.map(({ title, operations, rulings }) => [title, operations, rulings.length])).toEqual([
    ["Schema User", ["GET /a", "GET /b"], 2],
    ["GET /c", [], 1],
  ]);
});
