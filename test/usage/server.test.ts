import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI, runNode } from "../scenarios/harness/command.ts";
import { CLICKHOUSE, PASSWORD, type Servers, startServer } from "../support/clickhouse.ts";
import { Imports, ROWS } from "./imports.ts";

/* A store on a server, as the command line names it, and what can go wrong with the server. */

const KILLS = 2 * Number(process.env["CONCORDAT_TEST_EFFORT"] ?? 1);

const imports = new Imports();
afterAll(() => rmSync(imports.folder, { recursive: true, force: true }));

const concordat = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runNode(CLI, args, imports.folder, env);
const report = (store: string) => concordat(["usage", "report", "--store", store]);

/** A server before another, which keeps the answer to the record of a source to itself. */
async function proxyTo(url: string) {
  const { hostname, port } = new URL(url);
  const proxy = createServer((request, response) => {
    const target = { hostname, port, path: request.url, method: request.method, headers: request.headers };
    const isRecord = request.url?.includes("INSERT+INTO+concordat_v1_source+%28");
    const passed = sendRequest(target, (answer) => {
      if (isRecord) answer.resume().on("end", () => request.socket.destroy());
      else answer.pipe(response.writeHead(answer.statusCode ?? 500));
    });
    request.pipe(passed);
  });
  await once(proxy.listen(0, "127.0.0.1"), "listening");
  return { proxy, port: (proxy.address() as AddressInfo).port };
}

describe.skipIf(CLICKHOUSE === undefined)("on a server", () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServer(CLICKHOUSE as string);
  }, 60_000);
  afterAll(() => servers?.stop());
  const store = (rest: string) => `clickhouse:${servers.url}${rest}`;

  test(`an import that is killed keeps whole sources and no part of one, ${KILLS} times`, async () => {
    await imports.kill(KILLS, (i) => store(`killed_${i}`));
  }, 600_000);

  test("a second importer waits, and gives up with exit code 3 while another writes", async () => {
    await imports.meet(store("busy"));
  }, 120_000);

  test("the configuration names it, and the environment has the password", async () => {
    const config = (password: string) => `contracts:
  - { name: things, spec: api.json }
usage:
  engine: clickhouse
  url: ${servers.url}
  database: configured
  user: ann
  password: ${password}
`;
    writeFileSync(join(imports.folder, "concordat.yaml"), config("env:ANNS"));
    const taken = await concordat(["usage", "import", "--log", "json", "log-0.json"], { ANNS: PASSWORD });
    expect(taken).toMatchObject({ exit: 0, stderr: "" });
    const shown = await concordat(["usage", "report"], { ANNS: PASSWORD });
    expect(shown.stdout).toContain(`${ROWS} rows: ${ROWS} matched`);
    const judged = await concordat(["migrate", "status"], { ANNS: PASSWORD });
    expect(judged).toMatchObject({ exit: 0, stderr: "" });
    expect(await concordat(["usage", "report"])).toMatchObject({
      exit: 2,
      stderr: "The password of the usage store is asked of the variable `ANNS`, which is not set.\n",
    });
    writeFileSync(join(imports.folder, "concordat.yaml"), config(PASSWORD));
    const refused = await concordat(["usage", "report"]);
    expect(refused).toMatchObject({ exit: 2, stderr: expect.stringMatching(/^concordat\.yaml:8:/) });
    expect(refused.stderr).not.toContain(PASSWORD);
    rmSync(join(imports.folder, "concordat.yaml"));
  });

  test("a wrong password is told, and not shown", async () => {
    const refused = await report(store("any").replace("//", "//ann:wr0ng@"));
    expect(refused).toMatchObject({ exit: 3, stderr: expect.stringContaining("refuses the user `ann`") });
    expect(refused.stderr).not.toContain("wr0ng");
  });

  test("a database without a store, and a cluster that the server does not know, are told", async () => {
    expect(await report(store("empty"))).toMatchObject({ exit: 2, stderr: expect.stringContaining("There is no") });
    const refused = await report(store("empty?cluster=none"));
    expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining("has no cluster `none`") });
  });

  test("an answer that the user's profile would cut short is an error", async () => {
    expect(imports.run(imports.line(store("long"), "log-0.json")).status).toBe(0);
    const long = store("long").replace("//", "//cut@");
    expect(await report(long)).toMatchObject({
      exit: 3,
      stdout: "",
      stderr: expect.stringMatching(/failed: Limit .*\n$/),
    });
  });

  test("an import whose record arrives, and the answer to it does not, is counted once and whole", async () => {
    const { proxy, port } = await proxyTo(servers.url);
    const through = `clickhouse:http://127.0.0.1:${port}/unanswered`;
    const line = ["usage", "import", "--spec", "api.json", "--log", "json", "log-0.json", "--store"];
    expect(await concordat([...line, through])).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining("cannot be asked"),
    });
    proxy.close();
    expect(await concordat([...line, store("unanswered")])).toMatchObject({
      exit: 0,
      stdout: "log-0.json: in the store already; nothing was added\n",
    });
    expect(imports.held(store("unanswered"))).toEqual([ROWS, ROWS, ROWS]);
  });

  test("a server that is gone in the midst of an import ends it with exit code 3", async () => {
    const own = await startServer(CLICKHOUSE as string);
    const importing = await imports.begin(`clickhouse:${own.url}gone`);
    await own.stop();
    expect(await importing.end()).toBe(3);
  }, 60_000);
});

test.each([
  ["nothing listens", "clickhouse:http://127.0.0.1:1/x", 3, "cannot be asked: connect ECONNREFUSED"],
  ["the URL is of no ClickHouse", "http://ann:hunter2@h:8123/x", 2, "is not one of a ClickHouse server"],
  ["the URL is none", "clickhouse:127.0.0.1", 2, "is not one"],
  [
    "the password is not in the environment",
    "clickhouse:http://h/x?password=hunter2",
    2,
    "not of the form `env:VARIABLE`",
  ],
  ["a parameter is unknown", "clickhouse:http://h/x?pasword=env:P", 2, "has the parameter `pasword`"],
])("it is told that %s", async (_, store, exit, said) => {
  const refused = await report(store);
  expect(refused).toMatchObject({ exit, stderr: expect.stringContaining(said) });
  expect(refused.stderr).not.toContain("hunter2");
});

test.each<[string, RequestListener, string]>([
  ["of pages is told", (_, response) => response.end("<html>"), "it answers something else than rows"],
  [
    "that redirects is not followed",
    (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    "it answers with status 302",
  ],
  [
    "that ends in the midst of an answer is told",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"name":"x"}\n', () => response.socket?.destroy());
    },
    "cannot be asked: aborted",
  ],
])("a server %s", async (_, answer, said) => {
  const server = createServer(answer);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const refused = await report(`clickhouse:http://127.0.0.1:${(server.address() as AddressInfo).port}/x`);
  server.close();
  expect(refused).toMatchObject({ exit: 3, stderr: expect.stringContaining(said) });
});
