import { describe, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { governDeprecations } from "./deprecations.ts";

const OK = { responses: { 200: { description: "ok" } } };
const NEXT = { operationId: "next", ...OK };

/** What is found in a description of some paths and components. */
async function read(paths: object, rest: object = {}) {
  const text = JSON.stringify({ openapi: "3.2.0", info: { title: "t", version: "2" }, paths, ...rest });
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.json": text } });
  return valueIn(
    await governDeprecations("/api.json", { load: DEFAULT_LOAD, noticeDays: 180, datesRequired: false }, host),
  );
}

async function listed(paths: object, rest?: object) {
  const { deprecations } = await read(paths, rest);
  return deprecations.map(({ kind, subject, replacement }) => [kind, subject, replacement]);
}

describe("what is listed", () => {
  test("is each kind of thing that can be deprecated", async () => {
    const schema = {
      type: "object",
      properties: {
        nick: { deprecated: true, "x-replaced-by": "name" },
        name: { $ref: "#/components/schemas/Name", deprecated: true },
        size: { oneOf: [{ const: "S" }, { const: "XXL", deprecated: true }] },
      },
    };
    const get = {
      parameters: [{ name: "old", in: "query", deprecated: true, schema: {} }],
      responses: {
        200: {
          description: "ok",
          headers: { "X-Old": { deprecated: true, schema: {} } },
          content: { "text/xml": { "x-deprecated": true }, "application/json": { schema } },
        },
      },
    };
    const components = {
      schemas: { Name: { type: "string" } },
      securitySchemes: { basic: { type: "http", scheme: "basic", deprecated: true } },
    };
    const info = { title: "t", version: "2", "x-sunset": "2027-01-01" };
    const json = "/paths/~1a/get/responses/200/content/application~1json/schema/properties";
    expect(await listed({ "/a": { get } }, { components, info })).toEqual([
      ["parameter", "/paths/~1a/get/parameters/0", null],
      ["media-type", "/paths/~1a/get/responses/200/content/text~1xml", null],
      ["header", "/paths/~1a/get/responses/200/headers/X-Old", null],
      ["property", `${json}/nick`, "name"],
      ["property", `${json}/name`, null],
      ["enum-value", `${json}/size/oneOf/1`, null],
      ["security-scheme", "/components/securitySchemes/basic", null],
      ["version", "/info", null],
    ]);
  });

  test("is once what several operations share, and then no single one's", async () => {
    const parameters = [{ name: "old", in: "query", deprecated: true, schema: {} }];
    const { deprecations } = await read({ "/a": { parameters, get: OK, put: OK } });
    expect(deprecations.map(({ operation }) => operation)).toEqual([null]);
  });

  test("is no property beside a reference where the dialect ignores it", async () => {
    const schema = { properties: { a: { $ref: "#/components/schemas/B", deprecated: true } } };
    const components = { schemas: { A: schema, B: { type: "string" } } };
    expect(await listed({}, { openapi: "3.0.3", components })).toEqual([]);
    expect(await listed({}, { openapi: "3.1.0", components })).toHaveLength(1);
  });

  test("has the pointer of the operation, wherever its path item stands", async () => {
    const pathItems = { Old: { get: { deprecated: true, ...OK } } };
    const found = await listed({ "/old/{id}": { $ref: "#/components/pathItems/Old" } }, { components: { pathItems } });
    expect(found).toEqual([["operation", "/paths/~1old~1{id}/get", null]]);
  });
});

describe("a replacement", () => {
  const link = (value: string) => ({
    responses: { 200: { description: "ok", headers: { Link: { example: value } } } },
  });
  test.each([
    ["an operationId", { "x-replaced-by": "next" }, "GET /next"],
    ["a method and path", { "x-replaced-by": "get /next" }, "GET /next"],
    ["a pointer", { "x-replaced-by": "/paths/~1next/get" }, "GET /next"],
    ["a pointer as a fragment", { "x-replaced-by": "#/paths/~1next/get" }, "GET /next"],
    ["nothing", { "x-replaced-by": "none" }, null],
    ["a text", { "x-replaced-by": "the portal" }, "the portal"],
    ["a link to a path", link('</v1/next>; rel="successor-version"'), "GET /next"],
    ["a link at another host", link("<https://b.example/v1/next>; rel=successor-version"), "https://b.example/v1/next"],
    [
      "an extension before a link",
      { ...link("</v1/next>; rel=successor-version"), "x-replaced-by": "old" },
      "GET /old",
    ],
  ])("by %s", async (_, operation, expected) => {
    const old = { deprecated: true, operationId: "old", ...OK, ...operation };
    const servers = [{ url: "https://a.example/v1" }];
    const { deprecations } = await read({ "/old": { get: old }, "/next": { get: NEXT } }, { servers });
    expect(deprecations.map(({ replacement }) => replacement)).toEqual([expected]);
  });
});

describe("a fault", () => {
  const header = { responses: { 200: { description: "ok", headers: { Deprecation: { example: "?1" } } } } };
  test.each([
    ["none where all is well", { "x-deprecated-at": "2026-01-01", "x-sunset": "2026-06-30" }, []],
    ["a notice one day short", { "x-deprecated-at": "2026-01-01", "x-sunset": "2026-06-29" }, ["notice-too-short"]],
    ["a sunset first", { "x-deprecated-at": "2026-01-01", "x-sunset": "2025-12-31" }, ["sunset-before-deprecation"]],
    ["no date", { "x-sunset": "soon", "x-remove-on": 20260101 }, ["date-unreadable", "date-unreadable"]],
    ["a header without a date", header, ["deprecation-without-date"]],
    ["a replacement that is not there", { "x-replaced-by": "gone" }, ["replacement-unknown"]],
    ["none for an address elsewhere", { "x-replaced-by": "https://b.example/docs" }, []],
  ])("is %s", async (_, operation, codes) => {
    const { faults } = await read({ "/old": { get: { deprecated: true, ...OK, ...operation } } });
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a history that is not all here", () => {
  /** The problems with a description whose commits before the last one are not here. */
  async function problemsOf(...operations: readonly object[]) {
    const paths = Object.fromEntries(
      operations.map((get, i) => [`/${i}`, { get: { deprecated: true, ...OK, ...get } }]),
    );
    const text = JSON.stringify({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths });
    const git = { HEAD: { "api.json": text } };
    const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.json": text }, git });
    const commits = [{ commit: "HEAD", date: "2025-12-01" }];
    const shallow = { ...host, gitHistory: async () => ({ value: { commits, isComplete: false } }) };
    const terms = { load: DEFAULT_LOAD, noticeDays: 0, datesRequired: false };
    return valueIn(await governDeprecations("/api.json", terms, shallow)).problems.map(({ message }) => message);
  }

  test("is told where it may hold the day of a deprecation", async () => {
    expect(await problemsOf({}, { "x-deprecated-at": "2025-01-01" })).toEqual([
      expect.stringContaining("some deprecations have no day, and operations that were removed before may be missing."),
    ]);
  });

  test("is told where it may hold operations that were removed", async () => {
    const told = [expect.stringContaining("so operations that were removed before may be missing.")];
    expect(await problemsOf()).toEqual(told);
    expect(await problemsOf({ "x-deprecated-at": "2025-01-01" })).toEqual(told);
  });
});
