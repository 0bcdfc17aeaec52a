import { expect, test } from "vitest";
import { classifyPaths, startsWithVerb, wordsOf } from "./resource.ts";

const located = (value: unknown) => ({
  document: { uri: "", root: value, dialect: "openapi-3.1" as const },
  pointer: "",
  value,
});

/** `GET,POST /users`, `+` where GET answers with a list. */
function classified(...paths: readonly string[]): Record<string, string> {
  const entries = paths.map((each) => {
    const [methods = "", path = ""] = each.replace("+", "").split(" ");
    return { path, at: located({}), methods: new Set(methods.split(",")), lists: each.endsWith("+") };
  });
  return Object.fromEntries([...classifyPaths(entries)].map(([path, { kind }]) => [path, kind]));
}

test.each([
  [["GET /"], { "/": "root" }],
  [["GET,POST /users", "GET /users/{id}"], { "/users": "collection", "/users/{id}": "item" }],
  [["GET /users+"], { "/users": "collection" }],
  [["GET,PUT /settings"], { "/settings": "singleton" }],
  [["GET /users/{id}/avatar"], { "/users/{id}/avatar": "singleton" }],
  [["GET,POST /users/{id}/keys"], { "/users/{id}/keys": "collection" }],
  [["POST /orders/{id}/cancel"], { "/orders/{id}/cancel": "action" }],
  [["POST /orders/{id}:cancel"], { "/orders/{id}:cancel": "action" }],
  [["POST /orders"], { "/orders": "collection" }],
  [["POST /search", "GET /search/{id}"], { "/search": "collection", "/search/{id}": "item" }],
])("%j", (paths, kinds) => expect(classified(...paths)).toEqual(kinds));

test("a path says what it is where it cannot be told, and what lies above it", () => {
  const methods = new Set(["GET"]);
  const entries = [
    { path: "/a/{x}/b", at: located({}), methods, lists: false },
    { path: "/a/{y}", at: located({ "x-resource": { kind: "singleton" } }), methods, lists: false },
    { path: "/c", at: located({ "x-resource": { kind: "nonsense" } }), methods, lists: true },
  ];
  const resources = classifyPaths(entries);
  expect(resources.get("/a/{y}")?.kind).toBe("singleton");
  expect(resources.get("/c")?.kind).toBe("collection");
  expect(resources.get("/a/{x}/b")?.parent?.path).toBe("/a/{y}");
});

test.each([
  ["getUser_byID", ["get", "user", "by", "id"]],
  ["HTTPServer2", ["http", "server2"]],
  ["--", []],
])("the words of %s are %j", (text, words) => expect(wordsOf(text)).toEqual(words));

test.each([
  ["createUser", true],
  ["search", true],
  ["users", false],
  ["created-users", false],
])("%s starts with a verb: %s", (text, expected) => expect(startsWithVerb(text)).toBe(expected));
