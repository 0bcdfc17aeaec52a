import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** The built command line; a test run builds it first. */
export const CLI = join(ROOT, "packages/cli/dist/main.js");
/** What it runs, for callers that have a process already. */
const RUN = join(ROOT, "packages/cli/dist/cli.js");
/** The built action. */
export const ACTION = join(ROOT, "packages/github-action/dist/main.js");

/** Where processes keep their compiled code for the next ones: compiling takes longer than most runs. */
const COMPILED = join(ROOT, "node_modules/.cache/concordat-tests");

/** What a process did. */
export interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line within this process, as its `main` does in one of its own; there is no standard input. */
export async function runHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { run }: typeof import("../../../packages/cli/src/cli.ts") = await import(RUN);
  const ended = { stdout: "", stderr: "" };
  const into = (name: keyof typeof ended) => ({
    write: (text: string) => {
      ended[name] += text;
    },
  });
  const surroundings = { PATH: process.env["PATH"] ?? "", HOME: cwd, ...env };
  const streams = { stdout: into("stdout"), stderr: into("stderr"), stdin: {} };
  const exit = await run(args, { ...streams, env: surroundings, cwd: () => cwd });
  return { exit, ...ended };
}

/** Runs a built program with a surrounding of our own, so that nothing of this machine's leaks in. */
export function runNode(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  stdin?: string,
): Promise<Ended> {
  const surroundings = {
    PATH: process.env["PATH"] ?? "",
    HOME: cwd,
    NODE_COMPILE_CACHE: COMPILED,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    ...env,
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd, env: surroundings, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // A process that a signal ended has no code; that is never what a scenario expects.
        const exit = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ exit, stdout, stderr });
      },
    );
    if (stdin !== undefined) child.stdin?.end(readFileSync(join(cwd, stdin)));
  });
}
