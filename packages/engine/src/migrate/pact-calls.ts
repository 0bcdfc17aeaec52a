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

/** The calls of pacts; those that are of no operation are left out. */
export function pactCalls(pacts: readonly Pact[], { operations }: Api): PactCall[] {
  // Consumers write paths with the base path of the servers, or without it.
  const routers = [true, false].map(
    (hasBase) =>
      new Router(operations.map((value) => ({ key: value.ref, servers: hasBase ? value.servers.urls : [], value }))),
  );
  return pacts.flatMap(({ consumer, interactions }) =>
    interactions.flatMap((interaction): PactCall[] => {
      if (interaction.kind !== "http") return [];
      const { method, path } = interaction.request;
      const routed = routers.map((router) => router.match(method, path)).find(({ kind }) => kind === "found");
      if (routed?.kind !== "found") return [];
      return [{ consumer, interaction, operation: routed.value, values: routed.values() }];
    }),
  );
}
