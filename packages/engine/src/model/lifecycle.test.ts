import { describe, expect, it } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { loadDescription } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { Api } from "./api.ts";
import { type Lifecycle, readLifecycle, stabilityRank } from "./lifecycle.ts";

const NOTHING: Lifecycle = {
  deprecated: false,
  announced: undefined,
  sunset: undefined,
  stability: "stable",
  replacement: undefined,
};

describe("what something says of its life", () => {
  it.each<[string, unknown, Partial<Lifecycle>]>([
    ["nothing", {}, {}],
    ["no object", "deprecated", {}],
    ["deprecated", { deprecated: true }, { deprecated: true }],
    ["not deprecated, in words", { deprecated: "true" }, {}],
    ["oasdiff", { "x-sunset": "2022-12-31", "x-stability-level": "beta" }, { sunset: "2022-12-31", stability: "beta" }],
    ["a level of no text", { "x-stability-level": 1 }, {}],
    ["a time in another zone", { "x-sunset": "2023-03-01T00:30:00+02:00" }, { sunset: "2023-02-28" }],
    ["an HTTP date", { "x-sunset": "Wed, 31 Dec 2025 23:59:59 GMT" }, { sunset: "2025-12-31" }],
    ["no date, then one", { "x-sunset": "soon", "x-remove-on": "2026-01-15" }, { sunset: "2026-01-15" }],
    [
      "Microsoft",
      { "x-ms-deprecation": { removalDate: "2024-06-30", date: "2022-06-30" } },
      { announced: "2022-06-30", sunset: "2024-06-30" },
    ],
    [
      "SAP",
      { "x-sap-deprecated-operation": { deprecationDate: "2022-01-31", successorOperationId: "list" } },
      { announced: "2022-01-31", replacement: "list" },
    ],
    [
      "SAP by reference",
      { "x-sap-deprecated-operation": { successorOperationRef: "#/paths/~1a/get" } },
      { replacement: "#/paths/~1a/get" },
    ],
    [
      "GitHub",
      { "x-github": { deprecationDate: "2023-04-01", removalDate: "2025-04-01" } },
      { announced: "2023-04-01", sunset: "2025-04-01" },
    ],
    ["Speakeasy", { "x-speakeasy-deprecation-replacement": "list" }, { replacement: "list" }],
    [
      "others",
      { "x-deprecated-at": "2025-01-15", "x-replaced-by": " GET /b " },
      { announced: "2025-01-15", replacement: "GET /b" },
    ],
    ["an object that names one", { "x-replacement": { operationId: "list" } }, { replacement: "list" }],
    ["an object that names none", { "x-replacement": {} }, {}],
    ["no replacement, in a word", { "x-replaced-by": "none" }, { replacement: null }],
    ["no replacement, by false", { "x-replaced-by": false, "x-replacement": "b" }, { replacement: null }],
    ["no replacement, by null", { "x-replaced-by": null }, { replacement: null }],
  ])("%s", (_, value, expected) => expect(readLifecycle({ value })).toEqual({ ...NOTHING, ...expected }));

  it("has levels in order, an unknown one at the end", () => {
    const levels = ["stable", "draft", "beta", "alpha"].sort((a, b) => stabilityRank(a) - stabilityRank(b));
    expect(levels).toEqual(["draft", "alpha", "beta", "stable"]);
    expect(stabilityRank("ga")).toBe(stabilityRank("stable"));
  });
});

const DATED = { schema: { type: "string" }, example: "Wed, 31 Dec 2025 23:59:59 GMT" };

describe("what the headers of an operation show", () => {
  it.each<[string, object, Partial<Lifecycle>]>([
    ["a sunset", { headers: { Sunset: DATED } }, { sunset: "2025-12-31" }],
    ["a name in other letters", { headers: { sunset: DATED } }, { sunset: "2025-12-31" }],
    ["structured fields", { headers: { Deprecation: { example: "@1688169599" } } }, { announced: "2023-06-30" }],
    ["true, which is no date", { headers: { Deprecation: { example: "true" } } }, {}],
    ["the first value alone", { headers: { Sunset: { example: "soon", schema: { const: DATED.example } } } }, {}],
    [
      "a named example",
      { headers: { Sunset: { examples: { a: { value: DATED.example } } } } },
      { sunset: "2025-12-31" },
    ],
    ["a reference", { headers: { Sunset: { $ref: "#/components/headers/Sunset" } } }, { sunset: "2024-06-30" }],
    [
      "a reference to a schema",
      { headers: { Sunset: { schema: { $ref: "#/components/schemas/End" } } } },
      { sunset: "2024-06-30" },
    ],
    [
      "an extension goes before it",
      { headers: { Sunset: DATED }, own: { "x-sunset": "2027-01-01" } },
      { sunset: "2027-01-01" },
    ],
    [
      "an extension that is no date does not",
      { headers: { Sunset: DATED }, own: { "x-sunset": "soon" } },
      { sunset: "2025-12-31" },
    ],
  ])("%s", async (_, given, expected) => {
    const { headers, own = {} } = given as { headers: object; own?: object };
    const end = { const: "Sun, 30 Jun 2024 00:00:00 GMT" };
    const text = JSON.stringify({
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      paths: { "/a": { get: { ...own, responses: { 200: { description: "", headers } } } } },
      components: { headers: { Sunset: { schema: { $ref: "#/components/schemas/End" } } }, schemas: { End: end } },
    });
    const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.json": text } });
    const description = valueIn(await loadDescription("/api.json", host));
    expect(new Api(description).operations[0]?.lifecycle).toEqual({ ...NOTHING, ...expected });
  });
});
