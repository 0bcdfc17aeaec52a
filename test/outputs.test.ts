import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CLI } from "./scenarios/harness/command.ts";

const DESCRIPTION = join(import.meta.dirname, "scenarios/shared/users.yaml");
const diff = [CLI, "diff", DESCRIPTION, DESCRIPTION];

test.skipIf(!existsSync("/dev/full"))("what cannot be printed is a failure, and not a finding", () => {
  const { status, stderr } = spawnSync(process.execPath, diff, {
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
  });
  expect(stderr.toString()).toBe("Standard output cannot be written (ENOSPC).\n");
  expect(status).toBe(3);
});

test("who stops reading is not told so, and no result is claimed", async () => {
  const child = spawn(process.execPath, diff, { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  const [status] = await once(child, "close");
  expect(said).toBe("");
  expect(status).toBe(3);
});

test("a folder that is gone is told as that", () => {
  const folder = mkdtempSync(join(tmpdir(), "concordat-gone-"));
  const script = `rmdir "${folder}" && exec "$0" "$@"`;
  const { status, stderr } = spawnSync("sh", ["-c", script, process.execPath, ...diff], { cwd: folder });
  rmSync(folder, { recursive: true, force: true });
  expect(stderr.toString()).toContain("The current folder does not exist any more.");
  expect(status).toBe(3);
});
