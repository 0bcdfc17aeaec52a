import { describe, expect, test } from "vitest";
import { type Change, hurtBy, type Interactions, judgeChange, unknownIn } from "./support/consumers.ts";

/*
 * Whom changes hurt: five consumers of one API, and changes whose answers were worked out by hand.
 */

type Json = Record<string, unknown>;

const ORDER = {
  type: "object",
  required: ["id", "state", "lines"],
  properties: {
    id: { type: "integer" },
    state: { type: "string", enum: ["open", "paid"] },
    note: { type: "string", maxLength: 100 },
    total: { type: "number", maximum: 1000 },
    lines: { type: "array", items: { $ref: "#/components/schemas/Line" } },
  },
};
const LINE = { type: "object", required: ["sku"], properties: { sku: { type: "string" }, count: { type: "integer" } } };
const NEW_ORDER = {
  type: "object",
  required: ["sku"],
  properties: { sku: { type: "string", maxLength: 40 }, size: { type: "string", enum: ["small", "large"] } },
};

const body = (schema: unknown) => ({ content: { "application/json": { schema } } });

/** The description before. */
function base() {
  return {
    openapi: "3.1.0",
    info: { title: "Orders", version: "1.0.0" },
    paths: {
      "/orders": {
        get: {
          parameters: [{ name: "limit", in: "query", schema: { type: "integer", maximum: 100 } }],
          responses: {
            200: {
              description: "",
              headers: { Total: { required: true, schema: { type: "integer" } } },
              ...body({ type: "array", items: { $ref: "#/components/schemas/Order" } }),
            },
            404: { description: "" },
          },
        },
        post: {
          requestBody: { required: true, ...body(structuredClone(NEW_ORDER)) },
          responses: { 201: { description: "" } },
        },
      },
      "/orders/{id}": {
        get: {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
          responses: { 200: { description: "", ...body({ $ref: "#/components/schemas/Order" }) } },
        },
      },
    },
    components: { schemas: { Order: structuredClone(ORDER), Line: structuredClone(LINE) } as Record<string, Json> },
  };
}

type Api = ReturnType<typeof base>;

const rules = (all: Readonly<Record<string, Json>>) => ({
  matchingRules: { body: Object.fromEntries(Object.entries(all).map(([path, each]) => [path, { matchers: [each] }])) },
});

/** What each consumer relies on. */
const CONSUMERS: Interactions = {
  // Lists orders, and reads their ids.
  list: [
    {
      request: { method: "GET", path: "/orders", query: { limit: ["50"] } },
      response: { status: 200, body: [{ id: 1 }], ...rules({ $: { match: "type", min: 1 } }) },
    },
  ],
  // Reads the states that it knows.
  board: [
    {
      request: { method: "GET", path: "/orders/1" },
      response: {
        status: 200,
        body: { state: "open" },
        ...rules({ "$.state": { match: "regex", regex: "open|paid" } }),
      },
    },
  ],
  // Counts what is in an order, and shows its note.
  packer: [
    {
      request: { method: "GET", path: "/orders/1" },
      response: {
        status: 200,
        body: { note: "a", lines: [{ sku: "a" }] },
        ...rules({ "$.lines": { match: "type", min: 1 } }),
      },
    },
  ],
  // Orders, always in one size.
  shop: [
    { request: { method: "POST", path: "/orders", body: { sku: "a", size: "small" } }, response: { status: 201 } },
  ],
  // Orders with skus of up to 30 letters; reads how many orders there are.
  bulk: [
    {
      request: {
        method: "POST",
        path: "/orders",
        body: { sku: "abc" },
        ...rules({ "$.sku": { match: "regex", regex: "[a-z]{1,30}" } }),
      },
      response: { status: 201 },
    },
    { request: { method: "GET", path: "/orders" }, response: { status: 200, headers: { Total: "3" } } },
  ],
};

const order = ({ components }: Api) => components.schemas["Order"] as typeof ORDER & Json;
const line = ({ components }: Api) => components.schemas["Line"] as typeof LINE & Json;
const posted = ({ paths }: Api) =>
  paths["/orders"].post.requestBody.content["application/json"].schema as typeof NEW_ORDER & Json;

const CHANGES: readonly Change<Api>[] = [
  {
    name: "an operation that one calls is gone",
    change: (api) => delete (api.paths as Json)["/orders/{id}"],
    hurts: { "operation-removed": ["board", "packer"] },
  },
  {
    name: "a required property is gone",
    change: (api) => {
      order(api).required = ["id", "lines"];
      delete (order(api).properties as Json)["state"];
    },
    hurts: { "response-property-removed": ["board"] },
  },
  {
    name: "an optional property is gone",
    change: (api) => delete (order(api).properties as Json)["note"],
    hurts: { "response-optional-property-removed": ["packer"] },
  },
  {
    name: "an optional property that one reads may be longer",
    change: (api) => {
      order(api).properties.note.maxLength = 200;
    },
    hurts: { "response-length-widened": [] },
  },
  {
    name: "an optional property that one reads may be null",
    change: (api) => {
      (order(api).properties as Json)["note"] = { type: ["string", "null"], maxLength: 100 };
    },
    hurts: { "response-null-widened": ["packer"] },
  },
  {
    name: "an optional property that nobody reads is gone",
    change: (api) => delete (order(api).properties as Json)["total"],
    hurts: { "response-optional-property-removed": [] },
  },
  {
    name: "a property is optional now",
    change: (api) => {
      order(api).required = ["id", "state"];
    },
    hurts: { "response-property-became-optional": ["packer"] },
  },
  {
    name: "a property of a shared schema is optional now",
    change: (api) => {
      line(api).required = [];
    },
    hurts: { "response-property-became-optional": ["packer"] },
  },
  {
    name: "an enum grows",
    change: (api) => {
      order(api).properties.state.enum = ["open", "paid", "void"];
    },
    hurts: { "response-enum-widened": ["board"] },
  },
  {
    name: "a maximum is raised that nobody has a bound for",
    change: (api) => {
      order(api).properties.total.maximum = 5000;
    },
    hurts: { "response-range-widened": [] },
  },
  {
    name: "an id is a text now",
    change: (api) => {
      (order(api).properties as Json)["id"] = { type: "string" };
    },
    hurts: { "response-type-widened": ["list"] },
  },
  {
    name: "a property may be null",
    change: (api) => {
      (order(api).properties as Json)["id"] = { type: ["integer", "null"] };
    },
    hurts: { "response-null-widened": ["list"] },
  },
  {
    name: "a property of requests is required now",
    change: (api) => {
      posted(api).required = ["sku", "size"];
    },
    hurts: { "request-property-became-required": ["bulk"] },
  },
  {
    name: "a value is not accepted any more, and one consumer sends it",
    change: (api) => {
      posted(api).properties.size.enum = ["large"];
    },
    hurts: { "request-enum-narrowed": ["shop"] },
  },
  {
    name: "a value is not accepted any more, and nobody sends it",
    change: (api) => {
      posted(api).properties.size.enum = ["small"];
    },
    hurts: { "request-enum-narrowed": [] },
  },
  {
    name: "a length is limited below what one may send",
    change: (api) => {
      posted(api).properties.sku.maxLength = 20;
    },
    hurts: { "request-length-narrowed": ["bulk"] },
  },
  {
    name: "a length is limited above what all may send",
    change: (api) => {
      posted(api).properties.sku.maxLength = 35;
    },
    hurts: { "request-length-narrowed": [] },
  },
  {
    name: "a parameter is limited below what one sends",
    change: (api) => {
      (api.paths["/orders"].get.parameters[0] as Json)["schema"] = { type: "integer", maximum: 20 };
    },
    hurts: { "request-range-narrowed": ["list"] },
  },
  {
    name: "a parameter is limited, and nobody sends as much",
    change: (api) => {
      (api.paths["/orders"].get.parameters[0] as Json)["schema"] = { type: "integer", maximum: 60 };
    },
    hurts: { "request-range-narrowed": [] },
  },
  {
    name: "a new parameter is required",
    change: (api) => {
      (api.paths["/orders"].get.parameters as unknown[]).push({
        name: "shop",
        in: "query",
        required: true,
        schema: { type: "string" },
      });
    },
    hurts: { "request-parameter-required-added": ["bulk", "list"] },
  },
  {
    name: "a header is gone",
    change: (api) => {
      delete (api.paths["/orders"].get.responses[200] as Json)["headers"];
    },
    hurts: { "response-header-removed": ["bulk"] },
  },
  {
    name: "a method of a path is gone",
    change: (api) => delete (api.paths["/orders"] as Json)["post"],
    hurts: { "operation-removed": ["bulk", "shop"] },
  },
];

describe.each(CHANGES)("$name", ({ change, hurts }) => {
  test("hurts whom it hurts", async () => {
    const outcome = await judgeChange(base, change, CONSUMERS);
    expect(hurtBy(outcome)).toEqual(hurts);
    expect(unknownIn(outcome)).toEqual([]);
    const names = Object.keys(CONSUMERS).sort();
    for (const { consumers } of outcome.rulings)
      expect([...(consumers?.affected ?? []), ...(consumers?.unaffected ?? [])].sort()).toEqual(names);
  });
});

describe("a break that hurts nobody", () => {
  const nobody = (api: Api) => {
    order(api).properties.total.maximum = 5000;
  };

  test("fails as any other", async () => {
    expect((await judgeChange(base, nobody, CONSUMERS)).verdict).toMatchObject({ pass: false, requiredBump: "major" });
  });

  test("passes where policy says so, and demands its bump all the same", async () => {
    const { verdict, rulings } = await judgeChange(base, nobody, CONSUMERS, { unusedBreaks: "pass" });
    expect(verdict).toMatchObject({ pass: true, requiredBump: "major" });
    expect(rulings.map(({ standing }) => standing)).toEqual(["unused"]);
  });

  test("does not pass for one that hurts somebody", async () => {
    const change = (api: Api) => {
      order(api).properties.state.enum = ["open", "paid", "void"];
    };
    expect((await judgeChange(base, change, CONSUMERS, { unusedBreaks: "pass" })).verdict.pass).toBe(false);
  });
});
