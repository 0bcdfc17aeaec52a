import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseText } from "../../packages/engine/src/source/parse.ts";
import { ROOT } from "./paths.ts";

/** A description as text and as data. */
export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly data: object;
}

/** Descriptions to be damaged: a sample contract, and one that has much of what a schema can say in little room. */
export function readFixtures(): readonly Fixture[] {
  const path = join(ROOT, "contracts/bookings/openapi.yaml");
  const text = readFileSync(path, "utf8");
  const { data } = parseText({ name: path, uri: `file://${path}`, text });
  const zoo = zooOf("3.1.0");
  const old = zooOf("3.0.3");
  return [
    { name: "bookings", text, data: data as object },
    { name: "zoo 3.1", text: JSON.stringify(zoo, undefined, 1), data: zoo },
    { name: "zoo 3.0", text: JSON.stringify(old, undefined, 1), data: old },
  ];
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that refer to one another, with a keyword of each kind. */
const SCHEMAS = {
  Animal: {
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
  },
  Cat: {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string", enum: ["cat"] }, lives: { type: "integer", maximum: 9 } },
  },
  Dog: {
    allOf: [
      ref("Named"),
      { type: "object", required: ["kind"], properties: { kind: { type: "string", enum: ["Dog"] } } },
    ],
  },
  Named: {
    type: "object",
    properties: {
      name: { type: "string", minLength: 1, pattern: "^[a-z]+$" },
      id: { type: "integer", readOnly: true },
    },
    additionalProperties: false,
  },
  Node: {
    type: "object",
    properties: {
      children: { type: "array", items: ref("Node"), maxItems: 3 },
      value: { anyOf: [{ type: "number" }, ref("Named")] },
    },
  },
  Problem: {
    type: "object",
    properties: { title: { type: "string" } },
    additionalProperties: { not: { type: "boolean" } },
  },
};

function zooOf(openapi: string): object {
  const json = (name: string) => ({ content: { "application/json": { schema: ref(name) } } });
  return {
    openapi,
    info: { title: "Zoo", version: "1.0.0" },
    servers: [{ url: "https://{region}.example.com", variables: { region: { default: "eu", enum: ["eu", "us"] } } }],
    security: [{ key: [] }],
    paths: {
      "/animals/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer", minimum: 1 } }],
        get: {
          operationId: "getAnimal",
          parameters: [
            {
              name: "fields",
              in: "query",
              style: "form",
              explode: false,
              schema: { type: "array", items: { type: "string" } },
            },
          ],
          responses: {
            "200": {
              description: "An animal.",
              headers: { "X-Rate": { schema: { type: "integer" } } },
              ...json("Animal"),
            },
            default: { description: "A problem.", ...json("Problem") },
          },
        },
        put: {
          operationId: "putAnimal",
          requestBody: { required: true, ...json("Animal") },
          responses: { "204": { description: "Done." } },
          callbacks: {
            moved: {
              "{$request.body#/url}": {
                post: { requestBody: json("Node"), responses: { "200": { description: "ok" } } },
              },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
      schemas: SCHEMAS,
    },
  };
}
