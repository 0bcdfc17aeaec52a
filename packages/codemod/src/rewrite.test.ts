import { describe, expect, test } from "vitest";
import type { Move } from "./move.ts";
import { rewriteFile } from "./rewrite.ts";

const NOTHING = { parameters: [], requestFields: [], responseFields: [], demands: [] };
const at = (method: string, path: string, name: string | null = null) => ({ method, path, name });

/** An operation that is replaced, with all kinds of renames. */
const USERS: Move = {
  ...NOTHING,
  from: at("GET", "/v1/users/{id}", "getUserV1"),
  to: at("GET", "/v2/users/{userId}", "getUser"),
  parameters: [
    { in: "path", from: "id", to: "userId" },
    { in: "query", from: "fields", to: "select" },
    { in: "query", from: "debug", to: null },
    { in: "header", from: "X-Team", to: "X-Group" },
  ],
};
const CREATE: Move = {
  ...NOTHING,
  from: at("PUT", "/v1/users", "putUser"),
  to: at("POST", "/v2/users", "createUser"),
  requestFields: [
    { at: [], from: "nick", to: "name" },
    { at: ["address"], from: "zip", to: "postcode" },
    { at: ["tags", "*"], from: "label", to: "text" },
    { at: [], from: "fax", to: null },
  ],
};
const READ: Move = {
  ...NOTHING,
  from: at("GET", "/users", "listUsers"),
  to: at("GET", "/users", "listUsers"),
  responseFields: [
    { at: ["items", "*"], from: "nick", to: "name" },
    { at: ["items", "*", "address"], from: "zip", to: "postcode" },
    { at: [], from: "count", to: "total" },
    { at: [], from: "cursor", to: null },
  ],
};
const DEMANDING: Move = {
  ...NOTHING,
  from: at("GET", "/reports"),
  to: at("GET", "/reports"),
  demands: [{ in: "query", name: "from" }],
};
const GONE: Move = { ...NOTHING, from: at("DELETE", "/v1/cache", "dropCache"), to: null };
const MOVES = [USERS, CREATE, READ, DEMANDING, GONE];

const IMPORT = 'import { getUserV1 } from "./client.js";\n';

function rewritten(text: string): string {
  return rewriteFile({ path: "a.ts", text }, MOVES, (specifier) => specifier === "./client.js").text;
}

describe("a call is rewritten", () => {
  test.each<[string, string, string]>([
    [
      "with its path, its parameters, and shorthands",
      'await client.GET("/v1/users/{id}", { params: { path: { id }, query: { fields: ["a"] } } });',
      'await client.GET("/v2/users/{userId}", { params: { path: { userId: id }, query: { select: ["a"] } } });',
    ],
    [
      "with headers in any letters, and quotes where a name needs them",
      "api.GET('/v1/users/{id}', { params: { path: { id: 1 }, header: { 'x-team': t } } })",
      "api.GET('/v2/users/{userId}', { params: { path: { userId: 1 }, header: { \"X-Group\": t } } })",
    ],
    [
      "with its method and the properties of its body",
      'client.PUT("/v1/users", { body: { nick, address: { zip: 1 }, tags: [{ label: "é€😀" }, { label }] } });',
      'client.POST("/v2/users", { body: { name: nick, address: { postcode: 1 }, tags: [{ text: "é€😀" }, { text: label }] } });',
    ],
    [
      "where the body is told to be of a type",
      'client.PUT("/v1/users", { body: { nick: "a" } satisfies User as User });',
      'client.POST("/v2/users", { body: { name: "a" } satisfies User as User });',
    ],
    [
      "with all that reads its answer",
      `const { data, error } = await client.GET("/users");
if (error || !data) throw error;
console.log(data.count, data?.items[0]?.nick);
for (const user of data.items) log(user.nick, user.address.zip);
const { items, count } = data;
const names = items.filter((each) => each.nick !== "").map(({ nick }) => nick.length);`,
      `const { data, error } = await client.GET("/users");
if (error || !data) throw error;
console.log(data.total, data?.items[0]?.name);
for (const user of data.items) log(user.name, user.address.postcode);
const { items, total: count } = data;
const names = items.filter((each) => each.name !== "").map(({ name: nick }) => nick.length);`,
    ],
    [
      "where the answer is kept whole",
      'const answer = await client.GET("/users");\nif (!answer.error) show(answer.data.count, answer.response.status);',
      'const answer = await client.GET("/users");\nif (!answer.error) show(answer.data.total, answer.response.status);',
    ],
    [
      "of a function, with its import",
      `${IMPORT}await getUserV1(client, { path: { id } });`,
      'import { getUser } from "./client.js";\nawait getUser(client, { path: { userId: id } });',
    ],
    [
      "of a function under a name of its own",
      'import { getUserV1 as load, other } from "./client.js";\nawait load(client, { path: { id } });',
      'import { getUser as load, other } from "./client.js";\nawait load(client, { path: { userId: id } });',
    ],
    [
      "of a function in a namespace",
      'import * as api from "./client.js";\nawait api.getUserV1(client, { path: { id } });',
      'import * as api from "./client.js";\nawait api.getUser(client, { path: { userId: id } });',
    ],
    [
      "where the new function is imported already",
      'import { getUserV1, getUser } from "./client.js";\nawait getUserV1(c, { path: { id } }), await getUser(c, {});',
      'import { getUser } from "./client.js";\nawait getUser(c, { path: { userId: id } }), await getUser(c, {});',
    ],
  ])("%s", (_, before, after) => {
    expect(rewritten(before)).toBe(after);
  });
});

describe("a call stays as it is, below a comment", () => {
  const GET = "GET /v1/users/{id} is now GET /v2/users/{userId}";
  test.each<[string, string, string]>([
    [
      "that passes what is gone",
      'client.GET("/v1/users/{id}", { params: { path: { id }, query: { debug: true } } });',
      `${GET}; the query parameter \`debug\` no longer exists`,
    ],
    [
      "whose parameters are not written out",
      'client.GET("/v1/users/{id}", { params: { path: { id }, query } });',
      `${GET}; the query parameter \`fields\` may be passed by what is not written out here; the query parameter \`debug\` may be passed by what is not written out here`,
    ],
    [
      "whose body is spread",
      'client.PUT("/v1/users", { body: { ...user } });',
      "PUT /v1/users is now POST /v2/users; the property `nick` of the body may be passed by what is spread here; the property `address.zip` of the body may be passed by what is not written out here; the property `tags.*.label` of the body may be passed by what is not written out here; the property `fax` of the body may be passed by what is spread here",
    ],
    [
      "that lacks what is required now",
      'client.GET("/reports");',
      "GET /reports has changed; the query parameter `from` is required now",
    ],
    [
      "whose answer is passed on",
      'export const users = () => client.GET("/users");',
      'GET /users has changed; `client.GET("/users")` is passed on, and may be read for `items.*.nick` (now `name`), `items.*.address.zip` (now `postcode`), `count` (now `total`)',
    ],
    [
      "whose answer is read for what is gone",
      'const { data } = await client.GET("/users");\nuse(data.cursor);',
      "GET /users has changed; `cursor` of the response no longer exists",
    ],
    [
      "of what nothing replaces",
      'client.DELETE("/v1/cache");',
      "DELETE /v1/cache is gone; nothing is named to call instead",
    ],
    ["that names its path elsewhere", 'const PATH = "/v1/users/{id}";', `${GET}; nothing but a call is rewritten`],
  ])("%s", (_, before, reason) => {
    expect(rewritten(before)).toBe(`// concordat-migrate: ${reason}\n${before}`);
  });
});

describe("the comment stands", () => {
  test("in its place in the code, and once", () => {
    const before = "function f() {\n  return [\n    client.DELETE('/v1/cache'), client.DELETE('/v1/cache'),\n  ];\n}\n";
    const once = rewritten(before);
    expect(once).toBe(
      before.replace(
        "  return",
        "  // concordat-migrate: DELETE /v1/cache is gone; nothing is named to call instead\n  return",
      ),
    );
    expect(rewritten(once)).toBe(once);
  });

  test("beside others that are rewritten, with both functions imported", () => {
    const text = `${IMPORT}await getUserV1(client, { path: { id } });\nawait getUserV1(client, options);`;
    const { calls, decisions } = rewriteFile({ path: "a.ts", text }, MOVES, () => true);
    expect(calls).toBe(1);
    expect(decisions).toEqual([
      { line: 4, message: expect.stringContaining("may be passed by what is not written out") },
    ]);
    expect(rewritten(text).split("\n").slice(0, 2)).toEqual([
      'import { getUserV1, getUser } from "./client.js";',
      "await getUser(client, { path: { userId: id } });",
    ]);
  });

  test("where the new name means something else", () => {
    const text = `${IMPORT}const getUser = 1;\nawait getUserV1(client, { path: { id } });`;
    expect(rewritten(text)).toContain(
      "`getUser` means something else in this file\nawait getUserV1(client, { path: { id } });",
    );
  });

  test("where a function is passed on", () => {
    expect(rewritten(`${IMPORT}use(getUserV1);`)).toContain("nothing but a call is rewritten\nuse(getUserV1);");
  });
});

describe("nothing is touched", () => {
  test.each([
    ["of another module", 'import { getUserV1 } from "./users.js";\ngetUserV1(client, { path: { id } });'],
    ["of another method", 'client.DELETE("/v1/users/{id}");'],
    [
      "that reads nothing that moves",
      'const { data } = await client.GET("/users");\nuse(data.other);\nif (data) done();',
    ],
    ["that passes what is required", 'client.GET("/reports", { params: { query: { from: 1 } } });'],
  ])("%s", (_, text) => {
    expect(rewritten(text)).toBe(text);
  });
});
