import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failed } from "@concordat/engine";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { parsePactFile } from "../file/pact-file.ts";
import { type VerifyOptions, verifyProvider } from "./run-verifier.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "concordat-verify-"));
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A provider of one user. */
const users: RequestListener = ({ url, headers }, response) => {
  const user = url === "/users/1" ? { id: 1, name: headers["x-name"] ?? "Ada" } : undefined;
  response.writeHead(user ? 200 : 404, { "content-type": "application/json" }).end(user ? JSON.stringify(user) : "");
};

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Entry {
  readonly description: string;
  readonly state?: string;
  readonly path?: string;
  readonly response?: object;
}

function pactOf(...entries: readonly Entry[]) {
  const interactions = entries.map(({ description, state, path = "/users/1", response = { status: 200 } }) => ({
    ...{ description, request: { method: "GET", path }, response },
    ...(state !== undefined && { providerStates: [{ name: state }] }),
  }));
  const metadata = { pactSpecification: { version: "3.0.0" } };
  const text = JSON.stringify({ consumer: { name: "Web" }, provider: { name: "Users" }, interactions, metadata });
  const parsed = parsePactFile("web.json", text);
  if (failed(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

function verify(pact: ReturnType<typeof pactOf>, url: string, options: Partial<VerifyOptions> = {}) {
  return verifyProvider([pact], {
    ...{ provider: "Users", url, headers: {}, states: null, ignoreStates: false, health: url, wait: 0, deadline: 60 },
    ...{ cwd: ROOT, program: join(import.meta.dirname, "verifier-process.ts"), ...options },
  });
}

/** The outcomes by their descriptions. */
async function outcomes(...asked: Parameters<typeof verify>): Promise<Record<string, [string, string]>> {
  const results = await verify(...asked);
  if (failed(results)) throw new Error(JSON.stringify(results));
  return Object.fromEntries(
    results.value.map(({ description, result, reasons }) => [description, [result, reasons.join(" ")]]),
  );
}

test("every interaction is accounted for, with why it failed", async () => {
  const pact = pactOf(
    { description: "a user", response: { status: 200, body: { id: 1, name: "Ada" } } },
    { description: "another name", response: { status: 200, body: { name: "Bob" } } },
    { description: "nobody", path: "/users/2", response: { status: 404 } },
    { description: "somebody", path: "/users/2", response: { status: 200 } },
  );
  expect(await outcomes(pact, await serve(users))).toEqual({
    "a user": ["passed", ""],
    "another name": ["failed", expect.stringContaining("$.name: Expected 'Ada'")],
    nobody: ["passed", ""],
    somebody: ["failed", "expected 200 but was 404."],
  });
}, 60_000);

test("headers are added to each request", async () => {
  const pact = pactOf({ description: "a name", response: { status: 200, body: { name: "Eve" } } });
  expect(await outcomes(pact, await serve(users), { headers: { "X-Name": "Eve" } })).toEqual({
    "a name": ["passed", ""],
  });
}, 60_000);

test("the verifier never speaks to a Pact Broker of its own accord", async () => {
  let asked = 0;
  const broker = await serve((_, response) => {
    asked += 1;
    response.end("{}");
  });
  vi.stubEnv("PACT_BROKER_BASE_URL", broker);
  vi.stubEnv("PACT_BROKER_PUBLISH_VERIFICATION_RESULTS", "true");
  expect(await outcomes(pactOf({ description: "a user" }), await serve(users))).toEqual({ "a user": ["passed", ""] });
  vi.unstubAllEnvs();
  expect(asked).toBe(0);
}, 60_000);

describe("provider states", () => {
  const pact = pactOf({ description: "a user", state: "user 1 exists" }, { description: "no state" });

  test("that nobody sets up leave interactions unverified, and are named", async () => {
    expect(await outcomes(pact, await serve(users))).toEqual({
      "a user": ["unverified", expect.stringContaining("The provider state `user 1 exists` was not set up: nobody")],
      "no state": ["passed", ""],
    });
  }, 60_000);

  test("may be left out on purpose", async () => {
    const all = await outcomes(pact, await serve(users), { ignoreStates: true });
    expect(all).toMatchObject({ "a user": ["passed", ""] });
  }, 60_000);

  test("are set up and torn down by a URL", async () => {
    const asked: unknown[] = [];
    const states = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      asked.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.end("{}");
    });
    expect(await outcomes(pact, await serve(users), { states: { url: states } })).toMatchObject({
      "a user": ["passed", ""],
    });
    expect(asked).toMatchObject([
      { state: "user 1 exists", action: "setup" },
      { state: "user 1 exists", action: "teardown" },
    ]);
  }, 60_000);

  test("that a URL refuses are named", async () => {
    const states = await serve((_, response) => response.writeHead(501).end());
    expect(await outcomes(pact, await serve(users), { states: { url: states } })).toMatchObject({
      "a user": ["unverified", "The provider state `user 1 exists` was not set up: it was answered with 501."],
    });
  }, 60_000);

  test("are set up by a module, which is said to lack some", async () => {
    const module = join(folder, "states.mjs");
    writeFileSync(
      module,
      `export default { "user 1 exists": () => undefined, fails: () => { throw new Error("no database"); } };`,
    );
    const three = pactOf(
      { description: "a user", state: "user 1 exists" },
      { description: "a failure", state: "fails" },
      { description: "a stranger", state: "user 2 exists" },
    );
    expect(await outcomes(three, await serve(users), { states: { module } })).toEqual({
      "a user": ["passed", ""],
      "a failure": ["unverified", "The provider state `fails` was not set up: no database"],
      "a stranger": [
        "unverified",
        expect.stringContaining("`user 2 exists` was not set up: the module has no handler"),
      ],
    });
  }, 60_000);
});

describe("a failure of a tool, and no result, is", () => {
  const pact = pactOf({ description: "a user" });
  const failing = (message: string) => ({ failure: "tool", problems: [{ message: expect.stringContaining(message) }] });

  test("a provider that is not there", async () => {
    const url = await serve(users);
    for (const server of servers.splice(0)) server.close();
    expect(await verify(pact, url)).toMatchObject(failing("Start the provider"));
  });

  test("a provider that dies midway", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/") return response.end();
      for (const server of servers.splice(0)) {
        server.close();
        server.closeAllConnections();
      }
      return undefined;
    });
    expect(await verify(pact, url)).toMatchObject(failing("The provider stopped answering while it was verified."));
  }, 60_000);

  test("a provider that never ends to answer", async () => {
    const url = await serve((request, response) => void (request.url === "/" && response.end()));
    expect(await verify(pact, url, { deadline: 2 })).toMatchObject(failing("did not end within 2 seconds"));
  }, 60_000);

  test("a verifier that ends early", async () => {
    const program = join(folder, "dies.mjs");
    writeFileSync(program, `process.once("message", () => { console.error("out of luck"); process.exit(7); });`);
    expect(await verify(pact, await serve(users), { program })).toMatchObject(failing("exit code 7"));
  });
});

test("a project without the verifier is told what to install", async () => {
  expect(await verify(pactOf({ description: "a user" }), await serve(users), { cwd: folder })).toMatchObject({
    failure: "input",
    problems: [{ message: expect.stringContaining("npm install --save-dev @pact-foundation/pact@17") }],
  });
});
