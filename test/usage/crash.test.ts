import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { Imports, ROWS } from "./imports.ts";

/*
 * An import into a file that is killed, that finds the disk full, or that meets another. `CONCORDAT_TEST_EFFORT=10` kills fifty
 * times.
 */

const KILLS = 5 * Number(process.env["CONCORDAT_TEST_EFFORT"] ?? 1);

const imports = new Imports();
afterAll(() => rmSync(imports.folder, { recursive: true, force: true }));

test(`an import that is killed keeps whole sources and no part of one, ${KILLS} times`, async () => {
  await imports.kill(KILLS, (i) => `killed-${i}.db`);
}, 600_000);

test("a disk that is full ends an import, and the store is as it was", () => {
  const [node, ...args] = [process.execPath, ...imports.line("full.db")];
  expect(imports.run(imports.line("full.db", "log-0.json")).status).toBe(0);
  // Writes beyond the limit fail, as on a full disk, once nobody is killed for them.
  const limited = 'trap "" XFSZ; ulimit -f 100; exec "$@"';
  const { status, stderr } = spawnSync("bash", ["-c", limited, "bash", node, ...args], {
    cwd: imports.folder,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([3, expect.stringContaining("The usage store")]);
  expect(imports.held("full.db")).toEqual([ROWS, ROWS, ROWS]);
}, 120_000);

test("a second importer waits, and gives up with exit code 3 while another writes", async () => {
  await imports.meet("busy.db");
}, 120_000);
