import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startProvider } from "./samples/parcels-provider.ts";
import { CLI, runNode } from "./scenarios/harness/command.ts";
import { ROOT } from "./support/paths.ts";

/*
 * The sample contract of parcels with its two consumers: their own tests, and a small provider that runs, by Pact's own library.
 */

const PACTS = ["tracking-page", "warehouse"].map((name) => `contracts/parcels/consumers/${name}/pact.json`);

const run = (...args: readonly string[]) => runNode(CLI, ["pact", ...args], ROOT, { HOME: tmpdir() });

test("the consumers' tests write the pacts that are kept", async () => {
  const vitest = [process.execPath, join(ROOT, "node_modules/vitest/vitest.mjs"), "run"];
  const { exit, stdout } = await run(
    "test",
    "--format",
    "json",
    "--",
    ...vitest,
    "--config",
    "test/samples/vitest.config.ts",
  );
  const { pass, pacts } = JSON.parse(stdout);
  expect({ exit, pass }).toEqual({ exit: 0, pass: true });
  expect(pacts.map(({ consumer, state }: Record<string, string>) => [consumer, state])).toEqual([
    ["tracking-page", "same"],
    ["warehouse", "same"],
  ]);
}, 60_000);

/** Verifies a provider against both pacts: how it ended, and what came of each that did not pass. */
async function verify(parcelOf: Parameters<typeof startProvider>[0], ...more: readonly string[]) {
  const provider = await startProvider(parcelOf);
  try {
    const asked = ["--provider", "northbound-parcels", "--url", provider.url, "--format", "json", ...more];
    const states = more.includes("--states") ? [] : ["--state-url", `${provider.url}/states`];
    const { exit, stdout } = await run("verify", ...PACTS, "--health", "/states", ...asked, ...states);
    const { totals, findings } = JSON.parse(stdout);
    const told = findings.map(({ rule, consumer, message }: Record<string, string>) => ({ rule, consumer, message }));
    return { exit, totals, told };
  } finally {
    provider.close();
  }
}

test("a provider as it is described keeps both pacts", async () => {
  expect(await verify(undefined)).toEqual({
    exit: 0,
    totals: { interactions: 2, passed: 2, failed: 0, unverified: 0 },
    told: [],
  });
}, 60_000);

test("a provider that renames what one consumer reads fails that one", async () => {
  const renamed = ({ weightGrams, ...parcel }: { readonly weightGrams: number }) => ({
    ...parcel,
    weight: weightGrams,
  });
  expect(await verify(renamed)).toMatchObject({
    exit: 1,
    totals: { interactions: 2, passed: 1, failed: 1, unverified: 0 },
    told: [
      {
        rule: "pact/verification-failed",
        consumer: "warehouse",
        message: expect.stringContaining("`northbound-parcels` does not keep it"),
      },
    ],
  });
}, 60_000);

test("a provider whose states nobody sets up is unverified, and does not pass", async () => {
  expect(await verify(undefined, "--states", "test/samples/no-states.mjs")).toMatchObject({
    exit: 1,
    totals: { interactions: 2, passed: 0, failed: 0, unverified: 2 },
    told: [{ rule: "pact/interaction-unverified" }, { rule: "pact/interaction-unverified" }],
  });
}, 60_000);
