import type { Core } from "./core.ts";
import { type ObservedExchange, tell } from "./hooks.ts";
import type { Prepared } from "./request.ts";

/** A request as hooks see it. */
export type SentMessage = Pick<Prepared, "entry" | "headers" | "body">;

/** A response as hooks see it. */
export interface AnsweredMessage {
  readonly response: Pick<Response, "status" | "headers">;
  /** Absent where there was none, or where it is a stream. */
  readonly body?: string | Blob;
}

/** Whether a hook wants exchanges. */
export function isObserved({ hooks }: Pick<Core, "hooks">): boolean {
  return hooks.some((hook) => hook.onExchange);
}

/** Tells hooks of the last exchange of a call; null where no answer came. */
export function tellExchange(
  core: Pick<Core, "hooks" | "world">,
  { entry, headers, body }: SentMessage,
  at: number,
  url: string,
  answer: AnsweredMessage | null,
): void {
  if (!isObserved(core)) return;
  const sent = readable(body);
  const exchange: ObservedExchange = {
    operation: entry,
    at,
    request: { method: entry.method, url, headers, ...(sent !== undefined && { body: sent }) },
    response: answer && {
      status: answer.response.status,
      headers: answer.response.headers,
      ...(answer.body !== undefined && { body: answer.body }),
    },
  };
  tell(core.hooks, (hook) => hook.onExchange?.(exchange), core.world.warn);
}

/** A body as it can be read once more; undefined where it cannot. */
function readable(body: SentMessage["body"]): string | Blob | undefined {
  if (body instanceof URLSearchParams) return String(body);
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Blob([body]);
  return typeof body === "string" || body instanceof Blob ? body : undefined;
}
