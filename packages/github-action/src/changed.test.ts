import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedFiles } from "./changed.ts";

test("files that git does not know have changed, and those that it ignores are not told", async () => {
  const root = mkdtempSync(join(tmpdir(), "concordat-changed-"));
  try {
    const run = (...args: readonly string[]) => execFileSync("git", ["-C", root, ...args], { stdio: "pipe" });
    const write = (name: string, text: string) => writeFileSync(join(root, name), text);
    run("init", "-q");
    write(".gitignore", "made.yaml\n");
    write("kept.yaml", "a: 1\n");
    write("altered.yaml", "a: 1\n");
    run("add", "-A");
    run("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "x");
    write("altered.yaml", "a: 2\n");
    write("new.yaml", "a: 1\n");
    write("made.yaml", "a: 1\n");
    const known = await changedFiles(root, "HEAD");
    const all = (...names: readonly string[]) => new Set(names.map((name) => join(root, name)));
    expect(known?.changed).toEqual(all("altered.yaml", "new.yaml"));
    expect(known?.kept).toEqual(all(".gitignore", "altered.yaml", "kept.yaml"));
  } finally {
    rmSync(root, { recursive: true });
  }
});
