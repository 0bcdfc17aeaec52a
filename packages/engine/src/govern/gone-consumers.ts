import { relative } from "node:path";
import { formatPointer } from "@concordat/containment/internal";
import { failed, hostFailure, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { Pact } from "../model/pact.ts";
import { readPact } from "../model/read-pact.ts";
import type { PolicyChange } from "../policy/changes.ts";
import { parseBytes } from "../source/parse.ts";
import type { Gate, GatedContract } from "./gate.ts";
import { consumersFolder, readConsumers } from "./pacts.ts";

/** A consumer whose pact base keeps and head deletes. */
export interface GoneConsumer {
  /** The contract, as base calls it. */
  readonly contract: string;
  readonly pact: Pact;
  /** How the deletion is told: a consumer without a pact is one that nobody checks. */
  readonly change: PolicyChange;
}

/**
 * The consumers of some contracts whose pacts base keeps and head deletes. A pact that only moved is not gone. Nothing is said
 * where head's own policy was asked for, or base is not known.
 */
export async function findGoneConsumers(
  contracts: readonly GatedContract[],
  { parting, source }: Gate,
  host: Host,
): Promise<Result<readonly GoneConsumer[]>> {
  const isHeld = source.reason === "base" || source.reason === "announced";
  if (!isHeld || failed(parting)) return { value: [] };
  const { root, commit } = parting.value;
  const found: GoneConsumer[] = [];
  for (const { base, contract, head } of contracts) {
    if (base === undefined) continue;
    const deleted = await deletedPacts(relative(root, consumersFolder(base)).replaceAll("\\", "/"), root, commit, host);
    if (failed(deleted)) return deleted;
    if (deleted.value.length === 0) continue;
    const kept = await readConsumers(head ?? contract, host);
    // Pacts of head that cannot be read are told where they are judged.
    if (failed(kept)) continue;
    const names = new Set(kept.value.pacts.map(({ consumer }) => consumer));
    for (const [file, pact] of deleted.value)
      if (!names.has(pact.consumer)) found.push({ contract: base.name, pact, change: changeOf(base.name, file, pact) });
  }
  return { value: found };
}

/** Pacts of a folder that a commit has and the working tree does not. What base itself could not read says nothing. */
async function deletedPacts(
  folder: string,
  root: string,
  commit: string,
  host: Host,
): Promise<Result<readonly (readonly [file: string, pact: Pact])[]>> {
  if (folder.startsWith("../")) return { value: [] };
  const unreadable = (failure: Parameters<typeof hostFailure>[0]) =>
    hostFailure({ ...failure, failure: "tool" }, "base-unreadable");
  const changed = await host.gitChanged(root, commit, [folder]);
  if (failed(changed)) return unreadable(changed);
  const found: (readonly [string, Pact])[] = [];
  for (const file of changed.value) {
    const [, name] = file.slice(folder.length + 1).split("/");
    if (name !== "pact.json" || (await host.realPath(`${root}/${file}`)) !== undefined) continue;
    const bytes = await host.gitShow(root, commit, file);
    if (failed(bytes)) return unreadable(bytes);
    const source = { uri: `git://${commit}/${encodeURI(file)}`, name: `git:${commit.slice(0, 12)}:${file}` };
    const pact = readPact(parseBytes(bytes.value, source));
    if (!failed(pact)) found.push([file, pact.value]);
  }
  return { value: found };
}

function changeOf(contract: string, file: string, { consumer }: Pact): PolicyChange {
  const path = formatPointer(["contracts", contract, "consumers", consumer]);
  return { path, from: file, to: undefined, contract };
}
