import { describe, expect, test } from "vitest";
import { readConfig } from "../config/read-config.ts";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LOAD } from "../load/description.ts";
import { valueIn } from "../testing/value-in.ts";
import type { ChangedFiles } from "./check-request.ts";
import type { Gate } from "./gate.ts";
import { chooseTouched } from "./touched.ts";

const API = JSON.stringify({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {} });
const FILES = {
  "/concordat.yaml": "contracts:\n  - { name: a, spec: a.json, client: clients/a }\n  - { name: b, spec: b.json }\n",
  "/a.json": API,
  "/b.json": API,
  "/clients/a/types.ts": "",
};

/** The contracts that are touched where some files changed. */
async function touchedBy(...changed: readonly string[]): Promise<readonly string[]> {
  const host = memoryHost({ cwd: "/", today: "2026-01-01", files: FILES });
  const config = valueIn(await readConfig(host, undefined, []));
  const files: ChangedFiles = { changed: new Set(changed), kept: new Set(Object.keys(FILES)) };
  const chosen = config.contracts.map((contract) => ({
    contract,
    baseSpec: contract.spec,
    head: contract,
    base: contract,
  }));
  const gate: Pick<Gate, "changes" | "packages" | "config"> = { changes: [], packages: [], config };
  const touched = await chooseTouched(chosen, gate, { onlyChanged: files, config, load: DEFAULT_LOAD }, host);
  return touched.map(({ contract }) => contract.name);
}

describe("a contract is touched", () => {
  test.each([
    ["by its description", "/b.json", ["b"]],
    ["by its generated client", "/clients/a/types.ts", ["a"]],
    ["by nothing of others", "/README.md", []],
  ])("%s", async (_, file, names) => {
    expect(await touchedBy(file)).toEqual(names);
  });
});
