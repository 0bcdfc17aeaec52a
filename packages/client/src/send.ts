import { Attempt, type Call, type NoAnswer, type Outcome, type Outgoing } from "./attempt.ts";
import { askedDelay, delayBefore } from "./backoff.ts";
import type { Core } from "./core.ts";
import { tell } from "./hooks.ts";
import { isRepeatable, isSafe, isTransient } from "./safety.ts";
import { DEFAULT_DEADLINE } from "./settings.ts";

/** How long a call may take, in milliseconds, and what else ends it; what is left out is as the policies have it. */
export interface Limits {
  readonly signal?: AbortSignal | undefined;
  readonly deadline?: number | undefined;
  readonly timeout?: number | undefined;
  /** `false`: the request is sent once. */
  readonly retry?: boolean | undefined;
}

/** What a call came to. */
export type Sent = Outcome & {
  /** Which of the request's URLs it was that answered, or was asked last. */
  readonly server: number;
  readonly tries: number;
  /** When the caller wants all to be over, by the clock of the world; undefined where nobody said. */
  readonly deadline: number | undefined;
};

/**
 * Sends a request, and sends it again as far as contract, budget and deadline allow. Never rejects.
 *
 * @param begun when the call began, by the clock of the world
 */
export async function send(
  core: Core,
  request: Outgoing,
  limits: Limits,
  begun: number = core.world.now(),
): Promise<Sent> {
  const { policies } = core;
  const said = limits.deadline ?? policies.deadline;
  const call: Call = {
    request,
    signal: limits.signal,
    timeout: limits.timeout ?? request.entry.timeout ?? policies.timeout,
    deadline: begun + (said ?? DEFAULT_DEADLINE),
    retry: limits.retry !== false,
    tries: 0,
  };
  core.budget.call(begun);
  const { outcome, server } = await sendRepeatedly(core, call);
  return { ...outcome, server, tries: call.tries, deadline: said === undefined ? undefined : call.deadline };
}

/** Waits for what a request needs before it can be sent, no longer than its call may take. Rejects with `NoAnswer`, or as the part does. */
export function within<T>(core: Core, { signal, deadline }: Limits, begun: number, part: Promise<T>): Promise<T> {
  const { world, policies } = core;
  return new Promise((resolve, reject) => {
    const ends = begun + (deadline ?? policies.deadline ?? DEFAULT_DEADLINE);
    const stop = world.after(ends - world.now(), () => giveUp({ failure: "deadline", cause: undefined }));
    const onAbort = () => giveUp({ failure: "cancelled", cause: signal?.reason });
    const free = () => {
      stop();
      signal?.removeEventListener("abort", onAbort);
    };
    const giveUp = (reason: NoAnswer) => {
      free();
      reject(reason);
    };
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    part.finally(free).then(resolve, reject);
  });
}

async function sendRepeatedly(core: Core, call: Call): Promise<{ outcome: Outcome; server: number }> {
  const { entry, urls } = call.request;
  const servers = core.policies.failover && isSafe(entry) ? urls.length : 1;
  for (let server = 0, skipped = 0; ; server = (server + 1) % servers) {
    const outcome = await trySending(core, call, urls[server] as string);
    // A server that is known to be out costs nothing: the next one is asked at once.
    if (outcome.failure === "circuit-open" && ++skipped < servers) continue;
    const next = (server + 1) % servers;
    const delay = delayOf(core, call, outcome, urls[next] as string, call.tries < servers);
    if (delay === undefined) return { outcome, server };
    if (outcome.failure === undefined) outcome.attempt.discard(outcome.response);
    const reason = outcome.failure ?? outcome.response.status;
    tell(core.hooks, (hook) => hook.onRetry?.({ operation: entry, tries: call.tries, delay, reason }), core.world.warn);
    const ended = await pause(core, call, delay);
    if (ended) return { outcome: ended, server };
    skipped = 0;
  }
}

/** Milliseconds until the request is sent again; undefined where it must not be. */
function delayOf(core: Core, call: Call, outcome: Outcome, nextUrl: string, isOther: boolean): number | undefined {
  const { entry, isStream } = call.request;
  const { retry } = core.policies;
  const { world } = core;
  const isOver = outcome.failure === undefined ? !isTransient(outcome.response.status, entry) : !isConnection(outcome);
  if (isOver || !call.retry || isStream || !isRepeatable(entry) || call.tries >= retry.tries) return undefined;
  // Asking a server that is known to be out would only lose the answer that is here.
  if (core.lane(nextUrl, classOf(call)).circuit.state !== "closed") return undefined;
  const asked = outcome.failure === undefined ? askedDelay(outcome.response.headers, world.date()) : undefined;
  const delay = isOther ? 0 : delayBefore(call.tries, retry, world.random(), asked);
  if (world.now() + delay >= call.deadline) return undefined;
  return core.budget.take(world.now()) ? delay : undefined;
}

/** Whether a failure is one of the connection, before an answer came. */
function isConnection({ failure }: NoAnswer): boolean {
  return failure === "network" || failure === "timeout";
}

function classOf({ request }: Call): "read" | "write" {
  return isSafe(request.entry) ? "read" : "write";
}

/** Sends a request once, or twice where it may be hedged and the first takes long. */
async function trySending(core: Core, call: Call, url: string): Promise<Outcome> {
  const lane = core.lane(url, classOf(call));
  const first = new Attempt(core, call, lane);
  const answer = first.start(url);
  const { hedge } = core.policies;
  if (hedge === undefined || !isSafe(call.request.entry) || !isRepeatable(call.request.entry) || call.request.isStream)
    return answer;
  if ((await settledWithin(core, answer, hedge.after)) || !core.budget.take(core.world.now())) return answer;
  const second = new Attempt(core, call, lane);
  return firstGood(call, [
    [first, answer],
    [second, second.start(url)],
  ]);
}

function settledWithin(core: Core, answer: Promise<Outcome>, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = core.world.after(milliseconds, () => resolve(false));
    answer.then(() => {
      stop();
      resolve(true);
    });
  });
}

/** The first answer that is final, else the last; the others are given up. */
function firstGood(call: Call, tries: readonly (readonly [Attempt, Promise<Outcome>])[]): Promise<Outcome> {
  let open = tries.length;
  let isDecided = false;
  return new Promise((resolve) => {
    for (const [attempt, answer] of tries)
      answer.then((outcome) => {
        const isGood = outcome.failure === undefined && !isTransient(outcome.response.status, call.request.entry);
        if (isDecided) return;
        if (!isGood && --open > 0) {
          if (outcome.failure === undefined) outcome.attempt.discard(outcome.response);
          return;
        }
        isDecided = true;
        resolve(outcome);
        for (const [other] of tries) if (other !== attempt) other.end("cancelled");
      });
  });
}

/** Waits; answers why the call is over where that happens first. */
function pause({ world }: Core, { signal }: Call, delay: number): Promise<NoAnswer | undefined> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ failure: "cancelled", cause: signal.reason });
    const stop = world.after(delay, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve(undefined);
    });
    const onAbort = () => {
      stop();
      resolve({ failure: "cancelled", cause: signal?.reason });
    };
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
