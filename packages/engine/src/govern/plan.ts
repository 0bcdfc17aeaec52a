import { failed, inputFailure, type Result, together } from "../base/result.ts";
import type { ContractConfig } from "../config/config.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import { movedBody, movedRequest, type RequestExample } from "../migrate/examples.ts";
import { findMoves } from "../migrate/find-moves.ts";
import type { Move } from "../migrate/move.ts";
import { type PactCall, pactCalls, type UnmatchedCall } from "../migrate/pact-calls.ts";
import { Api } from "../model/api.ts";
import { type OperationKey, operationName } from "../model/operation-key.ts";
import { readVersions } from "../model/read-revision.ts";
import type { OperationRef } from "../model/revision.ts";
import { askScan, type CallSite, placeOfSite, type Scan, type UnresolvedUse } from "../model/scan.ts";
import type { RevisionInfo } from "../outcome.ts";
import { type Caller, callersOf } from "../policy/removal.ts";
import { type ConsumerEvidence, distinctEvidence, readConsumers, readNamed } from "./consumers.ts";
import { describedUsage } from "./described-usage.ts";
import type { RunOptions } from "./request.ts";
import type { OpenUsage, OperationCalls } from "./usage-store.ts";

export type { RequestExample } from "../migrate/examples.ts";
export type { Move } from "../migrate/move.ts";
export type { UnmatchedCall } from "../migrate/pact-calls.ts";

/** What a plan is made of. */
export interface PlanRequest extends Pick<RunOptions, "asOf" | "load"> {
  /** Undefined: head alone, by what it deprecates. */
  readonly base: string | undefined;
  readonly head: string;
  /** The contract that head is of: what is known of its consumers counts as well. */
  readonly contract?: ContractConfig | undefined;
  /** Whose plan it is; undefined: that of all. */
  readonly consumer: string | undefined;
  /** Paths and globs of pacts that show what consumers send and read. */
  readonly pacts: readonly string[];
  /** Paths and globs of scans that show where their code calls what. */
  readonly scans: readonly string[];
  /** Where calls are counted; undefined where nobody counts them. */
  readonly usage: OpenUsage | undefined;
}

/** One call that a consumer makes, before and after a move. */
export interface PlannedCall {
  readonly consumer: string;
  /** What the consumer calls it. */
  readonly interaction: string;
  readonly before: RequestExample;
  /** Null where nothing is named to call instead. */
  readonly after: RequestExample | null;
  /** What the consumer reads of the answer; null where that is not JSON, or stays as it is. */
  readonly answer: { readonly before: unknown; readonly after: unknown } | null;
  /** What a person has to decide. */
  readonly decisions: readonly string[];
}

/** A move that concerns a consumer. */
export interface PlanStep {
  readonly move: Move;
  /** The day after which the operation may stop working; null where none is said. */
  readonly sunset: string | null;
  /** Who has called it up to the day before; null where nobody counts calls. */
  readonly callers: readonly Caller[] | null;
  /** Where code calls it, by the scans of consumers. */
  readonly sites: readonly ConsumerSite[];
  readonly calls: readonly PlannedCall[];
}

/** A place in the code of a consumer. */
export interface ConsumerSite extends CallSite {
  readonly consumer: string;
}

/** How to move from base to head. */
export interface Plan {
  readonly consumer: string | null;
  readonly base: RevisionInfo;
  readonly head: RevisionInfo;
  readonly steps: readonly PlanStep[];
  /** The names of operations that are called, and of which nothing is renamed, removed or newly required. */
  readonly unchanged: readonly string[];
  /** Requests of pacts that lead to no operation of base: nothing is known of them. */
  readonly unmatched: readonly UnmatchedCall[];
  /** Places in code of which no scan can tell what they call: any step may concern them. */
  readonly unresolved: readonly (ConsumerSite & Pick<UnresolvedUse, "reason">)[];
}

/** Plans what consumers change to move from base to head: of each call that they are known to make, how it looks before and after. */
export async function governPlan(request: PlanRequest, host: Host): Promise<Result<Plan>> {
  const { base, head, load, consumer } = request;
  const loaded = together([
    await loadDescription(head, host, load),
    ...(base === undefined ? [] : [await loadDescription(base, host, load)]),
  ]);
  if (failed(loaded)) return loaded;
  const [after, before = after] = loaded.value;
  if (after === undefined || before === undefined) throw new Error("Loading answers a description or a failure.");
  const read = await evidenceFor(request, host);
  if (failed(read)) return read;
  const [old, now] = [new Api(before), new Api(after)];
  const isAsked = (each: { readonly consumer: string | null }) => consumer === undefined || each.consumer === consumer;
  const cells = request.usage && (await cellsBefore(request.asOf, old, request.usage));
  const known = new Set(
    [...read.value.pacts, ...read.value.scans, ...(cells ?? [])].flatMap((each) => each.consumer ?? []),
  );
  const isKnown = read.value.pacts.length + read.value.scans.length > 0 || cells !== undefined;
  if (consumer !== undefined && isKnown && !known.has(consumer)) return unknownConsumer(consumer, known);
  const { calls, unmatched } = pactCalls(read.value.pacts.filter(isAsked), old);
  const asked = read.value.scans.filter(isAsked);
  const shown: Shown = {
    calls: Map.groupBy(calls, ({ operation }) => operationName(operation.ref)),
    callers: cells && callersByName(cells.filter(isAsked)),
    scans: asked,
  };
  const moves = findMoves(old, now);
  const steps = moves
    .filter(({ from }) => !isKnown || isShown(from, shown))
    .map((move) => stepOf(move, old.operations.find(({ ref }) => isSame(ref, move.from))?.lifecycle.sunset, shown));
  const unchanged = old.operations.filter(
    ({ ref }) => isUsed(ref, shown) && !moves.some(({ from }) => isSame(ref, from)),
  );
  return {
    value: {
      consumer: consumer ?? null,
      base: infoOf(old),
      head: infoOf(now),
      steps,
      unchanged: unchanged.map(({ ref }) => operationName(ref)).sort(),
      unmatched,
      unresolved: asked.flatMap((scan) => scan.unresolved.map((site) => ({ consumer: scan.consumer, ...site }))),
    },
  };
}

/** What is named of consumers, and what is known of those of the contract; each pact and scan once. */
async function evidenceFor(
  { pacts, scans, contract }: PlanRequest,
  host: Host,
): Promise<Result<Pick<ConsumerEvidence, "pacts" | "scans">>> {
  const read = together([
    await readNamed({ pacts, scans }, host),
    ...(contract === undefined ? [] : [await readConsumers(contract, host)]),
  ]);
  if (failed(read)) return read;
  return { value: distinctEvidence(read.value) };
}

/** What is known of the calls that are asked for, by the names of their operations. */
interface Shown {
  readonly calls: ReadonlyMap<string, readonly PactCall[]>;
  /** Undefined where nobody counts calls. */
  readonly callers: ReadonlyMap<string, readonly Caller[]> | undefined;
  readonly scans: readonly Scan[];
}

function isSame(a: OperationKey, b: OperationKey): boolean {
  return operationName(a) === operationName(b);
}

/** Whether it is known that an operation is called. */
function isUsed(operation: OperationKey, { calls, callers, scans }: Shown): boolean {
  const name = operationName(operation);
  return (
    calls.has(name) || callers?.has(name) === true || scans.some((scan) => askScan(scan, operation).kind === "used")
  );
}

/** The same, or that code may call it. */
function isShown(operation: OperationKey, shown: Shown): boolean {
  return isUsed(operation, shown) || shown.scans.some((scan) => askScan(scan, operation).kind === "unknown");
}

function stepOf(move: Move, sunset: string | null | undefined, { calls, callers, scans }: Shown): PlanStep {
  const name = operationName(move.from);
  return {
    move,
    sunset: sunset ?? null,
    callers: callers ? (callers.get(name) ?? []) : null,
    sites: scans.flatMap((scan) => {
      const answer = askScan(scan, move.from);
      return answer.kind === "used"
        ? answer.sites.map((site) => ({ consumer: scan.consumer, ...placeOfSite(site) }))
        : [];
    }),
    calls: (calls.get(name) ?? []).map((call) => plannedCall(call, move)),
  };
}

function unknownConsumer(consumer: string, known: ReadonlySet<string>): Result<never> {
  const names = known.size === 0 ? "They show none." : `They show ${[...known].sort().join(", ")}.`;
  return inputFailure(
    "consumer-unknown",
    `The consumer \`${consumer}\` is in no pact or scan that is named, and made no call that the usage store counts. ${names}`,
  );
}

function plannedCall({ consumer, interaction, values }: PactCall, move: Move): PlannedCall {
  const { description, request, response } = interaction;
  const query = [...request.query].flatMap(([name, all]) => all.map((value) => [name, value] as const));
  const body = request.body.kind === "json" ? request.body.value : undefined;
  const before = { method: request.method, path: request.path, query, body };
  const moved = movedRequest(before, move, values);
  const read = response.body.kind === "json" ? response.body.value : undefined;
  const answer = read === undefined ? undefined : movedBody(read, move.responseFields);
  const isSame = answer === undefined || JSON.stringify(answer.value) === JSON.stringify(read);
  return {
    consumer,
    interaction: description,
    before,
    after: moved?.request ?? null,
    answer: isSame ? null : { before: read, after: answer.value },
    decisions: [
      ...(moved?.decisions ?? ["Nothing is named to call instead."]),
      ...(answer?.gone ?? []).map((name) => `The property \`${name}\` of the answer no longer exists.`),
    ],
  };
}

/** The calls of the operations of a description before a day. */
async function cellsBefore(asOf: string, { operations }: Api, usage: OpenUsage): Promise<readonly OperationCalls[]> {
  const refs: readonly OperationRef[] = operations.map(({ ref }) => ref);
  const calls = await (await describedUsage(refs, usage, asOf)).cellsOf(refs);
  return calls.filter(({ day }) => day < asOf);
}

/** Who called each operation, by its name; those without a call are not there. */
function callersByName(cells: readonly OperationCalls[]): ReadonlyMap<string, readonly Caller[]> {
  return new Map([...Map.groupBy(cells, operationName)].map(([name, those]) => [name, callersOf(those)]));
}

function infoOf({ cursor }: Api): RevisionInfo {
  const { version, openapi } = readVersions(cursor);
  return { source: cursor.description.source, version: version ?? null, openapi };
}
