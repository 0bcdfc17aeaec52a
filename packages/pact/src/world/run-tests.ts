import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { failed, inputFailure, type Result, resultOf } from "@concordat/engine";
import { Overwrites } from "../file/compare-pacts.ts";
import { type PactFile, parsePactFile } from "../file/pact-file.ts";

/** A pact that tests wrote. */
export interface TestedPact {
  readonly pact: PactFile;
  /** Interactions that one test wrote and another wrote over, with other content. */
  readonly overwritten: readonly string[];
}

/** What came of the tests of a consumer. */
export type TestRun =
  | { readonly kind: "failed"; readonly because: string }
  | { readonly kind: "passed"; readonly pacts: readonly TestedPact[] };

/**
 * Runs the tests of a consumer with an empty folder for their pacts, named by `PACT_DIR`, so that nothing of an earlier run is in
 * them. The folder is looked at whenever something in it changes: of interactions with one name a library keeps the last alone.
 * What the command prints goes to standard error.
 */
export async function runConsumerTests(command: readonly string[], cwd: string): Promise<Result<TestRun>> {
  const folder = mkdtempSync(join(tmpdir(), "concordat-consumer-"));
  const overwrites = new Overwrites();
  const look = () => {
    // A file that is just being written is looked at again when it is whole.
    for (const read of readAll(folder)) if (!failed(read)) overwrites.look(read.value);
  };
  const watcher = watch(folder, look);
  try {
    const because = await run(command, cwd, folder);
    if (typeof because !== "string") return because;
    if (because !== "") return { value: { kind: "failed", because } };
    look();
    const read = readAll(folder);
    const pacts = read.flatMap((each) => (failed(each) ? [] : [each.value]));
    const problems = read.flatMap((each) => (failed(each) ? each.problems : []));
    if (read.length === 0)
      return inputFailure(
        "pact-unwritten",
        "The tests wrote no pact into the folder that PACT_DIR names. Have them write there: `dir: process.env.PACT_DIR`.",
      );
    return resultOf(
      { kind: "passed", pacts: pacts.map((pact) => ({ pact, overwritten: overwrites.of(pact) })) },
      problems,
    );
  } finally {
    watcher.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why the tests failed; empty where they passed. */
function run([program = "", ...args]: readonly string[], cwd: string, folder: string): Promise<string | Result<never>> {
  const env = { ...process.env, PACT_DIR: folder, PACT_DO_NOT_TRACK: "true", SCARF_ANALYTICS: "false" };
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", 2, 2] });
  return new Promise((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve(
        inputFailure("command", `\`${program}\` cannot be run (${error.code}). Name a command that runs the tests.`),
      ),
    );
    child.on("close", (code, signal) => resolve(code === 0 ? "" : (signal ?? `exit code ${code}`)));
  });
}

function readAll(folder: string): readonly Result<PactFile>[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => parsePactFile(name, readFileSync(join(folder, name), "utf8")));
}
