import type { Api, ApiOperation } from "../model/api.ts";
import type { HttpInteraction, Pact } from "../model/pact.ts";
import { Router } from "../model/router.ts";

/** A call that a pact shows, and the operation that it is of. */
export interface PactCall {
  readonly consumer: string;
  readonly interaction: HttpInteraction;
  readonly operation: ApiOperation;
  /** What the expressions of the path stand for, by their names. */
  readonly values: ReadonlyMap<string, string>;
}

/** A request that a pact shows and that leads to no operation. */
export interface UnmatchedCall {
  readonly consumer: string;
  /** What the consumer calls it. */
  readonly interaction: string;
  readonly method: string;
  readonly path: string;
}

/** The calls of pacts, and what cannot be told of them. */
export interface PactCalls {
  readonly calls: readonly PactCall[];
  readonly unmatched: readonly UnmatchedCall[];
}

/** The calls that pacts show, by the operations that they are of. */
export function pactCalls(pacts: readonly Pact[], { operations }: Api): PactCalls {
  // Consumers write paths with the base path of the servers, or without it.
  const routers = [true, false].map(
    (hasBase) =>
      new Router(operations.map((value) => ({ key: value.ref, servers: hasBase ? value.servers.urls : [], value }))),
  );
  const calls: PactCall[] = [];
  const unmatched: UnmatchedCall[] = [];
  for (const { consumer, interactions } of pacts)
    for (const interaction of interactions) {
      if (interaction.kind !== "http") continue;
      const { method, path } = interaction.request;
      const routed = routers.map((router) => router.match(method, path)).find(({ kind }) => kind === "found");
      if (routed?.kind === "found")
        calls.push({ consumer, interaction, operation: routed.value, values: routed.values() });
      else unmatched.push({ consumer, interaction: interaction.description, method, path });
    }
  return { calls, unmatched };
}
