import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bench } from "./surroundings.ts";

/** Finds what is installed beside the bench, and not in the workspace. */
export const installed = createRequire(join(bench, "package.json"));

/** The rivals and large descriptions, with their exact versions. */
export function rivals(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(bench, "package.json"), "utf8")).dependencies;
}

/** Fetches the rivals once. `npm install` and not `npm ci`: it copes with a registry that lacks other platforms' programs. */
export function install(): void {
  if (Object.keys(rivals()).every((name) => existsSync(join(bench, "node_modules", name)))) return;
  process.stderr.write("Installing the rivals and the large descriptions; this happens once.\n");
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["install", ...options], { cwd: bench, stdio: ["ignore", "inherit", "inherit"] });
}
