import type { Found, Json, Steps } from "@concordat/containment/internal";
import type { Contract } from "../../exchange/contract.ts";
import { type HttpRequest, type HttpResponse, type Remark, refused, unclear } from "../../exchange/exchange.ts";
import { judgeRequest, judgeResponse } from "../../exchange/judge.ts";
import { makeRequest, makeResponse, type RequestWish, type ResponseWish } from "../../exchange/make.ts";
import { partsOf } from "../../exchange/message.ts";
import { isHeaderReadAs, isReadAs } from "../../exchange/parameters.ts";
import { RESERVED_TEXT, statusesOf } from "../../exchange/samples.ts";
import { LIST, OBJECT, TEXT, type Values, type Wish } from "../../exchange/values.ts";
import type { Witness } from "../../finding/finding.ts";
import type { HttpWitness, ShownRequest, Trial } from "../../kit/witness.ts";
import { targetOf } from "../../model/origin.ts";
import { expressionNames } from "../../model/path-template.ts";
import { originOf } from "../../model/read-servers.ts";
import type { Header, Operation, OperationRef, Parameter, Serialisation } from "../../model/revision.ts";
import { responseFor } from "../../model/status.ts";

/** What came of a trial: a witness, the answer that no message shows the break, or that it is not known. */
export type Tried =
  | { readonly kind: "confirmed"; readonly witness: Witness }
  | { readonly kind: "refuted" }
  | { readonly kind: "undecided"; readonly reason: string };

type Side = "base" | "head";

/** A message with what both sides say of it. */
interface Tryout {
  readonly message: Found<HttpRequest | HttpResponse>;
  readonly accepting: readonly Remark[];
  readonly refusing: readonly Remark[];
  /** The status of the response that a request asks for, where that matters. */
  readonly status?: string | undefined;
}

/** Lengths of values of path parameters that are tried until a URL leads to its own operation. */
const LENGTHS = [1, 2, 3, 5, 8];

/** Values that show how a parameter is written, the most telling first. */
const TELLING: readonly Wish[] = [
  { type: LIST, least: 2 },
  { type: OBJECT, least: 2 },
  { type: OBJECT, least: 1 },
  { type: TEXT, least: 1 },
  {},
];

/** Steps of a run that a message takes to be made and judged, and for each thing that it is judged by. */
const STEPS_OF_MESSAGE = 500;
const STEPS_OF_PART = 10;
const UNFINISHED = "to make and judge a message takes too many steps";

const MISREAD = "It is accepted, and read as something else.";

/** Makes the messages by which rules show breaks, and tries them on both sides. */
export class Trials {
  readonly #contracts: Readonly<Record<Side, Contract>>;
  readonly #values: Values;
  readonly #steps: Steps;

  /** @param steps the budget of the run; without enough of it nothing is tried */
  constructor(base: Contract, head: Contract, values: Values, steps: Steps) {
    this.#contracts = { base, head };
    this.#values = values;
    this.#steps = steps;
  }

  /** Whether an answer stayed open because regular expressions could not be read. */
  get lackedAutomata(): boolean {
    return this.#values.lackedAutomata;
  }

  /** Tries messages until one is accepted by the one side and refused by the other as it should be. */
  try({ trial, reason }: HttpWitness): Tried {
    const acceptedBy = acceptingSide(trial);
    const sides = { acceptedBy, refusedBy: other(acceptedBy) } as const;
    let doubt: string | undefined;
    let lack: string | undefined;
    let accepted = false;
    if (this.#steps.areSpent) return { kind: "undecided", reason: UNFINISHED };
    for (const { message, accepting, refusing, status } of this.#tryouts(trial, acceptedBy)) {
      const own = accepting.find(({ kind }) => kind === "refused");
      if (message.kind !== "some" || own) {
        lack ??= message.kind === "unknown" ? message.reason : (own?.reason ?? "no value fits its schemas");
        continue;
      }
      const told = toldAt(refusing, trial);
      const open = told?.kind === "refused" ? accepting[0] : told;
      if (told?.kind === "refused" && open === undefined) {
        const value = { ...message.value, ...(status !== undefined && { response: { status } }) } as Json;
        return { kind: "confirmed", witness: { value, ...sides, reason } };
      }
      doubt ??= (open ?? accepting[0])?.reason;
      accepted = true;
    }
    if (doubt === undefined && lack === undefined && accepted) return { kind: "refuted" };
    return { kind: "undecided", reason: doubt ?? lack ?? "no message of the operation could be made" };
  }

  /** The operation of head that answers what an operation of base was asked, and refuses nothing of it. */
  answering(ref: OperationRef): OperationRef | undefined {
    const { message } = this.#made(this.#contracts.base.operation(ref), "base", {});
    if (message.kind !== "some") return undefined;
    const routed = this.#contracts.head.router.match(message.value.method, message.value.url);
    return routed.kind === "found" && this.#routedByHead(message.value).length === 0 ? routed.value : undefined;
  }

  *#tryouts(trial: Trial, acceptedBy: Side): Generator<Tryout> {
    switch (trial.kind) {
      case "lost":
        yield* this.#lost(
          this.#contracts.base.operation(trial.ref),
          trial.server === undefined ? {} : { server: trial.server },
        );
        return;
      case "unsent":
        yield {
          ...this.#made(this.#contracts.base.operation(trial.ref), "base", {}),
          refusing: [refused("path", "No such call is made.")],
        };
        return;
      case "request":
        for (const wish of trial.wishes)
          yield* this.#requests(trial.pair[acceptedBy], trial.pair[other(acceptedBy)], acceptedBy, wish);
        return;
      case "response":
        yield* this.#responses(trial, acceptedBy);
        return;
    }
  }

  *#lost(operation: Operation, wish: RequestWish): Generator<Tryout> {
    const made = this.#made(operation, "base", wish);
    yield made.message.kind === "some"
      ? { ...made, refusing: this.#routedByHead(made.message.value) }
      : { ...made, refusing: [] };
  }

  /** What head says of a request, wherever it leads. */
  #routedByHead(request: HttpRequest): Remark[] {
    const { head } = this.#contracts;
    const routed = head.router.match(request.method, request.url);
    if (routed.kind !== "found") return [refused(routed.kind, "No operation answers it.")];
    const operation = head.operation(routed.value);
    const anywhere = targetOf(request.url).origin !== "" && operation.servers.urls.every((url) => originOf(url) === "");
    const doubt = anywhere ? [unclear("server", "Head names no host, so that it may be anywhere.")] : [];
    return [...doubt, ...judgeRequest(operation, request, this.#values, { path: routed.values() })];
  }

  *#requests(
    from: Operation,
    to: Operation,
    acceptedBy: Side,
    { parameter, status, ...wish }: ShownRequest,
  ): Generator<Tryout> {
    const shows: Iterable<RequestWish> = parameter === undefined ? [{}] : this.#shown(parameter[acceptedBy], from);
    for (const shown of shows) {
      const made = this.#made(from, acceptedBy, { ...wish, ...shown }, status);
      const request = made.message.kind === "some" ? made.message.value : undefined;
      const path = new Map(expressionNames(to.ref.path).map((name, i) => [name, [...made.path.values()][i] ?? ""]));
      const refusing = request ? [...judgeRequest(to, request, this.#values, { path, status })] : [];
      const read = parameter?.[other(acceptedBy)];
      // That a request is not refused does not mean that it is understood.
      const isMisread =
        request &&
        read &&
        shown.parameter &&
        !isReadAs(shown.parameter.value, read, to, partsOf(request, path), this.#values);
      const misread = isMisread ? [unclear(`${read.in}.${read.name}`, MISREAD)] : [];
      yield { ...made, refusing: [...refusing, ...misread], status };
    }
  }

  /** Values of a parameter that show how it is written. */
  *#shown(parameter: Parameter, operation: Operation): Generator<RequestWish> {
    for (const value of this.#telling(parameter.serialisation, operation)) yield { parameter: { parameter, value } };
  }

  *#telling({ kind, schema }: Serialisation, { ref }: Operation): Generator<Json> {
    const sent = ref.kind === "path" ? "request" : "response";
    for (const wish of TELLING) {
      const found = this.#values.find(schema, kind === "content" ? "json" : "wire", sent, wish);
      if (found.kind === "some") yield found.value;
      // What is reserved in URLs is written in two ways.
      if (wish.type === TEXT && !this.#values.remark("", schema, "wire", [RESERVED_TEXT], sent)) yield RESERVED_TEXT;
    }
  }

  /** A request of an operation, with what the side that describes it says: the first of some that leads to it. */
  #made(operation: Operation, side: Side, wish: RequestWish, status?: string) {
    let last: { message: Found<HttpRequest>; accepting: Remark[]; path: ReadonlyMap<string, string> } | undefined;
    for (const least of LENGTHS) {
      if (!this.#steps.take(STEPS_OF_MESSAGE + STEPS_OF_PART * partCount(operation))) {
        const message = { kind: "unknown", reason: UNFINISHED, exists: false } as const;
        return last ?? { message, accepting: [], path: new Map<string, string>() };
      }
      const message = makeRequest(operation, this.#values, { ...wish, least });
      if (message.kind !== "some") return last ?? { message, accepting: [], path: new Map<string, string>() };
      const { path, astray } = this.#route(operation, side, message.value);
      const judged = judgeRequest(operation, message.value, this.#values, { path, status });
      last = {
        message,
        path,
        accepting: [...(astray ? [refused("path", "It leads to another operation.")] : []), ...judged],
      };
      if (!astray) break;
    }
    return last as NonNullable<typeof last>;
  }

  #route(
    { ref }: Operation,
    side: Side,
    { method, url }: HttpRequest,
  ): { readonly path: ReadonlyMap<string, string>; readonly astray: boolean } {
    if (ref.kind !== "path") return { path: new Map(), astray: false };
    const routed = this.#contracts[side].router.match(method, url);
    return routed.kind === "found"
      ? { path: routed.values(), astray: routed.value !== ref }
      : { path: new Map(), astray: true };
  }

  *#responses(
    { pair, status, bodies, header }: Extract<Trial, { readonly kind: "response" }>,
    acceptedBy: Side,
  ): Generator<Tryout> {
    const [from, to] = [pair[acceptedBy], pair[other(acceptedBy)]];
    const described = responseFor(from.responses, status);
    if (described === undefined) return;
    const named = from.responses.map((response) => response.status);
    const shared = to.responses
      .map((response) => response.status)
      .filter((each) => /^\d+$/.test(each) && responseFor(from.responses, each) === described);
    const codes = [...new Set([...shared, ...statusesOf(status, named)])];
    const wishes: Iterable<ResponseWish> = header
      ? codes.slice(0, 1).flatMap((code) => this.#shownHeader(code, header[acceptedBy], from))
      : codes.flatMap((code) => bodies.map((body) => ({ status: code, body })));
    const read = header?.[other(acceptedBy)];
    for (const wish of wishes) {
      const { length } = described.content;
      const message = this.#steps.take(STEPS_OF_MESSAGE + STEPS_OF_PART * (length + described.headers.length))
        ? makeResponse(from, described, this.#values, wish)
        : ({ kind: "unknown", reason: UNFINISHED, exists: false } as const);
      const response = message.kind === "some" ? message.value : undefined;
      const judged = (operation: Operation) => (response ? [...judgeResponse(operation, response, this.#values)] : []);
      const isMisread = response && read && wish.header && !isHeaderReadAs(wish.header.value, read, response.headers);
      const misread = isMisread ? [unclear(`header.${read.name}`, MISREAD)] : [];
      yield { message, accepting: judged(from), refusing: [...judged(to), ...misread] };
    }
  }

  #shownHeader(status: string, header: Header, operation: Operation): ResponseWish[] {
    return [...this.#telling(header.serialisation, operation)].map((value) => ({ status, header: { header, value } }));
  }
}

/** How much a request of an operation is judged by. */
function partCount({ security, parameters, body }: Operation): number {
  return security.alternatives.length + parameters.length + (body?.content.length ?? 0);
}

/** Requests of webhooks and callbacks are sent by the provider, as responses of other operations are. */
function acceptingSide(trial: Trial): Side {
  switch (trial.kind) {
    case "lost":
    case "unsent":
      return "base";
    case "request":
      return trial.pair.inverted ? "head" : "base";
    case "response":
      return trial.pair.inverted ? "base" : "head";
  }
}

function other(side: Side): Side {
  return side === "base" ? "head" : "base";
}

/** What is said of that which a trial is about, a refusal before a doubt; of a request that is lost any refusal will do. */
function toldAt(remarks: readonly Remark[], trial: Trial): Remark | undefined {
  const anywhere = trial.kind === "lost" || trial.kind === "unsent";
  const isAt = ({ at }: Remark) => anywhere || trial.at.some((each) => at === each || at.startsWith(`${each}/`));
  const told = remarks.filter(isAt);
  return told.find(({ kind }) => kind === "refused") ?? told[0];
}
