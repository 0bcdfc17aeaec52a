import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "../json.ts";
import { type Document, libraryOf } from "../lower/document.ts";
import { Space } from "../lower/space.ts";
import { STRICT } from "../mode.ts";
import { confirm } from "./index.ts";

/* One of the validators would fetch references that it does not know, from the loopback too. */

let requests = 0;
const server = createServer((_, response) => {
  requests++;
  response.setHeader("content-type", "application/schema+json");
  response.end('{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"string"}');
});
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => server.close(done)));

/** Schemas that name the server, by the URI it answers to. */
const NAMING: readonly (readonly [string, (uri: string) => Json])[] = [
  ["a reference", (uri) => ({ $ref: uri })],
  ["a reference in an alternative", (uri) => ({ anyOf: [{ type: "number" }, { $ref: uri }] })],
  ["a reference from a base", (uri) => ({ $id: uri, items: { $ref: "other" } })],
  ["a dynamic reference", (uri) => ({ $dynamicRef: `${uri}#node` })],
  ["a constant", (uri) => ({ const: { $ref: uri } })],
  ["a listed value", (uri) => ({ enum: [{ $schema: uri, $id: uri }] })],
  ["a dialect", (uri) => ({ $schema: uri, type: "object" })],
];

test.each(NAMING)("nothing is fetched for %s", async (_, schema) => {
  const { port } = server.address() as AddressInfo;
  const documents = [{ type: ["object", "array"] } as Json, schema(`http://127.0.0.1:${port}/schema`)].map(
    (root, i): Document => ({ uri: `memory:/${i}`, root, dialect: "draft-2020-12" }),
  );
  const library = libraryOf(documents);
  const space = new Space(library);
  const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root }));
  if (left === undefined || right === undefined) throw new Error("two schemas are compared");
  for (const value of [{}, [1], { a: { b: [] } }] as const)
    await confirm({ left, right, value, seen: value }, library, STRICT);
  expect(requests).toBe(0);
});
