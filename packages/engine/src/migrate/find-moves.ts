import { pairOperations } from "../analyze/diff/pair-operations.ts";
import { functionNames } from "../client/names.ts";
import type { Api, ApiOperation } from "../model/api.ts";
import { readLifecycle } from "../model/lifecycle.ts";
import { operationName, parseOperationName } from "../model/operation-key.ts";
import type { MediaType, OperationRef, Parameter } from "../model/revision.ts";
import { Successors } from "../model/successors.ts";
import { fieldChanges } from "./field-moves.ts";
import { type CallTarget, type Demand, isEmptyMove, type Move, type ParameterMove } from "./move.ts";

/**
 * What changes for calls from base to head, in the order of base: of operations that have another path, that name a replacement, or that
 * are gone, and of parameters and properties that name one. What nothing names is never guessed.
 */
export function findMoves(base: Api, head: Api): Move[] {
  const { kept, moved } = pairOperations(base.revision, head.revision, noUrls, noUrls);
  const [keptIn, movedTo] = [kept, moved].map((pairs) => new Map(pairs.map((pair) => [pair.base, pair.head])));
  const now = new Map(head.operations.map((operation) => [operationName(operation.ref), operation]));
  const successors = new Successors(head.operations);
  const [targetIn, targetOut] = [namedTargets(base), namedTargets(head)];
  return base.operations.flatMap((old): Move[] => {
    const same = keptIn?.get(old.ref) ?? movedTo?.get(old.ref);
    const stays = same && now.get(operationName(same));
    const named = successorOf(old, stays, successors);
    const next = (named && now.get(operationName(named))) ?? stays;
    const from = targetIn(old.ref);
    if (next === undefined) return [{ from, to: null, why: "removed", ...NOTHING }];
    const why = next !== stays ? "replaced" : movedTo?.has(old.ref) ? "moved" : "changed";
    const changes = compare({ api: base, operation: old }, { api: head, operation: next });
    const move = { from, to: targetOut(next.ref), why, ...changes } as const;
    return isEmptyMove(move) ? [] : [move];
  });
}

/** Base paths of servers are set once for a client, and stand in no call. */
function noUrls(): readonly string[] {
  return [];
}

/** The operation that a description names to be called instead: base's, or head's where it still has the operation. */
function successorOf(old: ApiOperation, stays: ApiOperation | undefined, successors: Successors) {
  const name = stays?.lifecycle.replacement ?? old.lifecycle.replacement;
  const found = name == null ? undefined : successors.named(name);
  return found && parseOperationName(operationName(found));
}

interface Side {
  readonly api: Api;
  readonly operation: ApiOperation;
}

/** What changes for what a call passes and reads. */
type Changes = Omit<Move, "from" | "to" | "why">;

const NOTHING: Changes = { parameters: [], requestFields: [], responseFields: [], demands: [], isCut: false };

function compare(base: Side, head: Side): Changes {
  const [old, now] = [base.operation, head.operation];
  const parameters = parameterMoves(old, now);
  const [sent, taken] = [old.body, now.body];
  const pair = (before: MediaType | undefined, after: MediaType | undefined) =>
    fieldChanges({ api: base.api, schema: before?.schema }, { api: head.api, schema: after?.schema });
  const request = pair(jsonOf(sent?.content), jsonOf(taken?.content));
  const response = pair(jsonOf(successOf(old)), jsonOf(successOf(now)));
  return {
    parameters,
    requestFields: request.moves,
    responseFields: response.moves,
    demands: [
      ...parameterDemands(old, now, parameters),
      ...(taken?.required && !sent?.required ? [{ in: "body", name: "" } as const] : []),
      ...(sent ? request.demands : []),
    ],
    isCut: request.isCut || response.isCut,
  };
}

function parameterMoves(old: ApiOperation, now: ApiOperation): ParameterMove[] {
  const inHead = new Map(now.parameters.map((each) => [keyOf(each), each]));
  const byPlace = pathNames(old.ref, now.ref);
  return old.parameters.flatMap((parameter): ParameterMove[] => {
    const { in: place, name: from } = parameter;
    const kept = inHead.get(keyOf(parameter));
    const said = [parameter, kept].map((each) => each && readLifecycle(each.at).replacement);
    const to = [...said, place === "path" ? byPlace.get(from) : undefined].find(
      (name) => typeof name === "string" && name !== from && inHead.has(keyOf({ in: place, name })),
    );
    if (typeof to === "string") return [{ in: place, from, to }];
    return kept ? [] : [{ in: place, from, to: null }];
  });
}

/** The names of expressions in two paths, by their places, where both have as many. */
function pathNames(old: OperationRef, now: OperationRef): ReadonlyMap<string, string> {
  const [before, after] = [old, now].map(({ path }) =>
    [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name),
  );
  return before?.length === after?.length ? new Map(before?.map((name, i) => [name, after?.[i] ?? name])) : new Map();
}

function parameterDemands(old: ApiOperation, now: ApiOperation, moves: readonly ParameterMove[]): Demand[] {
  const had = new Set(old.parameters.filter(({ required }) => required).map(keyOf));
  const given = new Set(moves.flatMap(({ in: place, to }) => (to === null ? [] : keyOf({ in: place, name: to }))));
  return now.parameters
    .filter((each) => each.required && !had.has(keyOf(each)) && !given.has(keyOf(each)))
    .map(({ in: place, name }) => ({ in: place, name }));
}

/** Names of headers compare without case (RFC 9110, section 5.1). */
function keyOf({ in: place, name }: Pick<Parameter, "in" | "name">): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/** The body of success that call sites read. */
function successOf({ responses }: ApiOperation): readonly MediaType[] | undefined {
  const success =
    responses.find(({ status }) => /^2\d\d$/.test(status)) ?? responses.find(({ status }) => status === "2XX");
  return (success ?? responses.find(({ status }) => status === "default"))?.content;
}

function jsonOf(content: readonly MediaType[] | undefined): MediaType | undefined {
  return content?.find(({ range }) => /^application\/(?:[\w.+-]+\+)?json\b/.test(range));
}

/** Operations as call sites name them, functions of generated clients included. */
function namedTargets({ operations }: Api): (ref: OperationRef) => CallTarget {
  const names = functionNames(operations.map(({ ref }) => ref));
  return (ref) => ({ method: ref.method, path: ref.path, name: names.get(ref) ?? null });
}
