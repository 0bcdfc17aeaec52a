import { Contract } from "../../exchange/contract.ts";
import { Values } from "../../exchange/values.ts";
import type { Direction } from "../../finding/finding.ts";
import type { PactRule } from "../../kit/pact-rule.ts";
import type { Description } from "../../load/description.ts";
import { Cursor } from "../../model/cursor.ts";
import type { MetProblem } from "../../model/met-problem.ts";
import type { OperationKey } from "../../model/operation-key.ts";
import type { HttpInteraction, Interaction, Pact } from "../../model/pact.ts";
import { readRevision } from "../../model/read-revision.ts";
import type { Revision } from "../../model/revision.ts";
import { findingsOf } from "./findings.ts";
import { GapFinder } from "./gaps.ts";
import { type Judges, judgePactRequest } from "./judge-request.ts";
import { judgePactResponse } from "./judge-response.ts";
import { judgeMessage, messageOperation } from "./messages.ts";
import { Routes } from "./routes.ts";
import { below, Subject, type Target } from "./targets.ts";

/** What the judgement of pacts comes to. */
export interface PactResult {
  readonly revision: Revision;
  readonly findings: ReturnType<typeof findingsOf>;
  readonly problems: readonly MetProblem[];
}

/**
 * Judges pacts by a revision: whether the examples are messages that it describes, whether what a consumer may send is what it
 * takes, and whether what it may send is what the consumer can handle.
 *
 * @param providerNames what the provider is called beside the title of the description
 */
export async function judgePacts(
  description: Description,
  pacts: readonly Pact[],
  providerNames: readonly string[],
  rules: readonly PactRule[],
): Promise<PactResult> {
  const judge = new PactJudge(description);
  const targets: Target[] = [];
  for (const pact of pacts) {
    const title = [...providerNames, judge.revision.title ?? ""].join(" ").trim();
    targets.push({ kind: "pact", target: pactTarget(pact, title) });
    for (const interaction of pact.interactions) targets.push(...(await judge.judge(pact, interaction)));
  }
  return { revision: judge.revision, findings: findingsOf(targets, rules, description), problems: judge.problems };
}

function pactTarget(pact: Pact, title: string): Extract<Target, { kind: "pact" }>["target"] {
  const root = { document: pact.document, pointer: "", value: pact.document.root };
  return { pact, place: below(root, "provider", "name"), head: undefined, operations: [], title };
}

const BOTH: readonly Direction[] = ["request", "response"];

/** Judges interactions by one revision. */
export class PactJudge {
  readonly revision: Revision;
  readonly #cursor: Cursor;
  readonly #contract: Contract;
  readonly #routes: Routes;
  readonly #judges: Judges;

  constructor(description: Description) {
    this.#cursor = new Cursor(description);
    this.revision = readRevision(this.#cursor);
    this.#contract = new Contract(this.revision);
    this.#routes = new Routes(this.#contract);
    const { library } = description;
    this.#judges = { values: new Values(library), gaps: new GapFinder(library) };
  }

  /** Defects of the description that were met. */
  get problems(): readonly MetProblem[] {
    return this.#cursor.problems;
  }

  /** The operation that an interaction leads to; undefined where there is none. */
  operationOf(interaction: Interaction): OperationKey | undefined {
    switch (interaction.kind) {
      case "http": {
        const found = this.#routes.find(interaction.request);
        return "ref" in found ? found.ref : undefined;
      }
      case "message":
        return messageOperation(interaction, this.#contract)?.ref;
      case "other":
        return undefined;
    }
  }

  /** All that there is to say of an interaction; of HTTP as far as some directions go. */
  async judge(
    pact: Pact,
    interaction: Interaction,
    directions: readonly Direction[] = BOTH,
  ): Promise<readonly Target[]> {
    switch (interaction.kind) {
      case "http":
        return this.#judgeHttp(pact, interaction, directions);
      case "message":
        return judgeMessage(pact, interaction, this.#contract, this.#judges);
      case "other": {
        const subject = new Subject(pact, interaction);
        const reason = `Interactions of type \`${interaction.type}\` are not read.`;
        return [
          { kind: "unchecked", target: { ...subject.of(interaction.at, "request"), what: "the interaction", reason } },
        ];
      }
    }
  }

  async #judgeHttp(
    pact: Pact,
    interaction: HttpInteraction,
    directions: readonly Direction[],
  ): Promise<readonly Target[]> {
    const { request } = interaction;
    const { method, path } = request;
    const found = this.#routes.find(request);
    if (!("ref" in found)) {
      const missing = found.kind === "method" ? "method" : "path";
      const common = new Subject(pact, interaction).of(below(request.at, missing), "request");
      const known = found.kind === "method" ? found.allowed : [];
      return [{ kind: "route", target: { ...common, method, path, missing, known } }];
    }
    const operation = this.#contract.operation(found.ref);
    const key = { method: operation.ref.method, path: operation.ref.path };
    const ofRequest = new Subject(pact, interaction, key, operation.ref.at);
    const status = String(interaction.response.status);
    const ofResponse = new Subject(pact, interaction, { ...key, status }, operation.ref.at);
    const route: Target[] =
      found.basePaths.length === 0
        ? []
        : [
            {
              kind: "route",
              target: {
                ...ofRequest.of(below(request.at, "path"), "request", operation.servers.at),
                method,
                path,
                missing: "base-path",
                known: found.basePaths,
              },
            },
          ];
    const judges = {
      request: () => judgePactRequest(ofRequest, interaction, operation, found.path, this.#judges),
      response: () => judgePactResponse(ofResponse, interaction, operation, this.#judges),
    };
    const targets: Target[] = [...route];
    for (const direction of directions) targets.push(...(await judges[direction]()));
    return targets;
  }
}
