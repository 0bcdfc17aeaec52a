import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLI, type Ended } from "../scenarios/harness/command.ts";

/*
 * Shell blocks of documents run as they stand, in a folder of their own. What they name is ours: `concordat` is the built command
 * line, and what would reach the network answers from the folder.
 */

const SHIMS: Readonly<Record<string, string>> = {
  // The web has what the folder has: a URL is read as the description of users.
  concordat: `for arg do shift; case "$arg" in https://*) arg=services/users/openapi.yaml;; esac; set -- "$@" "$arg"; done
exec "${process.execPath}" "${CLI}" "$@"`,
  npx: `while [ $# -gt 0 ]; do case "$1" in concordat|@concordat/cli@*) shift; exec concordat "$@";; *) shift;; esac; done; exit 9`,
  npm: `case "$1 $2" in "run openapi") mkdir -p build; cp described.json build/openapi.json;; "pack "*) echo packed.tgz;; "install "*|"start "|"test ") ;; *) exit 9;; esac`,
  curl: `echo "$*" >> curl.log; case "$*" in */openapi.json*) cat services/users/openapi.yaml;; *per_page*) cat notes.json;; esac`,
};

/** Puts the programs that blocks name into a folder; answers the folder, to be put in front of the path. */
export function makeShims(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(SHIMS)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** Runs a block of shell commands; the first that fails ends it. */
export function runShell(
  text: string,
  cwd: string,
  shims: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const surroundings = {
    PATH: `${shims}:${process.env["PATH"] ?? ""}`,
    HOME: cwd,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    ...env,
  };
  return new Promise((resolve) => {
    const child = spawn("/bin/sh", ["-e", "-c", text], { cwd, env: surroundings, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (data) => (stdout += data));
    child.stderr.on("data", (data) => (stderr += data));
    child.on("close", (code) => resolve({ exit: code ?? -1, stdout, stderr }));
  });
}
