import { expect, test } from "vitest";
import type { SubjectStep } from "../model/subject.ts";
import { partNoun } from "./part-noun.ts";

const LIMIT = { in: "query", name: "limit" };
const GET: SubjectStep[] = ["paths", "/orders", "get"];

const PARTS: readonly (readonly [string, readonly SubjectStep[]])[] = [
  ["the description", []],
  ["`info` of the description", ["info", "version"]],
  ["`/orders`", ["paths", "/orders"]],
  ["`GET /orders`", GET],
  ["`security` of `GET /orders`", [...GET, "security", "0", "oauth"]],
  ["`x-rate-limit` of the description", ["x-rate-limit", "0"]],
  ["the query parameter `limit` of `GET /orders`", [...GET, "parameters", LIMIT, "schema"]],
  ["the parameter `Limit`", ["components", "parameters", "Limit"]],
  ["the request body of `POST /orders`", ["paths", "/orders", "post", "requestBody", "content", "example", "schema"]],
  ["the 429 response of `GET /orders`", [...GET, "responses", "429"]],
  ["the default response of `GET /orders`", [...GET, "responses", "default"]],
  ["the response `Limited`", ["components", "responses", "Limited", "content", "text/plain"]],
  ["the header `ETag` of the 200 response of `GET /orders`", [...GET, "responses", "200", "headers", "ETag"]],
  ["the security scheme `key`", ["components", "securitySchemes", "key"]],
  ["`Order`", ["components", "schemas", "Order", "allOf", "1", "required"]],
  ["`city` in `Order`", ["components", "schemas", "Order", "properties", "address", "properties", "city"]],
  ["items of `tags` in `Order`", ["definitions", "Order", "properties", "tags", "items"]],
  ["values of `Labels`", ["components", "schemas", "Labels", "additionalProperties"]],
  ["`example` in `Order`", ["components", "schemas", "Order", "properties", "example"]],
  ["the example of `city` in `Order`", ["components", "schemas", "Order", "properties", "city", "example"]],
  ["the example `small` of the 200 response of `GET /orders`", [...GET, "responses", "200", "examples", "small"]],
  ["the example of `Order`", ["components", "schemas", "Order", "examples", "0"]],
  ["`POST {$url}`", [...GET, "callbacks", "done", "{$url}", "post"]],
  ["`a'b` in `Order`", ["components", "schemas", "Order", "properties", "a`b"]],
];

test.each(PARTS)("%s", (noun, steps) => {
  expect(partNoun({ file: undefined, steps })).toBe(noun);
});

test("a part of another file is named with the file", () => {
  expect(partNoun({ file: "order.yaml", steps: [] })).toBe("`order.yaml`");
  expect(partNoun({ file: "order.yaml", steps: ["properties", "city"] })).toBe("`city` in `order.yaml`");
});
