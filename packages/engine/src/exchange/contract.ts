import type { Library } from "@concordat/containment/internal";
import { Cursor } from "../model/cursor.ts";
import { readOperation } from "../model/read-operation.ts";
import { readServers } from "../model/read-servers.ts";
import type { Operation, OperationRef, Revision } from "../model/revision.ts";
import { Router } from "../model/router.ts";
import { type Exchange, type HttpRequest, type Judgement, judgementOf, type Remark, refused } from "./exchange.ts";
import { judgeRequest, judgeResponse } from "./judge.ts";
import { Values } from "./values.ts";

/** A revision as messages are judged by it: operations are read when a message first leads to them. */
export class Contract {
  readonly revision: Revision;
  readonly #cursor: Cursor;
  readonly #operations = new Map<OperationRef, Operation>();
  #router: Router<OperationRef> | undefined;

  constructor(revision: Revision) {
    this.revision = revision;
    // Defects are reported where the whole description is read; here they leave parts out.
    this.#cursor = new Cursor(revision.description);
  }

  get library(): Library {
    return this.revision.description.library;
  }

  /** An operation with all that applies to it. */
  operation(ref: OperationRef): Operation {
    let operation = this.#operations.get(ref);
    if (operation === undefined) this.#operations.set(ref, (operation = readOperation(ref, this.#cursor)));
    return operation;
  }

  /** Leads requests to the operations below `paths`. */
  get router(): Router<OperationRef> {
    return (this.#router ??= new Router(
      this.revision.operations.map((ref) => ({ key: ref, servers: readServers(ref, this.#cursor).urls, value: ref })),
    ));
  }
}

/**
 * Judges whether a revision accepts a request and its response, and if not where and why. Independent of the rules about
 * changes: it reads the model of one revision.
 *
 * @param status of the response that the request asks for, where there is none yet
 */
export function judgeExchange(
  exchange: Exchange,
  contract: Contract,
  status = exchange.response?.status,
  values = new Values(contract.library),
): Judgement {
  return judgementOf(remarksOf(exchange, contract, values, status));
}

function* remarksOf(
  { request, response }: Exchange,
  contract: Contract,
  values: Values,
  status: string | undefined,
): Generator<Remark> {
  const routed = contract.router.match(request.method, request.url);
  if (routed.kind !== "found") {
    yield unrouted(routed, request);
    return;
  }
  const operation = contract.operation(routed.value);
  yield* judgeRequest(operation, request, values, { path: routed.values(), status });
  if (response !== null) yield* judgeResponse(operation, response, values);
}

function unrouted(
  routed: Exclude<ReturnType<Contract["router"]["match"]>, { readonly kind: "found" }>,
  { method }: HttpRequest,
): Remark {
  switch (routed.kind) {
    case "path":
      return refused("path", "No operation has such a path.");
    case "server":
      return refused("server", "No server of the operation is there.");
    case "method":
      return refused(
        "method",
        `\`${method}\` is not one of ${routed.allowed.map((each) => `\`${each}\``).join(", ")}.`,
      );
  }
}
