import { randomUUID } from "node:crypto";
import {
  type ClientOptions,
  createClient,
  type Fetch,
  type OperationEntry,
  operation,
  reliableFetch,
} from "../../packages/client/src/index.ts";
import type { PolicyOptions } from "../../packages/client/src/settings.ts";

/** One call, of any client. */
export interface Asked {
  readonly method: string;
  /** Whether its contract says that a key makes it safe to repeat. */
  readonly isKeyed: boolean;
  readonly plan: string;
  readonly call: string;
}

/** A client as an application would set it up: its own retries where it has some, two at most, that wait next to nothing. */
export interface Caller {
  readonly name: string;
  /** The same with the policies that an outage is for, where those above leave them out. */
  readonly inOutage?: Caller;
  /** Whether the call got a good answer. */
  ask(asked: Asked): Promise<boolean>;
}

const TIMEOUT = 500;

/** The operations of the server, by method and whether they take a key. */
function entryOf({ method, isKeyed }: Pick<Asked, "method" | "isKeyed">): OperationEntry {
  return {
    name: `${method.toLowerCase()}Fault`,
    method,
    path: isKeyed ? "/keyed/{plan}" : "/fault/{plan}",
    ...(isKeyed && { idempotency: "key" }),
  };
}

interface Shape {
  parameters: { path: { plan: string }; header: { "x-call": string } };
  responses: { 200: { content: { "application/json": object } } };
}

/** Ours, with all policies as they are by default but the waits. */
export function ours(baseUrl: string, options: Partial<ClientOptions> = {}): Caller {
  const client = createClient({ baseUrl, timeout: TIMEOUT, ...options, retry: { base: 1, ...options.retry } });
  const functions = new Map<string, ReturnType<typeof operation<Shape>>>();
  return {
    name: "@concordat/client",
    async ask(asked) {
      const key = `${asked.method}${asked.isKeyed}`;
      const run = functions.get(key) ?? operation<Shape>(entryOf(asked));
      functions.set(key, run);
      const { error } = await run(client, { path: { plan: asked.plan }, headers: { "x-call": asked.call } });
      return error === undefined;
    },
  };
}

/** Policies that show what retries alone do: the faults here are of single calls, and no outage. */
export const RETRIES_ALONE: PolicyOptions = {
  circuit: { threshold: Number.POSITIVE_INFINITY },
  retry: { budget: { least: Number.POSITIVE_INFINITY } },
};

/** What every other client is given: a key where the contract wants one, which its application has to make. */
function headersOf({ isKeyed, call }: Asked): Record<string, string> {
  return { "x-call": call, ...(isKeyed && { "idempotency-key": randomUUID() }) };
}

const urlOf = (baseUrl: string, { isKeyed, plan }: Asked) => `${baseUrl}/${isKeyed ? "keyed" : "fault"}/${plan}`;

/** The global `fetch` by itself. */
export function bareFetch(baseUrl: string): Caller {
  return {
    name: "fetch",
    async ask(asked) {
      const response = await fetch(urlOf(baseUrl, asked), { method: asked.method, headers: headersOf(asked) });
      await response.json();
      return response.ok;
    },
  };
}

/** The rivals, as their documentation sets them up. */
export async function rivals(baseUrl: string): Promise<Caller[]> {
  // biome-ignore lint/suspicious/noExplicitAny: what is installed beside the bench has no types here.
  const load = async (name: string): Promise<any> => import(name);
  const [openapiFetch, heyApi, ky, axios, axiosRetry] = await Promise.all(
    ["openapi-fetch", "@hey-api/client-fetch", "ky", "axios", "axios-retry"].map(load),
  );
  const fetchClient = (name: string, fetch?: Fetch, inOutage?: Caller): Caller => {
    const client = openapiFetch.default({ baseUrl, fetch });
    return {
      name,
      ...(inOutage && { inOutage }),
      async ask(asked) {
        const path = asked.isKeyed ? "/keyed/{plan}" : "/fault/{plan}";
        const init = {
          params: { path: { plan: asked.plan } },
          headers: headersOf(asked),
          signal: AbortSignal.timeout(TIMEOUT),
        };
        return (await client[asked.method](path, init)).response.ok;
      },
    };
  };
  const heyClient = heyApi.createClient({ baseUrl });
  const entries = ["GET", "PUT", "DELETE", "POST"].map((method) => entryOf({ method, isKeyed: false }));
  const reliable = (policies: PolicyOptions) =>
    reliableFetch([...entries, entryOf({ method: "POST", isKeyed: true })], {
      baseUrl,
      ...policies,
      retry: { base: 1, ...policies.retry },
    });
  const axiosClient = axios.default.create({ timeout: TIMEOUT });
  axiosRetry.default(axiosClient, { retries: 2, retryDelay: () => 1 });
  const kyClient = ky.default.create({ timeout: TIMEOUT, retry: { limit: 2, delay: () => 1 } });
  return [
    fetchClient("openapi-fetch"),
    fetchClient(
      "openapi-fetch with `reliableFetch`, by its retry budget alone",
      reliable(RETRIES_ALONE),
      fetchClient("", reliable({ circuit: RETRIES_ALONE.circuit })),
    ),
    {
      name: "hey-api client-fetch",
      async ask(asked) {
        const url = asked.isKeyed ? "/keyed/{plan}" : "/fault/{plan}";
        const signal = AbortSignal.timeout(TIMEOUT);
        const options = { url, method: asked.method, path: { plan: asked.plan }, headers: headersOf(asked), signal };
        return (await heyClient.request(options)).response?.ok === true;
      },
    },
    {
      name: "axios with axios-retry",
      async ask(asked) {
        await axiosClient.request({ url: urlOf(baseUrl, asked), method: asked.method, headers: headersOf(asked) });
        return true;
      },
    },
    {
      name: "ky",
      async ask(asked) {
        await kyClient(urlOf(baseUrl, asked), { method: asked.method, headers: headersOf(asked) }).json();
        return true;
      },
    },
  ];
}
