import type { Change, Interactions } from "./consumers.ts";

/*
 * Five consumers of one API, and changes of which it was worked out by hand whom they hurt.
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
export function ordersApi() {
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

export type OrdersApi = ReturnType<typeof ordersApi>;

const rules = (all: Readonly<Record<string, Json>>) => ({
  matchingRules: { body: Object.fromEntries(Object.entries(all).map(([path, each]) => [path, { matchers: [each] }])) },
});

/** What each consumer relies on. */
export const ORDERS_CONSUMERS: Interactions = {
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

export const order = ({ components }: OrdersApi) => components.schemas["Order"] as typeof ORDER & Json;
const line = ({ components }: OrdersApi) => components.schemas["Line"] as typeof LINE & Json;
const posted = ({ paths }: OrdersApi) =>
  paths["/orders"].post.requestBody.content["application/json"].schema as typeof NEW_ORDER & Json;

export const ORDERS_CHANGES: readonly Change<OrdersApi>[] = [
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
      order(api).properties.state = { type: "string", enum: ["open", "paid", "void"] };
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
  {
    name: "an order may be null",
    change: (api) => {
      api.components.schemas["Order"] = { ...order(api), type: ["object", "null"] };
    },
    hurts: { "response-null-widened": ["board", "list", "packer"] },
  },
  {
    name: "what is ordered may be of another form",
    change: (api) => {
      const { content } = api.paths["/orders/{id}"].get.responses[200];
      content["application/json"].schema = {
        oneOf: [{ $ref: "#/components/schemas/Order" }, { type: "object", required: ["error"] }],
      } as never;
    },
    hurts: { "response-alternatives-widened": ["board", "packer"] },
  },
  {
    name: "a list of orders is an object",
    change: (api) => {
      const { content } = api.paths["/orders"].get.responses[200];
      content["application/json"].schema = {
        type: "object",
        properties: { items: content["application/json"].schema },
      } as never;
    },
    hurts: { "response-type-widened": ["list"] },
  },
  {
    name: "lines may be null",
    change: (api) => {
      (order(api).properties as Json)["lines"] = { ...order(api).properties.lines, type: ["array", "null"] };
    },
    hurts: { "response-null-widened": ["packer"] },
  },
  {
    name: "lines may be texts",
    change: (api) => {
      (order(api).properties.lines as Json)["items"] = {
        anyOf: [{ $ref: "#/components/schemas/Line" }, { type: "string" }],
      };
    },
    hurts: { "response-type-widened": ["packer"] },
  },
  {
    name: "a new property of requests is required",
    change: (api) => {
      posted(api).required = ["sku", "shop"];
      (posted(api).properties as Json)["shop"] = { type: "string" };
    },
    hurts: { "request-required-property-added": ["bulk", "shop"] },
  },
];
