import { describe, expect, test } from "vitest";
import type { OperationRef } from "../model/revision.ts";
import { functionNames } from "./names.ts";

const ref = (line: string, operationId?: string): OperationRef => {
  const [method = "", path = ""] = line.split(" ");
  return { method, path, operationId } as OperationRef;
};

const namesOf = (...refs: readonly OperationRef[]) => {
  const names = functionNames(refs);
  return refs.map((each) => names.get(each));
};

describe("a function is called", () => {
  test.each([
    ["by its operationId", "GET /users", "listUsers", "listUsers"],
    ["as it is written", "GET /users", "ListUsers", "ListUsers"],
    ["by words that are joined", "GET /users", "users/list-all", "usersListAll"],
    ["with an acronym in small letters", "GET /users", "HTTP-check", "httpCheck"],
    ["in other letters than English ones", "GET /users", "größe", "größe"],
    ["with something before a digit", "GET /users", "2fa", "_2fa"],
    ["with something behind a word of the language", "DELETE /users", "delete", "delete_"],
    ["with something behind what the module imports", "GET /users", "operation", "operation_"],
    ["by its method and path where it has no operationId", "GET /users/{id}", undefined, "getUsersById"],
    ["by the root", "GET /", undefined, "getRoot"],
    ["by parts of segments", "GET /files/{name}.{ext}", undefined, "getFilesByNameByExt"],
    ["by a method that OpenAPI has no key for", "m-search /users", undefined, "mSearchUsers"],
    ["by its route where the operationId has no letters", "GET /users", "---", "getUsers"],
  ])("%s", (_, line, operationId, name) => {
    expect(namesOf(ref(line, operationId))).toEqual([name]);
  });
});

test("who has a name as it is keeps it, and others are called by their routes", () => {
  const [spelled, exact] = [ref("GET /a", "get-user"), ref("GET /b", "getUser")];
  expect(namesOf(spelled, exact)).toEqual(["getA", "getUser"]);
  expect(namesOf(exact, spelled)).toEqual(["getUser", "getA"]);
});

test("of several that ask for one name none has it", () => {
  expect(namesOf(ref("GET /a", "get-user"), ref("GET /b", "get_user"), ref("GET /c", "get.user"))).toEqual([
    "getA",
    "get_user",
    "getC",
  ]);
  expect(namesOf(ref("GET /a", "get-user"), ref("GET /b", "get/user"))).toEqual(["getA", "getB"]);
});

test("routes of the same letters are told apart by a digest that depends on the route alone", () => {
  const [one, other] = [ref("GET /a-b"), ref("GET /a/b")];
  const names = namesOf(one, other);
  expect(names).toEqual([expect.stringMatching(/^getAB_[0-9a-f]{6}$/), expect.stringMatching(/^getAB_[0-9a-f]{6}$/)]);
  expect(new Set(names).size).toBe(2);
  expect(namesOf(ref("GET /c"), other, one).slice(1)).toEqual(names.toReversed());
});

test("names stay when the description grows", () => {
  const grown = [ref("GET /x", "x"), ref("GET /users/{id}"), ref("POST /y", "create")];
  expect(namesOf(ref("GET /users/{id}"))[0]).toBe(namesOf(...grown)[1]);
});
