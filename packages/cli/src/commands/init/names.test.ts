import { describe, expect, test } from "vitest";
import { contractNames, patternsOf } from "./names.ts";

describe("contracts are called", () => {
  test.each([
    ["by the file", ["apis/billing.json", "apis/users.yaml"], ["billing", "users"]],
    ["by the folder of a file whose name says nothing", ["users/openapi.yaml"], ["users"]],
    ["by the folder one stands in", ["openapi.yaml"], ["here"]],
    ["by nothing that says nothing", ["api/openapi.yaml"], ["here"]],
    ["by no folder of what is generated", ["generated/openapi.json"], ["here"]],
    ["by what differs", ["a/users/openapi.yaml", "b/users/openapi.yaml"], ["a-users", "b-users"]],
    [
      "by version and what it is a version of",
      ["users/v1/openapi.yaml", "users/v2/openapi.yaml"],
      ["users-v1", "users-v2"],
    ],
    ["with a number where nothing differs", ["users.yaml", "users.json"], ["users", "users-2"]],
    ["in letters that a name may have", ["apis/Our Users (new).yaml"], ["Our-Users-new-"]],
  ])("%s", (_, paths, names) => {
    expect(contractNames(paths, "here")).toEqual(names);
  });
});

describe("a pattern", () => {
  const services = (count: number) => Array.from({ length: count }, (_, i) => `services/s${i}/openapi.yaml`);

  test("names many that are alike", () => {
    const files = [...services(8), "other.yaml", "services/s0/more.yaml"];
    expect(patternsOf([...services(8), "other.yaml"], files)).toEqual([
      { glob: "services/*/openapi.yaml", stem: "services", paths: services(8) },
    ]);
  });

  test("names all files of a folder", () => {
    const files = Array.from({ length: 9 }, (_, i) => `apis/a${i}.yaml`);
    expect(patternsOf(files, [...files, "apis/notes.json"])).toEqual([
      { glob: "apis/*.yaml", stem: "apis", paths: files },
    ]);
  });

  test("is called by what all files of a folder begin with", () => {
    const files = Array.from({ length: 11 }, (_, i) => `json/CheckoutService-v${61 + i}.json`);
    expect(patternsOf(files, files)).toMatchObject([{ glob: "json/*.json", stem: "json/CheckoutService" }]);
    const versions = Array.from({ length: 9 }, (_, i) => `api/v${i}.yaml`);
    expect(patternsOf(versions, versions)).toMatchObject([{ glob: "api/*.yaml", stem: "api" }]);
  });

  test("names nothing beside them", () => {
    const files = Array.from({ length: 9 }, (_, i) => `apis/a${i}.yaml`);
    expect(patternsOf(files, [...files, "apis/values.yaml"])).toEqual([]);
  });

  test("is not made of a few", () => {
    expect(patternsOf(services(7), services(7))).toEqual([]);
  });
});
