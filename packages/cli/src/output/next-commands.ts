import type { Config } from "@concordat/engine";
import type { NextCommands } from "@concordat/engine/report";
import type { ContractCheckFlags } from "../session/contract-check.ts";

/** What of the flags of a check decides what it finds. */
type CheckedWith = Partial<
  Pick<
    ContractCheckFlags,
    "config" | "base" | "policy" | "compatibility" | "root" | "asOf" | "allowRemoteRef" | "allowPrivateNetwork"
  >
>;

/**
 * The commands that go on from a check: with what the check was given, and an owner where the contract has none.
 * @param command how the command line is called
 */
export function nextCommands(
  { config, base, policy, compatibility, root, asOf, allowRemoteRef = [], allowPrivateNetwork }: CheckedWith,
  contracts: Config["contracts"],
  command: string,
): NextCommands {
  const given: readonly (readonly [flag: string, value: string | undefined])[] = [
    ["--config", config],
    ["--base", base],
    ["--compatibility", compatibility],
    ["--policy", policy === "head" ? policy : undefined],
    ["--root", root],
    ["--as-of", asOf],
    ...allowRemoteRef.map((prefix) => ["--allow-remote-ref", prefix] as const),
  ];
  const flags = [
    ...given.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag} ${shellWord(value)}`])),
    ...(allowPrivateNetwork ? ["--allow-private-network"] : []),
  ];
  return {
    accept(fingerprint, contract) {
      const owner = contracts.find(({ name }) => name === contract)?.owner;
      const named = owner === undefined ? ['--owner "..."'] : [];
      return [command, "accept", fingerprint, ...flags, '--reason "..."', ...named].join(" ");
    },
    bump: (contract) => [command, "bump", shellWord(contract), ...flags, "--write"].join(" "),
  };
}

/** A word as a shell takes it, quoted where it has to be. */
function shellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
