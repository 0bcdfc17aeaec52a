import { formatPointer, isObject, own } from "@concordat/containment/internal";
import { contentKey } from "../analyze/pact/use.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { operationName } from "../model/operation-key.ts";
import type { Interaction, Pact } from "../model/pact.ts";
import { readPact } from "../model/read-pact.ts";
import { askScan, type Scan } from "../model/scan.ts";
import type { PolicyChange } from "../policy/changes.ts";
import { parseBytes } from "../source/parse.ts";
import { consumersFolder, type FormerPact, type FormerScan, readConsumers } from "./consumers.ts";
import type { Gate, GatedContract } from "./gate.ts";
import { readScanText } from "./scans.ts";

/** What a consumer relies on in base and, as its pact or the scan of its code says, not in head. */
export type GoneConsumer = (FormerPact | FormerScan) & {
  /** The contract, as base calls it. */
  readonly contract: string;
  /** How it is told: of a deleted pact or scan once, else for each interaction or operation. */
  readonly changes: readonly PolicyChange[];
};

/**
 * The consumers of some contracts whose pacts or scans base keeps and head deletes, or takes interactions or uses from. What only
 * moved is not gone, nor is an interaction that is only called otherwise. Nothing is said where head's own policy was asked for, or
 * base is not known.
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
  for (const { base, contract } of contracts) {
    if (base === undefined) continue;
    const folder = consumersFolder(base);
    // Of a folder that is read no longer, as the description moved away from it, nothing is kept by being as it was.
    const lostOf = folder === consumersFolder(contract) ? host.gitChanged : host.gitFiles;
    const lost = await filesAt(pathFrom(root, folder), lostOf, root, commit, host);
    if (failed(lost)) return lost;
    if (lost.value.length === 0) continue;
    const kept = await readConsumers(contract, host);
    // What head has and cannot be read is told where it is judged.
    if (failed(kept)) continue;
    for (const { file, pact, scan } of lost.value) {
      if (pact) found.push(...gonePact(base.name, file, pact, kept.value.pacts));
      if (scan) found.push(...goneScan(base.name, file, scan, kept.value.scans));
    }
  }
  return { value: found };
}

/** A file of base, by its path from the root. */
interface BaseFile {
  readonly file: string;
  readonly pact?: Pact;
  readonly scan?: Scan;
}

/** Pacts and scans of a folder, of those files that are listed of a commit. What base itself could not read says nothing. */
async function filesAt(
  folder: string,
  listed: Host["gitFiles"],
  root: string,
  commit: string,
  host: Host,
): Promise<Result<readonly BaseFile[]>> {
  if (folder.startsWith("../")) return { value: [] };
  const unreadable = (failure: Parameters<typeof hostFailure>[0]) =>
    hostFailure({ ...failure, failure: "tool" }, "base-unreadable");
  const files = await listed(root, commit, [folder]);
  if (failed(files)) return unreadable(files);
  const found: BaseFile[] = [];
  for (const file of files.value) {
    const [, name] = file.slice(folder.length + 1).split("/");
    if (name !== "pact.json" && name !== "usage.json") continue;
    const bytes = await host.gitShow(root, commit, file);
    if (failed(bytes)) return unreadable(bytes);
    const source = { uri: `git://${commit}/${encodeURI(file)}`, name: `git:${commit.slice(0, 12)}:${file}` };
    if (name === "pact.json") {
      const pact = readPact(parseBytes(bytes.value, source));
      if (!failed(pact)) found.push({ file, pact: pact.value });
    } else {
      const at = { path: `${root}/${file}`, name: source.name };
      const scan = readScanText(new TextDecoder().decode(bytes.value), at);
      if (!failed(scan)) found.push({ file, scan: scan.value });
    }
  }
  return { value: found };
}

/**
 * What a pact of base has that none of head's pacts of the same consumer has. One of its interactions that says something else in head
 * may have relied on more.
 */
function gonePact(contract: string, file: string, pact: Pact, kept: readonly Pact[]): GoneConsumer[] {
  const left = kept.filter(({ consumer }) => consumer === pact.consumer);
  const change = changesOf(contract, pact.consumer, file);
  if (left.length === 0) return [{ kind: "pact", contract, pact, isDeleted: true, changes: [change()] }];
  const same = new Set(left.flatMap((each) => each.interactions.map(contentKey)));
  const interactions = pact.interactions.filter((each) => !same.has(contentKey(each)));
  if (interactions.length === 0) return [];
  const files = new Map(left.flatMap((each) => each.interactions.map((one) => [nameKey(one), each.text.name])));
  const changes = interactions.map((each) => {
    const [told, now] = [change("interactions", each.description), files.get(nameKey(each))];
    return now === undefined ? told : { ...told, from: `${file} as base has it`, to: `${now} as head has it` };
  });
  return [{ kind: "pact", contract, pact: { ...pact, interactions }, isDeleted: false, changes }];
}

/** What a scan of base has that none of head's scans of the same consumer has. */
function goneScan(contract: string, file: string, scan: Scan, kept: readonly Scan[]): GoneConsumer[] {
  const left = kept.filter(({ consumer }) => consumer === scan.consumer);
  const change = changesOf(contract, scan.consumer, file);
  if (left.length === 0) return [{ kind: "scan", contract, scan, changes: [change()] }];
  const used = scan.used.filter((each) => !left.some((other) => askScan(other, each).kind === "used"));
  if (used.length === 0) return [];
  const changes = used.map((each) => change("operations", operationName(each)));
  return [{ kind: "scan", contract, scan: { ...scan, used }, changes }];
}

/** How what is gone of a consumer is told. */
function changesOf(contract: string, consumer: string, file: string): (...more: readonly string[]) => PolicyChange {
  const path = ["contracts", contract, "consumers", consumer];
  return (...more) => ({ path: formatPointer([...path, ...more]), from: file, to: undefined, contract });
}

/** What an interaction is called, with the state that it starts from. */
function nameKey({ description, at }: Interaction): string {
  const said = (name: string) => (isObject(at.value) ? own(at.value, name) : undefined);
  const states = said("providerStates") ?? said("providerState") ?? said("provider_state") ?? null;
  return JSON.stringify([description, states]);
}
