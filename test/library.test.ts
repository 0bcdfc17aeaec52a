import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/* The example in the README of the engine, run as a program outside the workspace, on what has been built. */

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "concordat-library-"));

beforeAll(() => {
  mkdirSync(join(folder, "node_modules/@concordat"), { recursive: true });
  for (const name of ["engine", "rules"])
    symlinkSync(join(ROOT, "packages", name), join(folder, "node_modules/@concordat", name));
  const users = readFileSync(join(ROOT, "test/scenarios/shared/users.yaml"), "utf8");
  writeFileSync(join(folder, "base.yaml"), users);
  writeFileSync(join(folder, "head.yaml"), users.replace("maxLength: 200", "maxLength: 100"));
  writeFileSync(
    join(folder, "concordat.yaml"),
    "checks: [diff]\ncontracts: [{ name: users, spec: head.yaml, base: base.yaml }]\n",
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the example of the README prints what it says", { timeout: 60_000 }, () => {
  const readme = readFileSync(join(ROOT, "packages/engine/README.md"), "utf8");
  const [, program = "", printed = ""] = /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(readme) ?? [];
  writeFileSync(join(folder, "example.mjs"), program);
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: "" });
});
