import { describe, expect, test } from "vitest";
import { type Change, hurtBy, type Interactions, judgeChange, unknownIn } from "./support/consumers.ts";

/*
 * Whom changes hurt of what operations share: parameters, headers and schemas of the components, met at several places.
 */

// biome-ignore lint/suspicious/noExplicitAny: changes reach into a description as they like
type Api = any;

const json = (schema: object) => ({ description: "", content: { "application/json": { schema } } });
const PERSON = { $ref: "#/components/schemas/Person" };
const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` });

function base(): Api {
  return {
    openapi: "3.1.0",
    info: { title: "Orders", version: "1.0.0" },
    paths: {
      "/orders": {
        get: {
          parameters: ["Limit", "State", "Trace"].map(parameter),
          responses: {
            200: {
              ...json({ type: "object", required: ["owner", "buyer"], properties: { owner: PERSON, buyer: PERSON } }),
              headers: { Total: { $ref: "#/components/headers/Total" } },
            },
            202: json(PERSON),
          },
        },
      },
      "/lines/{id}": {
        parameters: [parameter("Id")],
        get: { parameters: ["Limit", "State"].map(parameter), responses: { 204: { description: "" } } },
        put: {
          requestBody: json({ type: "object", properties: { from: PERSON, to: PERSON } }),
          responses: { 204: { description: "" } },
        },
      },
    },
    components: {
      parameters: {
        Limit: { name: "limit", in: "query", schema: { type: "integer", maximum: 100 } },
        State: { name: "state", in: "query", schema: { $ref: "#/components/schemas/State" } },
        Trace: { name: "X-Trace", in: "header", schema: { type: "string", maxLength: 50 } },
        Id: { name: "id", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } },
      },
      headers: { Total: { required: true, schema: { type: "integer" } } },
      schemas: {
        State: { type: "string", enum: ["open", "paid"] },
        Id: { type: "integer", minimum: 1 },
        Person: {
          type: "object",
          required: ["name", "mail"],
          properties: { name: { type: "string", maxLength: 40 }, mail: { type: "string" }, nick: { type: "string" } },
        },
      },
    },
  };
}

const get = (path: string, more: object = {}) => ({ method: "GET", path, ...more });

const CONSUMERS: Interactions = {
  // Lists orders, 50 at once, and reads their owners.
  owners: [
    {
      request: get("/orders", { query: { limit: ["50"] } }),
      response: { status: 200, body: { owner: { name: "Ann" } } },
    },
  ],
  // Reads the buyers, and how many there are.
  buyers: [
    { request: get("/orders"), response: { status: 200, headers: { Total: "3" }, body: { buyer: { mail: "a@b" } } } },
  ],
  // Waits for the answer that comes later.
  later: [
    {
      request: get("/orders", { headers: { "X-Trace": "abcdefghijklmnop" } }),
      response: { status: 202, body: { name: "Ann" } },
    },
  ],
  // Asks for lines that are paid.
  paid: [{ request: get("/lines/5", { query: { state: ["paid"] } }), response: { status: 204 } }],
  // Says to whom lines go.
  sender: [
    {
      request: { method: "PUT", path: "/lines/50", body: { to: { name: "A name of thirty letters long", mail: "a" } } },
      response: { status: 204 },
    },
  ],
};

const schemas = ({ components }: Api) => components.schemas;

const CHANGES: readonly Change<Api>[] = [
  {
    name: "a parameter is limited",
    change: ({ components }) => (components.parameters.Limit.schema.maximum = 20),
    hurts: { "request-range-narrowed": ["owners"] },
  },
  {
    name: "a parameter is required",
    change: ({ components }) => (components.parameters.Limit.required = true),
    hurts: { "request-parameter-became-required": ["buyers", "later", "paid"] },
  },
  {
    name: "a header is limited",
    change: ({ components }) => (components.parameters.Trace.schema.maxLength = 10),
    hurts: { "request-length-narrowed": ["later"] },
  },
  {
    name: "the schema of a parameter is narrowed",
    change: (api) => (schemas(api).State.enum = ["open"]),
    hurts: { "request-enum-narrowed": ["paid"] },
  },
  {
    name: "the schema of a path parameter is narrowed",
    change: (api) => (schemas(api).Id.minimum = 10),
    hurts: { "request-range-narrowed": ["paid"] },
  },
  {
    name: "a header of responses is another",
    change: ({ components }) => (components.headers.Total.schema = { type: "string", pattern: "^n" }),
    hurts: { "response-type-widened": ["buyers"] },
  },
  {
    name: "a header of responses is optional",
    change: ({ components }) => (components.headers.Total.required = false),
    hurts: { "response-header-became-optional": ["buyers"] },
  },
  {
    name: "a property is optional in responses, at whichever place and status",
    change: (api) => (schemas(api).Person.required = ["mail"]),
    hurts: { "response-property-became-optional": ["later", "owners"] },
  },
  {
    name: "a property is gone that one reads at the second place",
    change: (api) => {
      schemas(api).Person.required = ["name"];
      delete schemas(api).Person.properties.mail;
    },
    // What is sent beside what head knows is not refused.
    hurts: { "request-required-property-removed": [], "response-property-removed": ["buyers"] },
  },
  {
    name: "a property is limited in requests, at the second place",
    change: (api) => (schemas(api).Person.properties.name.maxLength = 20),
    hurts: { "request-length-narrowed": ["sender"] },
  },
  {
    name: "a property is required in requests, at the second place",
    change: (api) => (schemas(api).Person.required = ["name", "mail", "nick"]),
    hurts: { "request-property-became-required": ["sender"] },
  },
];

describe.each(CHANGES)("$name", ({ change, hurts }) => {
  test("hurts whom it hurts", async () => {
    const outcome = await judgeChange(base, change, CONSUMERS);
    expect(hurtBy(outcome)).toEqual(hurts);
    expect(unknownIn(outcome)).toEqual([]);
  });
});

describe("messages", () => {
  const OrderCreated = {
    type: "object",
    required: ["id", "mail"],
    properties: { id: { type: "integer" }, mail: { type: "string" } },
  };
  const withWebhook = (): Api => ({
    openapi: "3.1.0",
    info: { title: "Orders", version: "1.0.0" },
    paths: {},
    webhooks: {
      created: { post: { requestBody: json(structuredClone(OrderCreated)), responses: { 200: { description: "" } } } },
    },
  });
  const schema = ({ webhooks }: Api) => webhooks.created.post.requestBody.content["application/json"].schema;
  const message = (content: object) => ({
    description: "created",
    type: "Asynchronous/Messages",
    contents: { content, contentType: "application/json" },
  });
  const consumers: Interactions = {
    ids: [message({ id: 1 })],
    mails: [message({ mail: "a@b" })],
    calls: [{ type: "Synchronous/Messages" }],
  };

  test.each<Change<Api>>([
    { name: "a webhook is gone", change: (api) => delete api.webhooks, hurts: { "webhook-removed": ["ids", "mails"] } },
    {
      name: "a property of a webhook is optional",
      change: (api) => (schema(api).required = ["id"]),
      hurts: { "response-property-became-optional": ["mails"] },
    },
    {
      name: "a property of a webhook is another type",
      change: (api) => (schema(api).properties = { ...OrderCreated.properties, id: { type: "string" } }),
      hurts: { "response-type-widened": ["ids"] },
    },
  ])("$name: it hurts whom it hurts, and of types that are not read nothing is known", async ({ change, hurts }) => {
    const outcome = await judgeChange(withWebhook, change, consumers);
    expect(hurtBy(outcome)).toEqual(hurts);
    expect(unknownIn(outcome)).toEqual(["calls"]);
  });
});

describe("a union as a whole body", () => {
  const tagged = (type: string) => ({
    type: "object",
    required: ["type", "lives"],
    properties: { type: { type: "string", enum: [type] }, lives: { type: "integer" } },
  });
  const withUnion = (): Api => ({
    openapi: "3.1.0",
    info: { title: "Pets", version: "1.0.0" },
    paths: { "/pet": { get: { responses: { 200: json({ oneOf: [tagged("cat"), tagged("dog")] }) } } } },
  });
  const cats = { type: "cat" };
  const pattern = { match: "regex", regex: "cat|dog" };
  const consumers: Interactions = {
    types: [
      {
        request: get("/pet"),
        response: { status: 200, body: cats, matchingRules: { body: { "$.type": { matchers: [pattern] } } } },
      },
    ],
    lives: [{ request: get("/pet"), response: { status: 200, body: { lives: 9 } } }],
  };

  test("a new alternative hurts those who cannot handle it, wherever in the body that shows", async () => {
    const outcome = await judgeChange(
      withUnion,
      ({ paths }) => paths["/pet"].get.responses[200].content["application/json"].schema.oneOf.push(tagged("fish")),
      consumers,
    );
    expect(Object.values(hurtBy(outcome))).toEqual([["types"]]);
    expect(unknownIn(outcome)).toEqual([]);
  });
});
