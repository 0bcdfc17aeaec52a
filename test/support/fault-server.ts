import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/*
 * A server that fails on purpose, and remembers what it saw: what a client did is judged here, and not by what the client
 * says of itself. A path names what becomes of the request: `/fault/<plan>`; the header `x-call` says which call it is of.
 */

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly key: string | undefined;
}

/** What becomes of the nth request of a call, counted from 1. */
type Plan = (nth: number, response: ServerResponse) => void;

const ok: Plan = (nth, response) => answer(response, 200, { nth });

/** Fails at the first requests of a call, and answers the next. */
const until =
  (good: number, bad: Plan): Plan =>
  (nth, response) =>
    nth < good ? bad(nth, response) : ok(nth, response);

const busy =
  (status: number, headers: Readonly<Record<string, string>> = {}): Plan =>
  (_, response) =>
    answer(response, status, { error: status }, headers);

/** Dates of a server whose clock is an hour ahead. */
const ahead = (seconds: number) => new Date(Date.now() + 3_600_000 + seconds * 1000).toUTCString();

export const PLANS: Readonly<Record<string, Plan>> = {
  ok,
  "busy-once": until(2, busy(503)),
  "busy-twice": until(3, busy(502)),
  "busy-always": busy(504),
  "limited-once": until(2, busy(429, { "retry-after": "0" })),
  "limited-by-a-wrong-clock": until(2, (_, response) =>
    answer(response, 429, {}, { "retry-after": ahead(0), date: ahead(0) }),
  ),
  "limited-for-an-hour": busy(429, { "retry-after": "3600" }),
  "limited-by-headers": until(2, busy(429, { "ratelimit-remaining": "0", "ratelimit-reset": "0" })),
  "reset-once": until(2, (_, response) => response.socket?.destroy()),
  "reset-always": (_, response) => response.socket?.destroy(),
  "broken-body": (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"half":', () => response.socket?.destroy());
  },
  "truncated-json": (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end('{"half":');
  },
  "no-answer": () => {},
  "slow-body": (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).write('{"slow":');
  },
  refused: busy(422),
  broken: busy(500),
};

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** A server under way. */
export interface FaultServer {
  readonly url: string;
  /** The requests of each call, in order. */
  readonly seen: Map<string, Seen[]>;
  /** How many requests came in all, those without a call included. */
  readonly count: () => number;
  /** Has every request answered by one plan, or by its own again. */
  force(plan: string | undefined): void;
  close(): Promise<void>;
}

/** Starts a server on a port of its own. */
export async function startFaultServer(): Promise<FaultServer> {
  const seen = new Map<string, Seen[]>();
  let count = 0;
  let forced: string | undefined;
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    count++;
    const call = String(request.headers["x-call"] ?? "");
    const list = seen.get(call) ?? [];
    seen.set(call, list);
    list.push({ method: request.method ?? "", key: request.headers["idempotency-key"] as string | undefined });
    const plan = PLANS[forced ?? request.url?.split("/").at(-1) ?? ""];
    request.resume().on("end", () => (plan ?? busy(404))(list.length, response));
  };
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    count: () => count,
    force: (plan) => {
      forced = plan;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
