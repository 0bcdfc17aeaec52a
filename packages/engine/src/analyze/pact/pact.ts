import type { Library } from "@concordat/containment/internal";
import { Contract } from "../../exchange/contract.ts";
import { Values } from "../../exchange/values.ts";
import type { PactRule } from "../../kit/pact-rule.ts";
import type { Description } from "../../load/description.ts";
import { Cursor } from "../../model/cursor.ts";
import type { MetProblem } from "../../model/met-problem.ts";
import type { HttpInteraction, Interaction, Pact } from "../../model/pact.ts";
import { readRevision } from "../../model/read-revision.ts";
import type { Revision } from "../../model/revision.ts";
import { findingsOf } from "./findings.ts";
import { GapFinder } from "./gaps.ts";
import { type Judges, judgePactRequest } from "./judge-request.ts";
import { judgePactResponse } from "./judge-response.ts";
import { judgeMessage } from "./messages.ts";
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
  const cursor = new Cursor(description);
  const revision = readRevision(cursor);
  const contract = new Contract(revision);
  const judges = judgesOf(description.library);
  const routes = new Routes(contract);
  const targets: Target[] = [];
  for (const pact of pacts) {
    targets.push({ kind: "pact", target: pactTarget(pact, [...providerNames, revision.title ?? ""].join(" ").trim()) });
    for (const interaction of pact.interactions)
      targets.push(...(await judgeInteraction(pact, interaction, contract, routes, judges)));
  }
  return { revision, findings: findingsOf(targets, rules, description), problems: cursor.problems };
}

function judgesOf(library: Library): Judges {
  return { values: new Values(library), gaps: new GapFinder(library) };
}

function pactTarget(pact: Pact, title: string): Extract<Target, { kind: "pact" }>["target"] {
  const root = { document: pact.document, pointer: "", value: pact.document.root };
  return { pact, place: below(root, "provider", "name"), head: undefined, operations: [], title };
}

function judgeInteraction(
  pact: Pact,
  interaction: Interaction,
  contract: Contract,
  routes: Routes,
  judges: Judges,
): Promise<readonly Target[]> | readonly Target[] {
  switch (interaction.kind) {
    case "http":
      return judgeHttp(pact, interaction, contract, routes, judges);
    case "message":
      return judgeMessage(pact, interaction, contract, judges);
    case "other": {
      const subject = new Subject(pact, interaction);
      const reason = `Interactions of type \`${interaction.type}\` are not read.`;
      return [
        { kind: "unchecked", target: { ...subject.of(interaction.at, "request"), what: "the interaction", reason } },
      ];
    }
  }
}

async function judgeHttp(
  pact: Pact,
  interaction: HttpInteraction,
  contract: Contract,
  routes: Routes,
  judges: Judges,
): Promise<readonly Target[]> {
  const { request } = interaction;
  const { method, path } = request;
  const found = routes.find(request);
  if (!("ref" in found)) {
    const missing = found.kind === "method" ? "method" : "path";
    const common = new Subject(pact, interaction).of(below(request.at, missing), "request");
    const known = found.kind === "method" ? found.allowed : [];
    return [{ kind: "route", target: { ...common, method, path, missing, known } }];
  }
  const operation = contract.operation(found.ref);
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
  return [
    ...route,
    ...(await judgePactRequest(ofRequest, interaction, operation, found.path, judges)),
    ...(await judgePactResponse(ofResponse, interaction, operation, judges)),
  ];
}
