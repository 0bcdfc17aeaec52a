import { expect, test } from "vitest";
import { operationName, operationShape, parseOperationName, pathShape } from "./operation-key.ts";

test.each([
  ["GET /users/{id}", { method: "GET", path: "/users/{id}" }],
  ["M-SEARCH /a b", { method: "M-SEARCH", path: "/a b" }],
  ["get /", { method: "get", path: "/" }],
])("%s is read, and written the same", (text, key) => {
  expect(parseOperationName(text)).toEqual(key);
  expect(operationName(key)).toBe(text);
});

test.each([["GET"], ["/users"], ["GET users"], ["GET  /users"], ["GE T /users"], [""]])(
  "%j is no operation",
  (text) => {
    expect(parseOperationName(text)).toBeUndefined();
  },
);

test.each([
  ["/users/{id}", "/users/{}"],
  ["/a/{b}.{c}/{d}", "/a/{}.{}/{}"],
  ["/{}", "/{}"],
  ["/a{", "/a{"],
])("the shape of %s is %s", (path, shape) => {
  expect(pathShape(path)).toBe(shape);
  expect(operationShape({ method: "PUT", path })).toBe(`PUT ${shape}`);
});
