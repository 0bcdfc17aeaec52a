import { formatPointer, isObject, own } from "@concordat/containment/internal";
import { contentKey } from "../analyze/pact/use.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { Interaction, Pact } from "../model/pact.ts";
import { readPact } from "../model/read-pact.ts";
import type { PolicyChange } from "../policy/changes.ts";
import { parseBytes } from "../source/parse.ts";
import type { Gate, GatedContract } from "./gate.ts";
import { consumersFolder, type FormerPact, readConsumers } from "./pacts.ts";

/** What a consumer relies on in base and, as its pact says, not in head. */
export interface GoneConsumer extends FormerPact {
  /** The contract, as base calls it. */
  readonly contract: string;
  /** How it is told: of a deleted pact once, else for each interaction. */
  readonly changes: readonly PolicyChange[];
}

/**
 * The consumers of some contracts whose pacts base keeps and head deletes, or takes interactions from. A pact that only moved is
 * not gone, nor is an interaction that is called otherwise. Nothing is said where head's own policy was asked for, or base is not
 * known.
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
    const changed = await changedPacts(pathFrom(root, consumersFolder(base)), root, commit, host);
    if (failed(changed)) return changed;
    if (changed.value.length === 0) continue;
    const kept = await readConsumers(head ?? contract, host);
    // Pacts of head that cannot be read are told where they are judged.
    if (failed(kept)) continue;
    for (const [file, pact] of changed.value) {
      const gone = goneOf(base.name, file, pact, kept.value.pacts);
      if (gone) found.push(gone);
    }
  }
  return { value: found };
}

/** Pacts of a folder that a commit has and the working tree has otherwise. What base itself could not read says nothing. */
async function changedPacts(
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
    if (name !== "pact.json") continue;
    const bytes = await host.gitShow(root, commit, file);
    if (failed(bytes)) return unreadable(bytes);
    const source = { uri: `git://${commit}/${encodeURI(file)}`, name: `git:${commit.slice(0, 12)}:${file}` };
    const pact = readPact(parseBytes(bytes.value, source));
    if (!failed(pact)) found.push([file, pact.value]);
  }
  return { value: found };
}

/** What a pact of base has that none of head's pacts of the same consumer has. */
function goneOf(contract: string, file: string, pact: Pact, kept: readonly Pact[]): GoneConsumer | undefined {
  const left = kept.filter(({ consumer }) => consumer === pact.consumer);
  const path = ["contracts", contract, "consumers", pact.consumer];
  const change = (...more: readonly string[]): PolicyChange => ({
    path: formatPointer([...path, ...more]),
    from: file,
    to: undefined,
    contract,
  });
  if (left.length === 0) return { contract, pact, isDeleted: true, changes: [change()] };
  const known = new Set(left.flatMap(({ interactions }) => interactions.flatMap(keysOf)));
  const interactions = pact.interactions.filter((each) => !keysOf(each).some((key) => known.has(key)));
  if (interactions.length === 0) return undefined;
  const changes = interactions.map(({ description }) => change("interactions", description));
  return { contract, pact: { ...pact, interactions }, isDeleted: false, changes };
}

/** What an interaction is known by: what it is called and the state that it starts from, or all that it says beside. */
function keysOf(interaction: Interaction): readonly string[] {
  const { description, at } = interaction;
  const said = (name: string) => (isObject(at.value) ? own(at.value, name) : undefined);
  const states = said("providerStates") ?? said("providerState") ?? said("provider_state") ?? null;
  return [JSON.stringify([description, states]), contentKey(interaction)];
}
