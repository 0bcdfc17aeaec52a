import { describe, expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { loadDescription } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { Api } from "./api.ts";
import { Attribution } from "./attribution.ts";
import { operationName } from "./operation-key.ts";

const OK = { responses: { 200: { description: "ok" } } };
const DESCRIPTION = {
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  servers: [
    {
      url: "https://{region}.example.com/api/{version}/",
      variables: { region: { default: "eu" }, version: { default: "v2", enum: ["v2", "v2beta"] } },
    },
    { url: "https://b.example/{base}", variables: { base: { default: "old" } } },
  ],
  paths: {
    "/users/me": { get: OK },
    "/users/{id}": { get: OK, delete: OK },
    "/files/{path}:download": { get: OK },
    "/status": { head: OK, get: OK },
  },
};

async function attributionOf(basePaths: readonly string[] = []) {
  const files = { "/api.json": JSON.stringify(DESCRIPTION) };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files });
  const api = new Api(valueIn(await loadDescription("/api.json", host)));
  const attribution = new Attribution(api.operations, basePaths);
  const named = (index: number) => attribution.operations[index] && operationName(attribution.operations[index]);
  return {
    attribution,
    ofTarget: (method: string, target: string) => named(attribution.ofTarget(method, target)),
    ofTemplate: (method: string, template: string) => named(attribution.ofTemplate(method, template)),
  };
}

describe("a call counts for", () => {
  test.each([
    ["GET", "/api/v2/users/me", "GET /users/me"],
    ["GET", "/api/v2beta/users/7?x=1", "GET /users/{id}"],
    ["GET", "/old/users/7", "GET /users/{id}"],
    ["GET", "/other/users/7", undefined],
    ["GET", "/users/7", undefined],
    ["DELETE", "/api/v2/users/me", "DELETE /users/{id}"],
    ["HEAD", "/api/v2/users/7", "GET /users/{id}"],
    ["HEAD", "/api/v2/status", "HEAD /status"],
    ["OPTIONS", "/api/v2/users/7", undefined],
    ["GET", "https://anywhere.example:8443/api/v2/users/7", "GET /users/{id}"],
    ["OPTIONS", "*", undefined],
    ["CONNECT", "example.com:443", undefined],
  ])("%s %s: %s", async (method, target, operation) => {
    expect((await attributionOf()).ofTarget(method, target)).toBe(operation);
  });

  test("base paths that are given take the place of the servers'", async () => {
    const { ofTarget } = await attributionOf(["/", "/edge/"]);
    expect(["/users/7", "/edge/users/7", "/api/v2/users/7"].map((target) => ofTarget("GET", target))).toEqual([
      "GET /users/{id}",
      "GET /users/{id}",
      undefined,
    ]);
  });

  test.each([
    ["GET", "/users/{userId}", "GET /users/{id}"],
    ["GET", "/api/v2/users/{id}", "GET /users/{id}"],
    ["HEAD", "/users/{id}", "GET /users/{id}"],
    ["GET", "/{proxy+}", undefined],
    ["GET", "/*", undefined],
    ["POST", "/users/{id}", undefined],
  ])("the template %s %s: %s", async (method, template, operation) => {
    expect((await attributionOf()).ofTemplate(method, template)).toBe(operation);
  });
});

test("what segments are told apart by is what templates and base paths write out", async () => {
  const { attribution } = await attributionOf();
  expect([...attribution.literals].sort()).toEqual(["api", "files", "me", "old", "status", "users", "v2", "v2beta"]);
  expect(attribution.partials).toEqual([":download"]);
});
