import { textAt } from "@concordat/engine/report";
import type { Environment } from "./inputs.ts";

/** An answer, or why there is none. */
export type Answer<T> = { readonly value: T } | Refusal;

/** A request that came to nothing. */
export interface Refusal {
  /** The status of the answer; undefined where there was none. */
  readonly status: number | undefined;
  /** Why, in a few words. */
  readonly refusal: string;
}

/** Whether a request came to nothing. */
export function isRefusal(answer: object): answer is Refusal {
  return "refusal" in answer;
}

const SECONDS = 20;
/** A read is tried again after these milliseconds; nothing that writes is. */
const PAUSES = [300, 1_500];
const LONGEST_PAUSE = 10_000;

/** The few requests of GitHub's API that are made here: to one host, with one token. */
export class GitHub {
  readonly #root: string;
  readonly #token: string;
  /** The path of the repository. */
  readonly repository: string;

  constructor(root: string, token: string, repository: string) {
    this.#root = root.replace(/\/+$/, "");
    this.#token = token;
    this.repository = `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
  }

  /** All pages of a list, one after another as each names the next. */
  async list(path: string): Promise<Answer<readonly unknown[]>> {
    const all: unknown[] = [];
    const seen = new Set<string>();
    let next: string | undefined = `${this.#root}${path}${path.includes("?") ? "&" : "?"}per_page=100`;
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      const answer = await this.#read(next);
      if (isRefusal(answer)) return answer;
      if (!Array.isArray(answer.value.data)) return { status: 200, refusal: "the answer is not a list" };
      all.push(...answer.value.data);
      next = this.#nextPage(answer.value.link);
    }
    return { value: all };
  }

  async get(path: string): Promise<Answer<unknown>> {
    const answer = await this.#read(`${this.#root}${path}`);
    return isRefusal(answer) ? answer : { value: answer.value.data };
  }

  /** Writes once: a second attempt could write twice. */
  async send(method: "POST" | "PATCH", path: string, body: object): Promise<Answer<unknown>> {
    const answer = await this.#request(method, `${this.#root}${path}`, JSON.stringify(body));
    return isRefusal(answer) ? answer : { value: answer.value.data };
  }

  async #read(url: string): Promise<Answer<Page>> {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#request("GET", url);
      const pause = PAUSES[attempt];
      if (!isRefusal(answer) || pause === undefined || !isPassing(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, Math.min(answer.retryAfter ?? pause, LONGEST_PAUSE)));
    }
  }

  async #request(method: string, url: string, body?: string): Promise<Answer<Page> & { retryAfter?: number }> {
    try {
      const response = await fetch(url, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          authorization: `Bearer ${this.#token}`,
          "user-agent": "concordat-action",
          "x-github-api-version": "2022-11-28",
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        signal: AbortSignal.timeout(SECONDS * 1000),
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      if (!response.ok) {
        const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
        const refusal = `status ${response.status}${reasonOf(text)}`;
        return { status: response.status, refusal, ...(seconds >= 0 && { retryAfter: seconds * 1000 }) };
      }
      return { value: { data: JSON.parse(text) as unknown, link: response.headers.get("link") } };
    } catch (error) {
      return { status: undefined, refusal: wordsFor(error) };
    }
  }

  /** The next page, as the answer names it; the token goes to no other host. */
  #nextPage(link: string | null): string | undefined {
    const [, target] = /<([^<>]+)>\s*;[^,]*\brel="?next"?/.exec(link ?? "") ?? [];
    const url = target === undefined ? null : URL.parse(target);
    return url?.origin === URL.parse(this.#root)?.origin ? url?.href : undefined;
  }
}

interface Page {
  readonly data: unknown;
  readonly link: string | null;
}

/** The client for the repository of a run, or why there can be none. */
export function clientOf(env: Environment, token: string | undefined): GitHub | Refusal {
  if (token === undefined) return { status: undefined, refusal: "`github-token` is missing" };
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) return { status: undefined, refusal: "GITHUB_REPOSITORY names none" };
  const root = env["GITHUB_API_URL"] || "https://api.github.com";
  if (!/^https?:$/.test(URL.parse(root)?.protocol ?? ""))
    return { status: undefined, refusal: "GITHUB_API_URL is not a URL" };
  return new GitHub(root, token, repository);
}

/** Whether the same read may succeed in a moment. */
function isPassing({ status }: Refusal): boolean {
  return status === undefined || status === 429 || status >= 500;
}

function reasonOf(text: string): string {
  try {
    const message = textAt(JSON.parse(text), "message");
    return message ? `, ${message.slice(0, 200)}` : "";
  } catch {
    return "";
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof SyntaxError) return "the answer is not JSON";
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${SECONDS} seconds`;
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  const why = cause?.code ?? cause?.message;
  return `no connection${why ? ` (${why})` : ""}`;
}
