import { expect, test } from "vitest";
import { type KnownOperations, usesIn } from "./uses.ts";

const known: KnownOperations = {
  byFunction: (name) => ["getUser", "listUsers"].includes(name),
  byRoute: (method, path) => method.toUpperCase() === "GET" && path === "/users/{id}",
  isClient: (specifier) => specifier === "./api/client.js",
};

/** What is used, as lines: `3 getUser`, `4 GET /users/{id}`, `5 ? why`. */
function usesOf(text: string): string[] {
  return usesIn("app.tsx", text, known).map(({ line, used }) => {
    if ("unknown" in used) return `${line} ? ${used.unknown}`;
    return `${line} ${"function" in used ? used.function : `${used.method} ${used.path}`}`;
  });
}

test.each([
  ["a call", 'import { getUser } from "./api/client.js";\ngetUser(client, {});', ["2 getUser"]],
  [
    "a call under another name",
    'import { getUser as load } from "./api/client.js";\nawait load(client);',
    ["2 getUser"],
  ],
  [
    "a function that is passed on",
    'import { getUser } from "./api/client.js";\npages(getUser, client);',
    ["2 getUser"],
  ],
  ["a property of its name", 'import { getUser } from "./api/client.js";\nconst a = { getUser };', ["2 getUser"]],
  [
    "a member of the whole client",
    'import * as api from "./api/client.js";\napi.getUser(c); api["listUsers"](c);',
    ["2 getUser", "2 listUsers"],
  ],
  ["markup", 'import { getUser } from "./api/client.js";\nconst a = <User load={getUser} />;', ["2 getUser"]],
  ["a module that passes a function on", 'export { getUser } from "./api/client.js";', ["1 getUser"]],
  ["openapi-fetch", 'api.GET("/users/{id}", {});', ["1 GET /users/{id}"]],
  ["what is built on openapi-fetch", 'const { data } = $api.useQuery("get", "/users/{id}");', ["1 GET /users/{id}"]],
])("%s is found", (_, text, uses) => {
  expect(usesOf(text)).toEqual(uses);
});

test.each([
  ["what is imported and not used", 'import { getUser } from "./api/client.js";'],
  ["types", 'import type { getUser } from "./api/client.js";\ntype A = typeof getUser;'],
  ["functions of another module", 'import { getUser } from "./other.js";\ngetUser();'],
  ["names of members", 'import { getUser } from "./api/client.js";\nother.getUser({ getUser: 1 });'],
  ["another module that is loaded", 'await import("./other.js");\nrequire(name);'],
  ["paths of another API", 'api.GET("/rooms");\nsend("GET", "/rooms");'],
])("%s is not", (_, text) => {
  expect(usesOf(text)).toEqual([]);
});

test.each([
  [
    "the whole client as a value",
    'import * as api from "./api/client.js";\nreliableFetch(Object.values(api));',
    ["2 ? The whole client is used as a value."],
  ],
  [
    "the whole client for other modules",
    'export * from "./api/client.js";',
    ["1 ? The whole client is passed on to other modules."],
  ],
  [
    "a path that is computed",
    `api.GET(path);\napi.GET(\`/users/\${id}\`);`,
    ["1 ? The path of `GET` is not a text in the source.", "2 ? The path of `GET` is not a text in the source."],
  ],
  [
    "a client that is loaded and not imported",
    'const { getUser } = await import("./api/client.js");\nconst api = require("./api/client.js");\nimport own = require("./api/client.js");',
    [1, 2, 3].map((line) => `${line} ? The whole client is loaded here, and not by names.`),
  ],
  [
    "what stands behind an error of syntax",
    "const a = 1;\nconst = ;",
    ["2 ? The source has a syntax error here, so uses may be missing."],
  ],
])("%s cannot be told", (_, text, uses) => {
  expect(usesOf(text)).toEqual(uses);
});

test.each([
  ["a call without arguments", 'api.GET("/users/{id}");', { parameters: [], isWhole: true }],
  [
    "a call of openapi-fetch",
    'api.GET("/users/{id}", { params: { path: { id }, query: { "full": true } } });',
    { parameters: ["path.id", "query.full"], isWhole: true },
  ],
  [
    "what is built on openapi-fetch",
    'api.useQuery("get", "/users/{id}", { params: { path: { id: 1 } } });',
    { parameters: ["path.id"], isWhole: true },
  ],
  [
    "a function of the client",
    'import { getUser } from "./api/client.js";\ngetUser(client, { headers: { Trace: "1" }, body: { name, role: "admin", tags: ["a", x], at: { z: null } } } as const);',
    {
      parameters: ["header.Trace"],
      isWhole: true,
      body: { name: {}, role: "admin", tags: ["a", {}], at: { z: null } },
    },
  ],
  [
    "a member of the whole client",
    'import * as api from "./api/client.js";\napi.getUser(c, { query: { ...more, page: 1 } });',
    { parameters: ["query.page"], isWhole: false },
  ],
  ["what is passed from elsewhere", 'api.GET("/users/{id}", init);', { parameters: [], isWhole: false }],
  ["what is spread", 'api.GET("/users/{id}", { ...init, body: text });', { parameters: [], isWhole: false, body: {} }],
  [
    "names that are computed",
    'api.GET("/users/{id}", { params: { query: { [a]: 1 } } });',
    { parameters: [], isWhole: false },
  ],
  [
    "arguments that are spread",
    'import { getUser } from "./api/client.js";\ngetUser(...given);',
    { parameters: [], isWhole: false },
  ],
  [
    "headers beside the parameters",
    'api.GET("/users/{id}", { params: { path: { id } }, headers: { Trace: "1" } });',
    { parameters: ["path.id", "header.Trace"], isWhole: true },
  ],
  [
    "headers of one call",
    'import { getUser } from "./api/client.js";\ngetUser(client, {}, { signal, headers: { Trace: "1" } });',
    { parameters: ["header.Trace"], isWhole: true },
  ],
  [
    "options that are passed from elsewhere",
    'import { getUser } from "./api/client.js";\ngetUser(client, {}, options);',
    { parameters: [], isWhole: false },
  ],
])("what %s gives is read as it is written out", (_, text, sends) => {
  expect(usesIn("app.tsx", text, known)[0]?.sends).toEqual(sends);
});

test("what is passed on gives nothing that could be told", () => {
  const text = 'import { getUser } from "./api/client.js";\npages(getUser, client);';
  expect(usesIn("app.tsx", text, known)[0]?.sends).toBeUndefined();
});
