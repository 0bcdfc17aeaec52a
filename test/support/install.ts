import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Packed } from "../../scripts/pack.ts";

/** Installs tarballs into a new folder, as somebody without a network and without a cache would. */
export function installOffline(folder: string, tarballs: readonly Packed[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const files = tarballs.map(({ tarball }) => tarball);
  const flags = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--cache", join(folder, ".npm-cache")];
  const { status, stderr } = spawnSync("npm", ["install", ...flags, ...files], { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
}
