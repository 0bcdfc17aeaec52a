import { failed, nodeHost, readConfig, rulesOf } from "@concordat/engine";
import type { Command } from "commander";
import type { ExitCode, Surroundings } from "../../io.ts";
import { SCRIPTS, type Shell } from "./scripts.ts";
import { wordsFor } from "./words.ts";

/**
 * `concordat completion`: a script for a shell. With words of a command line, which such a script hands over, what the last of
 * them can become, a line each; nothing where only files can follow.
 */
export async function completion(
  typed: readonly string[],
  { shell, words }: { readonly shell: Shell; readonly words?: boolean },
  program: Command,
  io: Surroundings,
): Promise<ExitCode> {
  if (!words) {
    io.stdout.write(SCRIPTS[shell]);
    return 0;
  }
  const lines = await wordsFor(typed, program, { rules: ruleIds, contracts: () => contractNames(io) });
  io.stdout.write(lines.map((line) => `${line}\n`).join(""));
  return 0;
}

async function ruleIds(): Promise<readonly string[]> {
  const { catalogue } = await import("@concordat/rules");
  return [...rulesOf(catalogue).keys()];
}

/** None where the configuration cannot be read: a shell is no place to say why. */
async function contractNames(io: Surroundings): Promise<readonly string[]> {
  const config = await readConfig(nodeHost(io.cwd()), undefined, await ruleIds());
  return failed(config) ? [] : config.value.contracts.map(({ name }) => name);
}
