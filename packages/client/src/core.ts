import { RetryBudget } from "./budget.ts";
import { Bulkhead } from "./bulkhead.ts";
import { Circuit } from "./circuit.ts";
import { type Hooks, tell } from "./hooks.ts";
import { type CommonOptions, type Policies, policiesOf } from "./settings.ts";
import { WORLD, type World } from "./world.ts";

/** What requests to one origin share, those that read and those that write apart: one must not stop the other. */
export interface Lane {
  readonly circuit: Circuit;
  readonly bulkhead: Bulkhead;
}

/** What the calls of a client share. */
export interface Core {
  readonly world: World;
  readonly policies: Policies;
  readonly hooks: readonly Hooks[];
  readonly budget: RetryBudget;
  lane(url: string, operations: "read" | "write"): Lane;
}

/** Makes what the calls of a client share. Throws where an option cannot be meant. */
export function makeCore(options: CommonOptions): Core {
  const world = options.world ?? (options.fetch ? { ...WORLD, fetch: options.fetch } : WORLD);
  const policies = policiesOf(options);
  const hooks = [options.hooks ?? []].flat() as readonly Hooks[];
  const lanes = new Map<string, Lane>();
  return {
    world,
    policies,
    hooks,
    budget: new RetryBudget(policies.retry.budget),
    lane(url, operations) {
      const origin = originOf(url);
      const key = `${operations} ${origin}`;
      let lane = lanes.get(key);
      if (lane === undefined) {
        const circuit = new Circuit(policies.circuit, (state) =>
          tell(hooks, (hook) => hook.onCircuit?.({ origin, operations, state }), world.warn),
        );
        lanes.set(key, (lane = { circuit, bulkhead: new Bulkhead(policies.bulkhead) }));
      }
      return lane;
    },
  };
}

/** The origin of a URL; empty where it is relative. */
export function originOf(url: string): string {
  return /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? "";
}
