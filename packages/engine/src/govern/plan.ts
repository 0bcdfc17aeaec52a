import { failed, type Result, together } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import { movedBody, movedRequest, type RequestExample } from "../migrate/examples.ts";
import { findMoves } from "../migrate/find-moves.ts";
import type { Move } from "../migrate/move.ts";
import { type PactCall, pactCalls } from "../migrate/pact-calls.ts";
import { Api } from "../model/api.ts";
import { operationName } from "../model/operation-key.ts";
import { readVersions } from "../model/read-revision.ts";
import type { OperationRef } from "../model/revision.ts";
import type { RevisionInfo } from "../outcome.ts";
import { type Caller, callersOf } from "../policy/removal.ts";
import { readPacts } from "./pacts.ts";
import type { RunOptions } from "./request.ts";
import type { OpenUsage } from "./usage-store.ts";

export type { RequestExample } from "../migrate/examples.ts";
export type { Move } from "../migrate/move.ts";

/** What a plan is made of. */
export interface PlanRequest extends Pick<RunOptions, "asOf" | "load"> {
  /** Undefined: head alone, by what it deprecates. */
  readonly base: string | undefined;
  readonly head: string;
  /** Whose plan it is; undefined: that of all. */
  readonly consumer: string | undefined;
  /** Paths and globs of pacts that show what consumers send and read. */
  readonly pacts: readonly string[];
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
  readonly calls: readonly PlannedCall[];
}

/** How to move from base to head. */
export interface Plan {
  readonly consumer: string | null;
  readonly base: RevisionInfo;
  readonly head: RevisionInfo;
  readonly steps: readonly PlanStep[];
  /** The names of operations that are called and stay as they are. */
  readonly unchanged: readonly string[];
}

/** Plans what consumers change to move from base to head: of each call that they are known to make, how it looks before and after. */
export async function governPlan(request: PlanRequest, host: Host): Promise<Result<Plan>> {
  const { base, head, load, pacts, consumer } = request;
  const loaded = together([
    await loadDescription(head, host, load),
    ...(base === undefined ? [] : [await loadDescription(base, host, load)]),
  ]);
  if (failed(loaded)) return loaded;
  const [after, before = after] = loaded.value;
  if (after === undefined || before === undefined) throw new Error("Loading answers a description or a failure.");
  const read = await readPacts(pacts, undefined, host);
  if (failed(read)) return read;
  const [old, now] = [new Api(before), new Api(after)];
  const asked = read.value.pacts.filter((pact) => consumer === undefined || pact.consumer === consumer);
  const calls = Map.groupBy(pactCalls(asked, old), ({ operation }) => operationName(operation.ref));
  const callers = request.usage && (await callersByName(old, request.usage, consumer, request.asOf));
  const moves = findMoves(old, now);
  const isKnown = pacts.length > 0 || callers !== undefined;
  const steps = moves.map((move): PlanStep => {
    const name = operationName(move.from);
    const life = old.operations.find(({ ref }) => operationName(ref) === name)?.lifecycle;
    return {
      move,
      sunset: life?.sunset ?? null,
      callers: callers ? (callers.get(name) ?? []) : null,
      calls: (calls.get(name) ?? []).map((call) => plannedCall(call, move)),
    };
  });
  const known = steps.filter((step) => !isKnown || step.calls.length > 0 || (step.callers ?? []).length > 0);
  const moved = new Set(moves.map(({ from }) => operationName(from)));
  const unchanged = [...new Set([...calls.keys(), ...(callers?.keys() ?? [])])]
    .filter((name) => !moved.has(name))
    .sort();
  return { value: { consumer: consumer ?? null, base: infoOf(old), head: infoOf(now), steps: known, unchanged } };
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

/** Who called each operation up to a day, by the name of the operation; those without a call are not there. */
async function callersByName(
  { operations }: Api,
  usage: OpenUsage,
  consumer: string | undefined,
  asOf: string,
): Promise<ReadonlyMap<string, readonly Caller[]>> {
  const refs: readonly OperationRef[] = operations.map(({ ref }) => ref);
  const cells = await usage.cellsOf(refs, asOf);
  const counted = cells.filter((cell) => cell.day < asOf && (consumer === undefined || cell.consumer === consumer));
  return new Map([...Map.groupBy(counted, operationName)].map(([name, those]) => [name, callersOf(those)]));
}

function infoOf({ cursor }: Api): RevisionInfo {
  const { version, openapi } = readVersions(cursor);
  return { source: cursor.description.source, version: version ?? null, openapi };
}
