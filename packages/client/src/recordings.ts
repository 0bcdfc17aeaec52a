import type { Hooks, ObservedExchange } from "./hooks.ts";
import { type IsSecret, redactBody, redactHeader, redactUrl, secretNames, secretNamesOf } from "./redact.ts";

/** How exchanges are recorded. */
export interface RecordingOptions {
  /** The name of the calling application. */
  readonly consumer?: string;
  /** Headers, query parameters and members of JSON to hide, beside those whose name says that they are secret. */
  readonly secrets?: readonly string[];
}

/**
 * Records the last exchange of each call as a line of JSON, for `concordat conform trace` and `concordat pact import`: what was
 * sent and answered, without secrets. Streams are not recorded, and of files only that there was one.
 *
 * @param write is given each line without its end, in the order in which answers were read
 */
export function recordings(write: (line: string) => void, options: RecordingOptions = {}): Hooks {
  const isSecret = secretNames(options.secrets);
  let last: Promise<void> = Promise.resolve();
  return {
    onExchange(exchange) {
      // A file has to be read first, and lines keep their order.
      const line = lineOf(exchange, options.consumer, isSecret);
      last = last.then(async () => write(await line));
    },
  };
}

async function lineOf(
  { at, operation, request, response }: ObservedExchange,
  consumer: string | undefined,
  isSecret: IsSecret,
): Promise<string> {
  const isKey = secretNamesOf(operation, isSecret);
  const message = async ({ headers, body }: Message) => ({
    headers: Object.fromEntries([...headers].map(([name, value]) => [name, redactHeader(name, value, isKey)])),
    ...(await bodyOf(headers, body, isSecret)),
  });
  return JSON.stringify({
    at: new Date(at).toISOString(),
    consumer,
    request: { method: request.method, url: redactUrl(request.url, isKey), ...(await message(request)) },
    response: response && { status: response.status, ...(await message(response)) },
  });
}

interface Message {
  readonly headers: Headers;
  readonly body?: string | Blob;
}

async function bodyOf(headers: Headers, body: Message["body"], isSecret: IsSecret): Promise<object> {
  if (body === undefined) return {};
  const text = typeof body === "string" ? body : await body.text();
  return { body: redactBody(text, headers.get("content-type") ?? "", isSecret) };
}
