import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OperationKey, operationName, parseOperationName } from "./operation-key.ts";
import { type Routed, Router } from "./router.ts";

/** A router over operations written as `GET /path`; each leads to its own name. */
function routerOf(names: readonly string[], servers: readonly string[] = [""]): Router<string> {
  return new Router(names.map((name) => ({ key: parseOperationName(name) as OperationKey, servers, value: name })));
}

function textOf(routed: Routed<string>): string {
  if (routed.kind !== "found") return routed.kind === "method" ? `method: ${routed.allowed.join(", ")}` : routed.kind;
  const values = [...routed.values()].map(([name, value]) => `${name}=${value}`);
  return [routed.value, ...values].join(" ");
}

/** Operations of a description, servers, a request, and where it leads. */
const MATCHES: readonly (readonly [string, readonly string[], readonly string[], string, string])[] = [
  ["a literal path", ["GET /users"], [""], "GET /users", "GET /users"],
  ["a query and a fragment", ["GET /users"], [""], "GET /users?a=/b#c", "GET /users"],
  ["a parameter", ["GET /users/{id}"], [""], "GET /users/7", "GET /users/{id} id=7"],
  ["an empty parameter", ["GET /users/{id}"], [""], "GET /users/", "path"],
  ["a slash more", ["GET /users"], [""], "GET /users/", "path"],
  ["a slash in the middle more", ["GET /a/b"], [""], "GET /a//b", "path"],
  ["the root", ["GET /"], [""], "GET /", "GET /"],
  ["a URL without a path", ["GET /"], ["https://e.org"], "GET https://e.org?x=1", "GET /"],
  ["concrete before templated", ["GET /users/{id}", "GET /users/me"], [""], "GET /users/me", "GET /users/me"],
  ["the path decides, then the method", ["DELETE /u/{id}", "GET /u/me"], [""], "DELETE /u/me", "method: GET"],
  ["another method of the same shape", ["GET /u/{a}", "PUT /u/{b}"], [""], "PUT /u/1", "PUT /u/{b} b=1"],
  ["more literal segments win", ["GET /a/{x}/{y}", "GET /{x}/b/c"], [""], "GET /a/b/c", "GET /{x}/b/c x=a"],
  ["literal from the left", ["GET /{x}/b", "GET /a/{y}"], [""], "GET /a/b", "GET /a/{y} y=b"],
  ["partly literal before a parameter", ["GET /{x}", "GET /{x}.json"], [""], "GET /a.json", "GET /{x}.json x=a"],
  ["more text wins", ["GET /{x}n", "GET /{x}.json"], [""], "GET /a.json", "GET /{x}.json x=a"],
  ["nothing for an expression", ["GET /f/{x}.json"], [""], "GET /f/.json", "path"],
  ["several in a segment", ["GET /{a}-{b}-{c}"], [""], "GET /1-2-3-4", "GET /{a}-{b}-{c} a=1 b=2 c=3-4"],
  ["two with nothing between", ["GET /{a}{b}"], [""], "GET /xyz", "GET /{a}{b} a=x b=yz"],
  ["two with nothing between need two bytes", ["GET /{a}{b}"], [""], "GET /x", "path"],
  ["an escaped slash is data", ["GET /f/{name}"], [""], "GET /f/a%2Fb", "GET /f/{name} name=a%2Fb"],
  ["an escaped letter is the letter", ["GET /users"], [""], "GET /%75sers", "GET /users"],
  ["an escape in the template", ["GET /a%20b"], [""], "GET /a%20b", "GET /a%20b"],
  ["a bad escape stays", ["GET /100%"], [""], "GET /100%", "GET /100%"],
  ["bytes of UTF-8", ["GET /größe"], [""], "GET /gr%C3%B6%C3%9Fe", "GET /größe"],
  ["an escape in a mixed segment", ["GET /{x}.json"], [""], "GET /%C3%B6%2Ejson", "GET /{x}.json x=%C3%B6"],
  ["case counts", ["GET /Users"], [""], "GET /users", "path"],
  ["methods have case", ["GET /users"], [""], "get /users", "method: GET"],
  ["names of objects", ["GET /{x}"], [""], "GET /constructor", "GET /{x} x=constructor"],
  ["a base path", ["GET /users"], ["https://e.org/v1"], "GET https://e.org/v1/users", "GET /users"],
  ["without the base path", ["GET /users"], ["https://e.org/v1"], "GET https://e.org/users", "path"],
  ["a base path of a path only", ["GET /users"], ["/v1/"], "GET https://any.org/v1/users", "GET /users"],
  ["a relative base path", ["GET /users"], ["./v1"], "GET /v1/users", "GET /users"],
  ["another host", ["GET /users"], ["https://e.org"], "GET https://f.org/users", "server"],
  ["another scheme", ["GET /users"], ["https://e.org"], "GET http://e.org/users", "server"],
  ["another port", ["GET /users"], ["https://e.org"], "GET https://e.org:8443/users", "server"],
  ["the port of the scheme", ["GET /users"], ["https://e.org"], "GET https://E.org:443/users", "GET /users"],
  ["the port of the scheme at the server", ["GET /u"], ["http://e.org:80"], "GET http://e.org/u", "GET /u"],
  ["no host", ["GET /users"], ["https://e.org"], "GET /users", "GET /users"],
  ["any scheme", ["GET /users"], ["//e.org"], "GET http://e.org/users", "GET /users"],
  ["user information", ["GET /users"], ["https://e.org"], "GET https://a:b@e.org/users", "GET /users"],
  ["a variable in the host", ["GET /users"], ["https://{}.e.org"], "GET https://eu.e.org/users", "GET /users"],
  ["a variable that is empty", ["GET /users"], ["https://{}.e.org"], "GET https://.e.org/users", "server"],
  ["a variable for the port", ["GET /users"], ["https://e.org:{}"], "GET https://e.org:443/users", "GET /users"],
  ["a variable in the base path", ["GET /users"], ["/{}"], "GET /v7/users", "GET /users"],
  ["a variable for the address", ["GET /users"], ["{}/v1"], "GET https://e.org/v1/users", "GET /users"],
  ["the longest base path", ["GET /{x}", "GET /v1/{y}"], ["", "/v1"], "GET /v1/a", "GET /{x} x=a"],
  ["a template with a query", ["GET /?do={x}", "GET /?is=b"], [""], "GET /?is=b&c=d", "GET /?is=b"],
  ["a template with a fragment", ["POST /#A", "POST /#B"], [""], "POST /#B", "POST /#B"],
];

describe("a router matches", () => {
  test.each(MATCHES)("%s", (_, names, servers, request, expected) => {
    const [method = "", url = ""] = request.split(" ");
    expect(textOf(routerOf(names, servers).match(method, url))).toBe(expected);
  });

  test("operations at their own servers", () => {
    const key = (method: string) => ({ method, path: "/a" });
    const router = new Router([
      { key: key("GET"), servers: ["https://read.org"], value: "read" },
      { key: key("POST"), servers: ["https://write.org"], value: "write" },
    ]);
    expect(router.match("POST", "https://write.org/a").kind).toBe("found");
    expect(router.match("POST", "https://read.org/a")).toEqual({ kind: "method", allowed: ["GET"] });
  });
});

/** Operations, a call, and what it counts for. */
const ATTRIBUTIONS: readonly (readonly [string, readonly string[], string, string | undefined])[] = [
  ["any host", ["GET /users"], "GET https://gateway.local:8080/users", "GET /users"],
  ["the template that has the method", ["DELETE /u/{id}", "GET /u/me"], "DELETE /u/me", "DELETE /u/{id}"],
  ["HEAD for GET", ["GET /users"], "HEAD /users", "GET /users"],
  ["HEAD that is declared", ["GET /users", "HEAD /users"], "HEAD /users", "HEAD /users"],
  ["OPTIONS for nothing else", ["GET /users"], "OPTIONS /users", undefined],
  ["no path", ["GET /users"], "GET /", undefined],
];

test.each(ATTRIBUTIONS)("a router attributes %s", (_, names, request, expected) => {
  const [method = "", url = ""] = request.split(" ");
  expect(routerOf(names, ["https://e.org"]).attribute(method, url)).toBe(expected);
});

test("the name of an operation is read as it is written", () => {
  const texts = ["GET /users/{id}", "M-SEARCH /", "GET /with blank"];
  for (const text of texts) expect(operationName(parseOperationName(text) as OperationKey)).toBe(text);
  for (const text of ["GET", "/users", "GET users", "", "GET  /users"])
    expect(parseOperationName(text)).toBeUndefined();
});

describe("a router agrees with a slow one", () => {
  const some = (...from: readonly string[]) =>
    fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 4 }).map((list) => `/${list.join("/")}`);
  // Few segments for templates that compete, many for what can stand in one.
  const template = fc.oneof(
    some("a", "{x}", "{x}a"),
    some("a", "b", "{x}", "{y}", "{x}.b", "a-{y}", "{x}-{y}", "{x}{y}", "a%62", "", "é"),
  );
  const given = fc.oneof(
    some("a", "aa"),
    some("a", "b", "c", "a.b", "a-b", "a-b-c", "ab", "a%62", "%61", "", "é", "%C3%A9", "%zz", "a%2Fb"),
  );
  const operation = fc.record({ method: fc.constantFrom("GET", "PUT", "HEAD"), path: template });
  const server = fc.constantFrom("", "/a", "https://e.org", "https://e.org/a/b", "https://{}.org/{}", "/b/");
  const servers = fc.oneof(fc.constant([""]), fc.array(server, { minLength: 1, maxLength: 3 }));
  const routes = fc.uniqueArray(fc.record({ key: operation, servers }), {
    maxLength: 12,
    selector: ({ key }) => operationName(key),
  });
  const origin = fc.constantFrom("", "https://e.org", "https://f.org:443", "http://e.org");

  test("on what it finds", () => {
    fc.assert(
      fc.property(routes, fc.constantFrom("GET", "HEAD", "PUT", "POST"), origin, given, (all, method, host, at) => {
        const named = all.map((route) => ({ ...route, value: operationName(route.key) }));
        const router = new Router(named);
        const routed = router.match(method, host + at);
        expect(routed.kind === "found" ? routed.value : textOf(routed)).toBe(slowMatch(named, method, host, at));
        expect(router.attribute(method, host + at)).toBe(slowAttribution(named, method, at));
      }),
      { numRuns: 2_000 },
    );
  });
});

/*
 * The reference: every template against every path, each as a regular expression over bytes, and all that fit sorted by
 * what is said of precedence.
 */

interface SlowRoute {
  readonly key: OperationKey;
  readonly servers: readonly string[];
  readonly value: string;
}

interface Fit {
  readonly route: SlowRoute;
  readonly base: string;
  readonly server: string;
  readonly order: readonly number[];
}

function bytes(text: string): string {
  const escaped = text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(0xe000 + Number.parseInt(hex, 16)),
  );
  return [...escaped]
    .map((char) => {
      const code = char.charCodeAt(0);
      if (code >= 0xe000 && code <= 0xe0ff) return String.fromCharCode(code - 0xe000);
      return Buffer.from(char, "utf8").toString("latin1");
    })
    .join("");
}

function fits(routes: readonly SlowRoute[], path: string): Fit[] {
  const found = routes.flatMap((route, index) =>
    route.servers.flatMap((server): Fit[] => {
      const base = server.replace(/^https:\/\/[^/]*/, "").replace(/\/$/, "");
      const template = (base + route.key.path).split("/").slice(1);
      const given = path.split("/").slice(1).map(bytes);
      const asPattern = (segment: string) =>
        segment
          .split(/\{[^}]*\}/)
          .map((text) => bytes(text).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
          .join("[^]+");
      const all = template.every((segment, i) => new RegExp(`^${asPattern(segment)}$`).test(given[i] ?? "\n"));
      if (!all || template.length !== given.length) return [];
      const kind = (segment: string) => (!segment.includes("{") ? 0 : /^\{[^}]*\}$/.test(segment) ? 2 : 1);
      const kinds = template.map(kind);
      const text = template
        .filter((each) => kind(each) === 1)
        .reduce((sum, each) => sum + bytes(each.replace(/\{[^}]*\}/g, "")).length, 0);
      const number = (wanted: number) => kinds.filter((each) => each === wanted).length;
      const order = [-base.split("/").length, -number(0), -number(1), Number(`0.${kinds.join("")}`), -text, index];
      return [{ route, base, server, order }];
    }),
  );
  return found.sort((a, b) => a.order.map((each, i) => each - (b.order[i] as number)).find((each) => each !== 0) ?? 0);
}

function slowMatch(routes: readonly SlowRoute[], method: string, host: string, path: string): string {
  const all = fits(routes, path);
  const reached = all.filter(({ server }) => {
    const [name] = /^https:\/\/[^/]*/.exec(server) ?? [];
    if (name === undefined || host === "") return true;
    const plain = host.replace(/:443$/, "");
    return name.includes("{}") ? /^https:\/\/.+\.org$/.test(plain) : name === plain;
  });
  const [best] = reached;
  if (best === undefined) return all.length === 0 ? "path" : "server";
  const shape = ({ base, route }: Fit) =>
    (base + route.key.path)
      .split("/")
      .map(bytes)
      .join("/")
      .replace(/\{[^}]*\}/g, "{}");
  const same = reached.filter((fit) => shape(fit) === shape(best));
  const found = same.find(({ route }) => route.key.method === method);
  return found?.route.value ?? `method: ${[...new Set(same.map(({ route }) => route.key.method))].join(", ")}`;
}

function slowAttribution(routes: readonly SlowRoute[], method: string, path: string): string | undefined {
  const all = fits(routes, path);
  const by = (wanted: string) => all.find(({ route }) => route.key.method === wanted)?.route.value;
  return by(method) ?? (method === "HEAD" ? by("GET") : undefined);
}
