import { inputFailure, type Result } from "@concordat/engine";
import { withoutCredentials } from "@concordat/engine/base";

/** A request to send. */
export interface HttpCall {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What was answered. */
export interface HttpAnswer {
  /** Where it came from, redirects followed. */
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

/** Sends a request. No answer at all is a failure of a tool; any status is an answer. */
export type Send = (call: HttpCall) => Promise<Result<HttpAnswer>>;

const DEADLINE_SECONDS = 30;
const MOST_REDIRECTS = 5;
const MOST_BYTES = 64 * 1024 * 1024;

/** Sends by Node's fetch. A redirect to another origin is refused: it would take the credentials there. */
export const sendByFetch: Send = async (call) => {
  let { url, method } = call;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await fetchOnce({ ...call, url, method });
    if ("failure" in answer) return answer;
    const location = answer.response.headers.get("location");
    if (answer.response.status < 300 || answer.response.status > 399 || location === null)
      return { value: { url, status: answer.response.status, text: answer.text } };
    const next = URL.parse(location, url.href);
    if (next === null || next.origin !== url.origin)
      return inputFailure(
        "redirect-refused",
        `${nameOf(url)} redirects to ${next ? next.origin : "no URL"}. Credentials are not sent to another host: set the URL to where the redirect leads if you trust it.`,
      );
    // Only 307 and 308 keep the method (RFC 9110, section 15.4).
    if (method !== "GET" && answer.response.status !== 307 && answer.response.status !== 308)
      return inputFailure(
        "redirect-refused",
        `${nameOf(url)} redirects a ${method} request. Set the URL to where it leads.`,
      );
    url = next;
  }
  return toolFailure(`${nameOf(call.url)} redirects more than ${MOST_REDIRECTS} times.`);
};

async function fetchOnce({ method, url, headers, body }: HttpCall) {
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: "manual", signal: AbortSignal.timeout(DEADLINE_SECONDS * 1000) },
      ...(body !== undefined && { body }),
    });
    const text = await textOf(response);
    return text === undefined
      ? toolFailure(`${nameOf(url)} answers with more than ${MOST_BYTES / 1024 / 1024} MB.`)
      : { response, text };
  } catch (error) {
    const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string; message?: string } };
    if (name === "TimeoutError")
      return toolFailure(`${nameOf(url)} did not answer within ${DEADLINE_SECONDS} seconds.`);
    return toolFailure(`${nameOf(url)} cannot be reached (${cause?.code ?? cause?.message ?? message}).`);
  }
}

async function textOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function nameOf(url: URL): string {
  return `\`${withoutCredentials(url.href)}\``;
}

function toolFailure(message: string) {
  return { failure: "tool" as const, problems: [{ code: "http", message }] };
}
