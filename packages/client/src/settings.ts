import type { Backoff } from "./backoff.ts";
import type { BudgetOptions } from "./budget.ts";
import type { BulkheadOptions } from "./bulkhead.ts";
import type { CircuitOptions } from "./circuit.ts";
import type { Hooks } from "./hooks.ts";
import type { World } from "./world.ts";

/** When and how often requests are sent again. */
export interface RetryOptions extends Backoff {
  /** How often a request is sent at most, the first time included. */
  readonly tries: number;
  /** How many retries there may be among many calls. */
  readonly budget: BudgetOptions;
}

/** A second request beside the first, where that has not answered yet. */
export interface HedgeOptions {
  /** Milliseconds after which the second is sent; a good choice is what all but a few calls take. */
  readonly after: number;
}

/** How calls are kept reliable. All times are milliseconds. */
export interface Policies {
  /** How long one try may take until its answer is read; the contract's `x-reliability.timeout` goes before it. */
  readonly timeout: number;
  /** How long all tries of a call together may take; where it is not set, bodies that are streams or files have no limit. */
  readonly deadline: number | undefined;
  readonly retry: RetryOptions;
  readonly circuit: CircuitOptions;
  readonly bulkhead: BulkheadOptions;
  /** For operations that only read; off unless it is set. */
  readonly hedge: HedgeOptions | undefined;
  /** Whether operations that only read may be asked of the next server where one fails. */
  readonly failover: boolean;
}

/** The deadline of what is read to its end, where none is set. */
export const DEFAULT_DEADLINE = 30_000;

/** What holds where nothing is set. */
export const DEFAULT_POLICIES: Policies = {
  timeout: 10_000,
  deadline: undefined,
  retry: { tries: 3, base: 200, cap: 10_000, budget: { ratio: 0.1, least: 10, window: 60_000 } },
  circuit: { threshold: 0.5, sample: 20, cooldown: 5_000 },
  bulkhead: { concurrent: 100, queue: Number.POSITIVE_INFINITY },
  hedge: undefined,
  failover: false,
};

/** Policies as a caller sets them: what is left out is as in `DEFAULT_POLICIES`. */
export interface PolicyOptions {
  readonly timeout?: number | undefined;
  readonly deadline?: number | undefined;
  readonly retry?: (Partial<Omit<RetryOptions, "budget">> & { readonly budget?: Partial<BudgetOptions> }) | undefined;
  readonly circuit?: Partial<CircuitOptions> | undefined;
  readonly bulkhead?: Partial<BulkheadOptions> | undefined;
  readonly hedge?: HedgeOptions | undefined;
  readonly failover?: boolean | undefined;
}

/** Policies in full. Throws where a number is none that can be meant. */
export function policiesOf(options: PolicyOptions): Policies {
  const { retry, circuit, bulkhead } = DEFAULT_POLICIES;
  const policies = {
    timeout: options.timeout ?? DEFAULT_POLICIES.timeout,
    deadline: options.deadline,
    retry: { ...retry, ...options.retry, budget: { ...retry.budget, ...options.retry?.budget } },
    circuit: { ...circuit, ...options.circuit },
    bulkhead: { ...bulkhead, ...options.bulkhead },
    hedge: options.hedge,
    failover: options.failover ?? false,
  };
  check("timeout", policies.timeout, 1);
  check("deadline", policies.deadline ?? 1, 1);
  check("retry.tries", policies.retry.tries, 1);
  check("retry.budget.ratio", policies.retry.budget.ratio, 0);
  check("circuit.sample", policies.circuit.sample, 1);
  check("bulkhead.concurrent", policies.bulkhead.concurrent, 1);
  check("hedge.after", policies.hedge?.after ?? 0, 0);
  return policies;
}

function check(name: string, value: number, least: number): void {
  if (typeof value === "number" && value >= least) return;
  throw new RangeError(`The option \`${name}\` must be a number of at least ${least}; it is ${value}.`);
}

/** Who calls: told to the provider with each request, so that it knows whom a change concerns. */
export type Consumer = string | { readonly name: string; readonly header: string };

/** A credential of a security scheme, or a function that gets one. A user name and a password are joined by a colon. */
export type Credential = string | (() => string | Promise<string>);

/** What a client and a reliable `fetch` have in common. */
export interface CommonOptions extends PolicyOptions {
  /** The URL of the server; several where others may stand in for it (`failover`), the first first. */
  readonly baseUrl: string | readonly string[];
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The name of the calling application, sent as `X-Consumer` or in a header that is named, such as `User-Agent`. */
  readonly consumer?: Consumer | undefined;
  /** What is told of the tries of a call. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /** Sends requests in place of the global `fetch`. */
  readonly fetch?: World["fetch"] | undefined;
  /** Clock, chance and network; for tests. */
  readonly world?: World | undefined;
}
