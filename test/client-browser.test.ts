import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bundleConsumer } from "./support/bundle-consumer.ts";
import { CHROMIUM } from "./support/chromium.ts";
import { PLANS } from "./support/fault-server.ts";

/** What the page does: it says what came of each call. */
const CONSUMER = `
import { createClient, operation, reliableFetch, validation } from "@concordat/client";
const get = operation({ name: "get", method: "GET", path: "/fault/{plan}" });
const pay = operation({ name: "pay", method: "POST", path: "/fault/{plan}", idempotency: "key", body: { mediaType: "multipart/form-data" } });
const nth = { types: 4, number: { minimum: 3 } };
const plan = { types: 8, string: { patterns: ["^[a-z-]+$"] } };
const validators = {
  schemas: [{}, { types: 32, objects: [{ properties: { nth: 2 } }] }, nth, plan],
  operations: {
    get: {
      parameters: [{ in: "path", name: "plan", schema: 3 }],
      responses: { 200: { content: { "application/json": { json: 1 } } } },
    },
  },
};
const client = createClient({
  baseUrl: location.origin,
  timeout: 2000,
  retry: { base: 1 },
  validation: validation(validators, "off"),
});
const ask = async (run, plan, more = {}, options = {}) => {
  const { data, error, tries } = await run(client, { path: { plan }, headers: { "x-call": run.entry.name + plan }, ...more }, options);
  return { plan, tries, kind: error?.kind ?? "data", nth: data?.nth };
};
const results = [
  await ask(get, "busy-once"),
  await ask(get, "busy-twice", {}, { validate: "throw" }),
  await ask(get, "ok", {}, { validate: "throw" }),
  await ask(get, "no plan", {}, { validate: "throw" }),
  await ask(get, "truncated-json"),
  await ask(get, "no-answer", {}, { deadline: 50 }),
  await ask(pay, "busy-twice", { body: { amount: 1, receipt: new File(["x"], "r.txt") } }),
];
// What fetch-based clients do: a request of their own, which is not sent again.
const add = operation({ name: "add", method: "POST", path: "/fault/{plan}" });
const send = reliableFetch([add], { baseUrl: location.origin });
const own = new Request(location.origin + "/fault/ok", { method: "POST", body: "sent" });
results.push(await send(own).then(({ status }) => ({ status }), (error) => ({ error: String(error) })));
await fetch("/result", { method: "POST", body: JSON.stringify(results) });
`;

const folder = mkdtempSync(join(tmpdir(), "concordat-browser-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
  test("the client does what it does elsewhere, under a strict content security policy", {
    timeout: 120_000,
  }, async () => {
    const { results, keys } = await runPage(await bundleConsumer(CONSUMER));
    expect(results).toEqual([
      { plan: "busy-once", tries: 2, kind: "data", nth: 2 },
      { plan: "busy-twice", tries: 3, kind: "data", nth: 3 },
      { plan: "ok", tries: 1, kind: "invalid" },
      { plan: "no plan", tries: 0, kind: "invalid" },
      { plan: "truncated-json", tries: 1, kind: "unexpected" },
      { plan: "no-answer", tries: 1, kind: "deadline" },
      { plan: "busy-twice", tries: 3, kind: "data", nth: 3 },
      { status: 200 },
    ]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });
});

/** Opens a page with a script in Chromium, beside the faults; answers what the script reports, and the keys that came. */
async function runPage(script: string): Promise<{ results: unknown; keys: unknown[] }> {
  const seen = new Map<string, number>();
  const keys: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const [, , plan = ""] = request.url?.split("/") ?? [];
    const call = String(request.headers["x-call"]);
    seen.set(call, (seen.get(call) ?? 0) + 1);
    if (request.headers["idempotency-key"]) keys.push(request.headers["idempotency-key"]);
    if (request.url === "/") {
      const policy = { "content-type": "text/html", "content-security-policy": "default-src 'self'" };
      response.writeHead(200, policy).end('<!doctype html><script type="module" src="/client.js"></script>');
    } else if (request.url === "/client.js") response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    else if (request.url === "/result") {
      response.end();
      resolve(body);
    } else if (PLANS[plan]) PLANS[plan](seen.get(call) ?? 1, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${folder}`];
  const browser = spawn(CHROMIUM ?? "", [...flags, "--remote-debugging-port=0", url], { stdio: "ignore" });
  try {
    return { results: JSON.parse(await promise), keys };
  } finally {
    browser.kill();
    // It writes into its folder until it ends.
    await once(browser, "exit");
    server.close();
    server.closeAllConnections();
  }
}
