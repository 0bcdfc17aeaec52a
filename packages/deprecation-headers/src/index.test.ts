import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { deprecationMiddleware, type HeadersDocument, headersFinder, withDeprecationHeaders } from "./index.ts";

const OLD = { Deprecation: "@1767225600", Sunset: "Thu, 31 Dec 2026 23:59:59 GMT" };
const DOCUMENT: HeadersDocument = {
  operations: [
    { method: "GET", path: "/users/{id}", headers: OLD },
    {
      method: "GET",
      path: "/files/{name}.json",
      headers: { ...OLD, Link: '<https://a.test/docs>; rel="deprecation"' },
    },
  ],
  routes: [
    { method: "GET", path: "/users/me" },
    { method: "POST", path: "/users/{id}" },
    { method: "GET", path: "/files/{name}" },
  ],
  basePaths: ["", "/api"],
};

test.each<[string, string, object | undefined]>([
  ["GET", "/users/7", OLD],
  ["GET", "https://a.test/api/users/7?x=/#y", OLD],
  ["HEAD", "/users/7", OLD],
  ["POST", "/users/7", undefined],
  ["GET", "/users/me", undefined],
  ["GET", "/users/%6de", undefined],
  ["GET", "/users/a%2Fb", OLD],
  ["GET", "/users/", undefined],
  ["GET", "/users/7/posts", undefined],
  ["GET", "/files/a.json", expect.objectContaining(OLD)],
  ["GET", "/files/a.txt", undefined],
  ["GET", "/users/%", OLD],
])("%s %s", (method, url, headers) => {
  expect(headersFinder(DOCUMENT)(method, url)).toEqual(headers);
});

test("several descriptions keep their base paths apart", () => {
  const routes = [{ method: "GET", path: "/users/{id}" }];
  const find = headersFinder({
    descriptions: [
      { operations: [{ method: "GET", path: "/users/{id}", headers: OLD }], routes, basePaths: ["/shop"] },
      { operations: [], routes, basePaths: ["/staff"] },
      { operations: [{ method: "GET", path: "/rooms", headers: OLD }], routes: [], basePaths: ["/shop"] },
    ],
  });
  expect(find("GET", "/shop/users/7")).toEqual(OLD);
  expect(find("GET", "/shop/rooms")).toEqual(OLD);
  expect(find("GET", "/staff/users/7")).toBeUndefined();
  expect(find("GET", "/staff/rooms")).toBeUndefined();
});

describe("a fetch-style server", () => {
  const answer = (headers: Record<string, string>) =>
    withDeprecationHeaders(() => new Response("ok", { status: 201, headers }), DOCUMENT);
  test("sends the headers of deprecated operations, and keeps its own", async () => {
    const response = await answer({ Sunset: "later", Link: "</a>" })(new Request("https://a.test/files/a.json"));
    expect([response.status, await response.text()]).toEqual([201, "ok"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      deprecation: "@1767225600",
      sunset: "later",
      link: '</a>, <https://a.test/docs>; rel="deprecation"',
    });
  });

  test("answers others as they are", async () => {
    const response = await answer({})(new Request("https://a.test/users/me"));
    expect(response.headers.has("deprecation")).toBe(false);
  });
});

test("a server of Node sends the same", async () => {
  const send = deprecationMiddleware(DOCUMENT);
  const server = createServer((request, response) => send(request, response, () => response.end("ok")));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/files/a.json`);
    expect(headers.get("sunset")).toBe(OLD.Sunset);
    expect(headers.get("link")).toContain('rel="deprecation"');
  } finally {
    server.close();
  }
});
