import { resolve } from "node:path";
import { inputFailure, nearest, pathFrom, type Result } from "@concordat/engine";
import type { ClientRequest } from "@concordat/engine/client";
import type { CommonFlags } from "../../flags.ts";
import type { Session } from "../../session/open.ts";

/** What says which clients are meant. */
export interface ClientFlags extends CommonFlags {
  readonly spec?: string;
  readonly out?: string;
}

/** The clients that a command is about: the one that the flags name, or those of contracts of the configuration. */
export function clientsOf(
  names: readonly string[],
  { spec, out }: ClientFlags,
  { config, host, load }: Session,
): Result<readonly ClientRequest[]> {
  if (spec !== undefined && out !== undefined && names.length === 0)
    return { value: [{ source: spec, out: resolve(host.cwd, out), load }] };
  if (spec !== undefined || out !== undefined)
    return inputFailure(
      "usage",
      names.length > 0
        ? "Name contracts, or a description with `--spec` and a folder with `--out`, but not both."
        : "`--spec` and `--out` go together: the description, and the folder of its client.",
    );
  const known = config.contracts.filter(({ client }) => client !== undefined);
  const unknown = names.find((name) => !known.some((contract) => contract.name === name));
  if (unknown !== undefined) return unknownContract(unknown, config.contracts);
  const chosen = known.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length === 0)
    return inputFailure(
      "usage",
      "No client is named. Use `--spec` and `--out`, or write `client`, the folder of its client, into concordat.yaml for a contract.",
    );
  const shared = chosen.find(({ client }, i) => chosen.findIndex((other) => other.client === client) < i);
  if (shared !== undefined)
    return inputFailure(
      "client-folder",
      `The contract \`${shared.name}\` has the same \`client\` folder as another. Give each contract a folder of its own.`,
    );
  return {
    value: chosen.map(({ spec: path, client = "" }) => ({
      source: pathFrom(host.cwd, path) || path,
      out: client,
      load,
    })),
  };
}

function unknownContract(name: string, contracts: Session["config"]["contracts"]) {
  if (contracts.some((contract) => contract.name === name))
    return inputFailure(
      "usage",
      `The contract \`${name}\` has no client. Write \`client\`, the folder of its client, into concordat.yaml.`,
    );
  const near = nearest(
    name,
    contracts.map((contract) => contract.name),
  );
  return inputFailure(
    "contract-unknown",
    `The contract \`${name}\` is not in the configuration.${near ? ` Did you mean \`${near}\`?` : ""}`,
  );
}
