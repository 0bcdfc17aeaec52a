import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failed, nodeHost, type Result } from "@concordat/engine";
import { afterAll, expect, test } from "vitest";
import { appendPact, appendRecord, type Ledger, readLedger, readPactText } from "./ledger.ts";
import type { LedgerRecord } from "./records.ts";

const root = mkdtempSync(join(tmpdir(), "concordat-ledger-"));
const host = nodeHost(root);
let count = 0;
const newFolder = () => join(root, `ledger-${count++}`);

afterAll(() => rmSync(root, { recursive: true, force: true }));

function deployment(version: string): LedgerRecord {
  return {
    kind: "deployment",
    ...{ pacticipant: "Foo", version, environment: "prod", applicationInstance: null, ended: false },
    at: "2027-01-01T00:00:00.000Z",
  };
}

function publication(version: string, pact: string): LedgerRecord {
  return {
    kind: "publication",
    ...{ consumer: "Foo", consumerVersion: version, provider: "Bar", pact, branch: null, tags: [] },
  };
}

async function ledgerIn(folder: string): Promise<Ledger> {
  return contentOf(await readLedger(host, folder));
}

function contentOf<T>(result: Result<T>): T {
  if (failed(result)) throw new Error(JSON.stringify(result));
  return result.value;
}

/** A process that appends records with versions of its own, as fast as it can. */
function writer(folder: string, name: string, records: number): ChildProcess {
  const program = `
    import { nodeHost } from "@concordat/engine";
    import { appendRecord } from ${JSON.stringify(join(import.meta.dirname, "ledger.ts"))};
    for (let i = 0; i < ${records}; i++)
      await appendRecord(nodeHost("/"), ${JSON.stringify(folder)}, {
        kind: "deployment", pacticipant: "Foo", version: ${JSON.stringify(name)} + i, environment: "prod",
        applicationInstance: null, ended: false, at: "2027-01-01T00:00:00.000Z",
      });
  `;
  return spawn(
    process.execPath,
    ["--conditions=@concordat/source", "--input-type=module", "--eval", program],
    // Packages resolve from here.
    { cwd: import.meta.dirname, stdio: ["ignore", "inherit", "inherit"] },
  );
}

test("a folder that is not there is an empty ledger", async () => {
  const empty = { publications: [], verifications: [], deployments: [], releases: [] };
  expect(await ledgerIn(newFolder())).toEqual(empty);
});

test("a record that is written twice is there once", async () => {
  const folder = newFolder();
  const first = await appendRecord(host, folder, deployment("1"));
  expect(await appendRecord(host, folder, deployment("1"))).toEqual(first);
  expect((await ledgerIn(folder)).deployments).toEqual([deployment("1")]);
});

test("two writers at once lose nothing", async () => {
  const folder = newFolder();
  const writers = ["a", "b"].map((name) => writer(folder, name, 40));
  await Promise.all(writers.map((each) => once(each, "exit")));
  const versions = (await ledgerIn(folder)).deployments.map(({ version }) => version).sort();
  const all = ["a", "b"].flatMap((name) => Array.from({ length: 40 }, (_, i) => `${name}${i}`));
  expect(versions).toEqual(all.sort());
}, 60_000);

test("a writer that is killed leaves nothing half", async () => {
  const folder = newFolder();
  const killed = writer(folder, "a", 1_000_000);
  while (filesIn(join(folder, "deployments")).length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const { deployments } = await ledgerIn(folder);
  const written = filesIn(join(folder, "deployments")).filter((name) => !name.endsWith(".tmp"));
  expect(deployments).toHaveLength(written.length);
  // The next writer goes on where this one ended.
  expect(await appendRecord(host, folder, deployment("next"))).toHaveProperty("value");
}, 60_000);

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

test.each([
  ["is cut off", (text: string) => text.slice(0, 40), "was cut off or changed"],
  ["is empty", () => "", "was cut off or changed"],
  ["was changed", (text: string) => text.replace("prod", "test"), "was cut off or changed"],
  ["has other line ends", (text: string) => text.replaceAll("\n", "\r\n"), "was cut off or changed"],
])("a record that %s is named, and not taken for absent", async (_, damage, message) => {
  const folder = newFolder();
  await appendRecord(host, folder, deployment("1"));
  const { path } = contentOf(await appendRecord(host, folder, deployment("2")));
  writeFileSync(join(folder, path), damage(readFileSync(join(folder, path), "utf8")));
  const file = join(folder.slice(root.length + 1), path);
  expect(await readLedger(host, folder)).toEqual({
    failure: "input",
    problems: [{ code: "ledger-damaged", message: expect.stringContaining(message), file }],
  });
});

test("a file that is no record is named", async () => {
  const folder = newFolder();
  await appendRecord(host, folder, deployment("1"));
  writeFileSync(join(folder, "deployments", "notes.txt"), "Ours.");
  expect(await readLedger(host, folder)).toMatchObject({ failure: "input", problems: [{ code: "ledger-unknown" }] });
});

test("two pacts of one version of a consumer are a clash, with both files", async () => {
  const folder = newFolder();
  const pacts = [contentOf(await appendPact(host, folder, "{}\n")), contentOf(await appendPact(host, folder, "[]\n"))];
  for (const { hash } of pacts) await appendRecord(host, folder, publication("1", hash));
  const clash = await readLedger(host, folder);
  expect(clash).toMatchObject({ failure: "input", problems: [{ code: "ledger-clash" }] });
  expect(JSON.stringify(clash).match(/publications\/[0-9a-f]{64}/g)).toHaveLength(2);
});

test("a pact is read by its hash, and a damaged one is named", async () => {
  const folder = newFolder();
  const { hash, path } = contentOf(await appendPact(host, folder, "{}\n"));
  expect(await readPactText(host, folder, hash)).toEqual({ value: "{}\n" });
  writeFileSync(join(folder, path), "{");
  expect(await readPactText(host, folder, hash)).toMatchObject({ problems: [{ code: "ledger-damaged" }] });
  rmSync(join(folder, path));
  expect(await readPactText(host, folder, hash)).toMatchObject({ problems: [{ code: "ledger-unreadable" }] });
});
