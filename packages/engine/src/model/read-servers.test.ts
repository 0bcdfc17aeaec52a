import { expect, test } from "vitest";
import { memoryHost } from "../host/memory.ts";
import { loadDescription } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import { Cursor } from "./cursor.ts";
import { readRevision } from "./read-revision.ts";
import { answering, readServers, urlsBeyond } from "./read-servers.ts";

async function urlsOf(count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, i) => `r${i}`);
  const servers = [{ url: "https://{region}.example.org", variables: { region: { default: "r0", enum: names } } }];
  const root = { openapi: "3.1.0", info: { title: "a", version: "1" }, servers, paths: { "/": { get: {} } } };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.json": JSON.stringify(root) } });
  const description = valueIn(await loadDescription("/api.json", host));
  const [ref] = readRevision(new Cursor(description)).operations;
  return ref === undefined ? [] : readServers(ref, new Cursor(description)).urls;
}

test("listed values of a variable are written out, unless they are too many", async () => {
  expect(await urlsOf(2)).toEqual(["https://r0.example.org", "https://r1.example.org"]);
  expect(await urlsOf(256)).toHaveLength(256);
  expect(await urlsOf(257)).toHaveLength(1);
});

test("a server with a variable answers at paths of any characters", () => {
  const shape = "/a-b.c+d$e(f)|{}";
  const answers = answering({ urls: ["https://{host}/v1"], defaults: [] }, shape);
  expect(answers(`https://api.example.org/v1${shape}`)).toBe(true);
  expect(answers(`https://api.example.org/v1${shape.replace(".", "-")}`)).toBe(false);
});

test("the servers at which others answer too depend on what follows them only where that differs", () => {
  const root = { document: { uri: "memory:/api", root: {}, dialect: "openapi-3.1" as const }, pointer: "", value: {} };
  const servers = (...urls: string[]) => ({ at: root, urls, defaults: urls, addresses: urls });
  const [one, other] = [
    servers("https://a.example.org", "https://b.example.org/v1"),
    servers("https://{x}.example.org"),
  ];
  const beyond = (shape: string, otherShape: string) =>
    urlsBeyond({ servers: one, shape }, { servers: other, shape: otherShape });
  expect(beyond("/p", "/p")).toEqual(["https://b.example.org/v1"]);
  expect(beyond("/q", "/q")).toEqual(["https://b.example.org/v1"]);
  expect(beyond("/p", "/v1/p")).toEqual(["https://a.example.org"]);
});

test("each reader of the same servers is told what is wrong with them", async () => {
  const api = { openapi: "3.1.0", info: { title: "a", version: "1" }, servers: [{}], paths: { "/": { get: {} } } };
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: { "/api.json": JSON.stringify(api) } });
  const description = valueIn(await loadDescription("/api.json", host));
  const [ref] = readRevision(new Cursor(description)).operations;
  if (ref === undefined) throw new Error("there is an operation");
  const told = [new Cursor(description), new Cursor(description)].map((cursor) => {
    readServers(ref, cursor);
    return cursor.problems.map(({ message }) => message);
  });
  expect(told).toEqual([["A server needs a `url`."], ["A server needs a `url`."]]);
});
