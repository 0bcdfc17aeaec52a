import { mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CLI, runNode } from "./scenarios/harness/command.ts";
import { ROOT } from "./support/paths.ts";
import { errorsOf } from "./support/published.ts";

/*
 * `pact verify` as users run it, against a provider that runs, from the verification to the ledger and the answer of can-i-deploy.
 */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "concordat-verify-")));
/** The users that the provider knows, by their paths. */
const users = new Set(["/users/1"]);
let server: Server;
let url = "";

beforeAll(async () => {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/slow") return;
    if (path.startsWith("/states/")) users.add(path.replace("states", "users"));
    const isKnown = path === "/guarded" ? request.headers["x-key"] === "secret" : users.has(path);
    response.writeHead(isKnown || path.startsWith("/states/") ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(folder, "good.json"), pactOf("Web", "/users/1", 200));
  writeFileSync(join(folder, "bad.json"), pactOf("Mobile", "/users/2", 200));
  writeFileSync(join(folder, "odd.json"), pactOf("Odd", "/users/2", "404"));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function pactOf(consumer: string, path: string, status: unknown, state?: string): string {
  return JSON.stringify({
    consumer: { name: consumer },
    provider: { name: "Users" },
    interactions: [
      {
        description: "a user",
        ...(state !== undefined && { providerStates: [{ name: state }] }),
        request: { method: "GET", path },
        response: { status },
      },
    ],
    metadata: { pactSpecification: { version: "3.0.0" } },
  });
}

const run = (...args: readonly string[]) => runNode(CLI, ["pact", ...args], folder);
const verify = (...args: readonly string[]) => run("verify", "--provider", "Users", "--url", url, ...args);

test("a provider that keeps a pact passes, and the ledger knows it", async () => {
  await run("publish", "good.json", "--consumer-version", "1");
  const recorded = ["--publish", "--provider-version", "2", "--at", "2027-01-01T00:00:00Z"];
  expect(await verify("good.json", ...recorded)).toMatchObject({
    exit: 0,
    stdout: "Web → Users\n  ✓ a user\n\n1 interaction: 1 passed, 0 failed, 0 unverified\n",
    stderr: expect.stringContaining("Recorded that `Users` 2 keeps the pact of `Web` (verifications/"),
  });
  expect(readdirSync(join(folder, "pact-ledger/verifications"))).toHaveLength(1);
  const asked = await run("can-i-deploy", "--pacticipant", "Web", "--version", "1", "--with", "Users@2");
  expect(asked).toMatchObject({ exit: 0, stdout: expect.stringContaining("✓ Web 1 → Users 2  passed") });
  const question = ["can-i-deploy", "--pacticipant", "Web", "--version", "1", "--with"];
  const json = await run(...question, "Users@2", "--format", "json");
  expect(errorsOf("pact-can-i-deploy", JSON.parse(json.stdout))).toEqual([]);
  const markdown = await run(...question, "Users@3", "--format", "markdown");
  expect(markdown).toMatchObject({ exit: 1, stdout: expect.stringContaining("| Web 1 | Users 3 | ? unverified |") });
  const github = await run(...question, "Users@3", "--format", "github");
  expect(github).toMatchObject({ exit: 1, stdout: expect.stringContaining("title=deployment-") });
}, 60_000);

test("without names it takes the pacts that the ledger has in its environments", async () => {
  await run("publish", "good.json", "--consumer-version", "1");
  const none = await verify();
  expect(none).toMatchObject({ exit: 2, stderr: expect.stringContaining("There is no pact with `Users` to verify.") });
  const place = ["--pacticipant", "Web", "--version", "1", "--environment", "prod", "--new-environment"];
  expect(await run("record-deployment", ...place)).toMatchObject({ exit: 0 });
  expect(await verify()).toMatchObject({ exit: 0, stdout: expect.stringContaining("1 passed") });
}, 60_000);

test("a provider that breaks a pact fails, with a request to repeat", async () => {
  const { exit, stdout } = await verify("good.json", "bad.json", "--format", "json");
  expect(exit).toBe(1);
  const answer = JSON.parse(stdout);
  expect(errorsOf("pact-verify", answer)).toEqual([]);
  const { verdict, totals, findings } = answer;
  expect(totals).toEqual({ interactions: 2, passed: 1, failed: 1, unverified: 0 });
  expect(findings).toMatchObject([
    {
      ...{ rule: "pact/verification-failed", severity: "error", consumer: "Mobile", interaction: "a user" },
      message: "`Mobile` (`a user`): `Users` does not keep it: expected 200 but was 404.",
      places: { pact: { file: "bad.json", line: 1 } },
      example: { curl: `curl -X GET '${url}/users/2'` },
    },
  ]);
  expect(verdict).toMatchObject({ pass: false, because: [findings[0].fingerprint] });
}, 60_000);

test.each([
  [
    "another provider's pact",
    ["good.json", "--provider", "Orders"],
    2,
    "good.json: This pact is one with `Users`, not with `Orders`.",
  ],
  ["a status that is a text", ["odd.json"], 2, "must be a number such as 200"],
  [
    "a provider that is not there",
    ["good.json", "--url", "http://127.0.0.1:9", "--wait", "1"],
    3,
    "Start the provider",
  ],
  ["results without a version", ["good.json", "--publish"], 2, "--publish needs --provider-version."],
  ["states that are not there", ["good.json", "--states", "none/states.mjs"], 2, "`none/states.mjs` does not exist."],
  ["two ways to set up states", ["good.json", "--ignore-states", "--states", "s.mjs"], 2, "Name one of --states"],
])("%s is no pass", async (_, args, exit, message) => {
  expect(await verify(...args)).toMatchObject({ exit, stdout: "", stderr: expect.stringContaining(message) });
});

test.each([
  ["markdown", "`Mobile`"],
  ["sarif", '"ruleId":"pact/verification-failed"'],
  ["junit", "pact/verification-failed"],
  ["github", "::error file=bad.json,line=1"],
  ["gitlab", '"path":"bad.json"'],
])("a failure is reported as %s", async (format, text) => {
  const { exit, stdout } = await verify("bad.json", "--format", format);
  expect({ exit, stdout }).toEqual({ exit: 1, stdout: expect.stringContaining(text) });
});

test("the severity of a rule is that of the configuration", async () => {
  writeFileSync(join(folder, "lenient.yaml"), "rules: { pact/verification-failed: warn }\n");
  expect(await verify("bad.json", "--config", "lenient.yaml")).toMatchObject({ exit: 0 });
});

test("provider states are set up by a module or a URL, and one without a handler leaves its interaction unverified", async () => {
  writeFileSync(join(folder, "stated.json"), pactOf("Web", "/users/3", 200, "user 3 exists"));
  writeFileSync(
    join(folder, "states.mjs"),
    'export default { "user 3 exists": () => fetch(`URL/states/3`) };\n'.replace("URL", url),
  );
  expect(await verify("stated.json", "--states", "states.mjs")).toMatchObject({ exit: 0 });
  users.delete("/users/3");
  expect(await verify("stated.json", "--state-url", `${url}/states/3`)).toMatchObject({ exit: 0 });
  writeFileSync(join(folder, "none.mjs"), "export default {};\n");
  expect(await verify("stated.json", "--states", "none.mjs", "--format", "json")).toMatchObject({
    exit: 1,
    stdout: expect.stringContaining("pact/interaction-unverified"),
  });
}, 60_000);

test("headers, the health path and the deadline are as they are given", async () => {
  writeFileSync(join(folder, "guarded.json"), pactOf("Web", "/guarded", 200));
  expect(await verify("guarded.json", "--health", "/users/1")).toMatchObject({ exit: 1 });
  expect(await verify("guarded.json", "--header", "X-Key: secret")).toMatchObject({ exit: 0 });
  writeFileSync(join(folder, "slow.json"), pactOf("Web", "/slow", 200));
  const late = await verify("slow.json", "--deadline", "1");
  expect(late).toMatchObject({ exit: 3, stdout: "" });
}, 60_000);

test("nothing to verify passes where that is as it should be", async () => {
  expect(await verify("--ledger", "none", "--allow-empty")).toMatchObject({
    exit: 0,
    stdout: "0 interactions: 0 passed, 0 failed, 0 unverified\n",
  });
});
