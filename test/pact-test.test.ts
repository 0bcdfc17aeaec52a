import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLI, runNode } from "./scenarios/harness/command.ts";
import { ROOT } from "./support/paths.ts";
import { errorsOf } from "./support/published.ts";

/*
 * `pact test` as users run it: tests that write pacts by hand, and tests that have Pact's library write them.
 */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "concordat-consumer-")));
const at = (name: string) => join(folder, name);

beforeAll(() => {
  symlinkSync(join(ROOT, "node_modules"), at("node_modules"));
  writeFileSync(
    at("concordat.yaml"),
    "contracts:\n  - { name: users, spec: contracts/users/openapi.yaml, provider: Users }\n",
  );
  mkdirSync(at("contracts/users"), { recursive: true });
  writeFileSync(
    at("contracts/users/openapi.yaml"),
    "openapi: 3.1.0\ninfo: { title: Users, version: 1.0.0 }\npaths: {}\n",
  );
  writeFileSync(at("library.mjs"), LIBRARY);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A consumer's test with Pact's own library. */
const LIBRARY = `
import { PactV4, SpecificationVersion } from "@pact-foundation/pact";
const pact = new PactV4({
  consumer: "Mobile", provider: "Users", dir: process.env.PACT_DIR, spec: SpecificationVersion.SPECIFICATION_VERSION_V4, logLevel: "error",
});
await pact
  .addInteraction()
  .uponReceiving("a user")
  .withRequest("GET", "/users/1")
  .willRespondWith(200, (response) => response.jsonBody({ id: 1 }))
  .executeTest(async ({ url }) => {
    const user = await (await fetch(url + "/users/1")).json();
    if (user.id !== 1) throw new Error("This is another user.");
  });
`;

interface Written {
  readonly description: string;
  readonly status?: number;
}

/** The source of a test that writes pacts one after another into one file, as test processes do. */
function testOf(...pacts: readonly (readonly Written[])[]): string {
  const texts = pacts.map((interactions) =>
    JSON.stringify({
      consumer: { name: "Web" },
      provider: { name: "Users" },
      interactions: interactions.map(({ description, status = 200 }) => ({
        ...{ description, request: { method: "GET", path: "/" }, response: { status } },
      })),
      metadata: { pactSpecification: { version: "3.0.0" }, client: { version: String(interactions.length) } },
    }),
  );
  return `
    const { renameSync, writeFileSync } = await import("node:fs");
    for (const text of ${JSON.stringify(texts)}) {
      writeFileSync(process.env.PACT_DIR + "/web.tmp", text);
      renameSync(process.env.PACT_DIR + "/web.tmp", process.env.PACT_DIR + "/web.json");
      // As long as a test takes at the least: it starts a server.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }`;
}

const run = (source: string, ...flags: readonly string[]) =>
  runNode(CLI, ["pact", "test", ...flags, "--", process.execPath, "--input-type=module", "--eval", source], folder);
const KEPT = "contracts/users/consumers/Web/pact.json";

test("what tests write is compared with what is kept, and kept with --write", async () => {
  const [a, b] = [{ description: "a" }, { description: "b" }];
  expect(await run(testOf([a, b]))).toMatchObject({
    exit: 1,
    stdout: `${KEPT}: is not kept yet. Add it with --write (Web → Users)\n  new: a\n  new: b\n`,
  });
  expect(await run(testOf([a, b]), "--write")).toMatchObject({ exit: 0, stdout: expect.stringContaining(": written") });
  expect(readFileSync(at(KEPT), "utf8")).not.toContain("client");
  // Another order, and another version of the library.
  expect(await run(testOf([b, a, a].slice(0, 2)))).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining("as it is kept"),
  });
  const { exit, stdout } = await run(
    testOf([{ description: "a", status: 404 }, { description: "c" }]),
    "--format",
    "json",
  );
  expect(exit).toBe(1);
  expect(errorsOf("pact-test", JSON.parse(stdout))).toEqual([]);
  expect(JSON.parse(stdout)).toMatchObject({
    pass: false,
    pacts: [
      {
        consumer: "Web",
        provider: "Users",
        file: KEPT,
        state: "changed",
        added: ["c"],
        changed: ["a"],
        stale: ["b"],
        overwritten: [],
      },
    ],
  });
}, 60_000);

test.each([
  ["markdown", `- **${KEPT}** (Web → Users): is not as it is kept. Update it with --write\n  - stale`],
  ["github", `::error file=${KEPT},title=pact-differs::The pact is not as it is kept.`],
])(
  "a difference is reported as %s",
  async (format, text) => {
    await run(testOf([{ description: "a" }, { description: "b" }]), "--write");
    const { exit, stdout } = await run(testOf([{ description: "a" }]), "--format", format);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: expect.stringContaining(text) });
  },
  60_000,
);

test("an interaction that one test writes over another's is found", async () => {
  const { exit, stdout } = await run(testOf([{ description: "a", status: 404 }], [{ description: "a" }]), "--write");
  expect(exit).toBe(1);
  expect(stdout).toContain("overwritten: two tests write `a` with different content");
}, 60_000);

test("Pact's own library writes into the folder, and says the same in each run", async () => {
  const test = ["pact", "test", "--into", "pacts", "--write", "--", process.execPath, "library.mjs"];
  expect(await runNode(CLI, test, folder)).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining("pacts/Mobile/pact.json: written"),
  });
  expect(readFileSync(at("pacts/Mobile/pact.json"), "utf8")).not.toContain("pactRust");
  expect(await runNode(CLI, test, folder)).toMatchObject({ exit: 0, stdout: expect.stringContaining("as it is kept") });
}, 60_000);

describe("no pass is", () => {
  test.each([
    ["a test that fails", "process.exit(3)", 1, "The tests failed (exit code 3). No pact was compared."],
    ["tests that write no pact", "", 2, "The tests wrote no pact into the folder that PACT_DIR names."],
    [
      "a pact that is cut off",
      'const { writeFileSync } = await import("node:fs"); writeFileSync(process.env.PACT_DIR + "/web.json", "{");',
      2,
      "web.json:1:",
    ],
  ])("%s", async (_, source, exit, message) => {
    expect(await run(source)).toMatchObject({ exit, stdout: "", stderr: expect.stringContaining(message) });
  });

  test("a pact with a provider that no contract has", async () => {
    const source = testOf([{ description: "a" }]).replaceAll("Users", "Orders");
    expect(await run(source)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("No contract of the configuration has the provider `Orders`."),
    });
  });

  test("a command that there is not", async () => {
    const missing = await runNode(CLI, ["pact", "test", "--", "no-such-program"], folder);
    expect(missing).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("`no-such-program` cannot be run (ENOENT)"),
    });
  });
});
