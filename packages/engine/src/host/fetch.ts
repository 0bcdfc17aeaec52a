import { lookup as resolveName } from "node:dns";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { failed } from "../base/result.ts";
import { withoutCredentials } from "../base/url-text.ts";
import { isPublicAddress } from "./addresses.ts";
import type { FetchRules, HostFailure, HostResult } from "./host.ts";

/** How much is read from the web in one run. */
export interface WebLimits {
  readonly mostBytes: number;
  readonly mostFiles: number;
  readonly mostBytesOfAll: number;
  /** For a whole answer, redirects included. */
  readonly seconds: number;
  readonly secondsForAll: number;
  readonly atOnce: number;
}

const MB = 1024 * 1024;

export const WEB_LIMITS: WebLimits = {
  mostBytes: 64 * MB,
  mostFiles: 5_000,
  mostBytesOfAll: 256 * MB,
  seconds: 30,
  secondsForAll: 300,
  atOnce: 16,
};

const MOST_REDIRECTS = 5;

/** Reads from the web within limits that hold for all of a run together. */
export class Web {
  readonly #limits: WebLimits;
  readonly #resolve: LookupFunction;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #files = 0;
  #bytes = 0;
  #end: number | undefined;

  /** @param resolve finds the addresses of a name */
  constructor(limits = WEB_LIMITS, resolve: LookupFunction = resolveName) {
    this.#limits = limits;
    this.#resolve = resolve;
  }

  /** What is behind an https URL. The address is checked as it is connected to, so that a name cannot change its mind. */
  async read(url: string, rules: FetchRules): Promise<HostResult<Uint8Array>> {
    const { mostFiles, atOnce } = this.#limits;
    if (++this.#files > mostFiles)
      return { failure: "too-large", message: `More than ${mostFiles} files would have to be read from the web.` };
    if (this.#busy >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
    try {
      return await this.#follow(url, rules);
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  async #follow(url: string, given: FetchRules): Promise<HostResult<Uint8Array>> {
    const { seconds, secondsForAll, mostBytesOfAll } = this.#limits;
    const now = performance.now();
    this.#end ??= now + secondsForAll * 1000;
    const left = Math.min(seconds * 1000, this.#end - now);
    if (left <= 0) return broken(`Reading from the web has taken ${secondsForAll} seconds, which is all it may`);
    const deadline = AbortSignal.timeout(left);
    let at = url;
    let rules = given;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const answer = await this.#ask(at, rules, deadline);
      if (!("redirect" in answer)) {
        if (!failed(answer) && (this.#bytes += answer.value.length) > mostBytesOfAll)
          return tooMuch("All files", mostBytesOfAll);
        return answer;
      }
      const next = URL.parse(answer.redirect, at);
      if (next === null) return broken("It redirects to something that is not a URL");
      if (!rules.allows(next.href))
        return refused(
          `${named(url)} redirects to ${named(next.href)}, which may not be read. Name that URL instead, or allow it.`,
        );
      if (next.origin !== URL.parse(at)?.origin) rules = { ...rules, headers: {} };
      at = next.href;
    }
    return broken(`It redirects more than ${MOST_REDIRECTS} times`);
  }

  #ask(url: string, rules: FetchRules, deadline: AbortSignal): Promise<HostResult<Uint8Array> | Redirect> {
    const target = URL.parse(url);
    if (target?.protocol !== "https:") return Promise.resolve(refused(`${named(url)} is not https.`));
    const host = target.hostname.replace(/^\[|\]$/g, "");
    const hidden = refused(
      `${named(url)} leads to an address outside the public internet. Use --allow-private-network to read it anyway.`,
    );
    if (!rules.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.resolve(hidden);
    const lookup = rules.allowPrivate ? this.#resolve : publicLookup(this.#resolve);
    const headers = { accept: "application/json, application/yaml, */*", ...rules.headers };
    return new Promise((resolve) => {
      const request = get(target, { lookup, signal: deadline, headers }, (response) => {
        const { statusCode = 0 } = response;
        const { location } = response.headers;
        if (statusCode === 200) return takeBody(response, url, this.#limits.mostBytes, resolve);
        resolve(
          statusCode >= 300 && statusCode < 400 && location ? { redirect: location } : refusedBy(url, statusCode),
        );
        response.destroy();
      });
      request.on("error", (error: NodeJS.ErrnoException) =>
        resolve(error.code === NOT_PUBLIC ? hidden : this.#brokenBy(error)),
      );
    });
  }

  #brokenBy(error: Error): HostFailure {
    // What ends a request by its deadline is an abortion, or names the time as its cause.
    const late = error.name === "AbortError" || error.name === "TimeoutError";
    return broken(
      late
        ? `It gave no whole answer within ${this.#limits.seconds} seconds`
        : `The connection failed: ${withoutCredentials(error.message)}`,
    );
  }
}

interface Redirect {
  readonly redirect: string;
}

function takeBody(
  response: IncomingMessage,
  url: string,
  mostBytes: number,
  resolve: (result: HostResult<Uint8Array>) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= mostBytes) return;
    resolve(tooMuch(named(url), mostBytes));
    response.destroy();
  });
  response.on("end", () => resolve({ value: Buffer.concat(chunks) }));
  response.on("error", () => resolve(broken("It broke off, or took too long")));
}

/** A server that says there is no such thing knows it; one in trouble says nothing of what it has. */
function refusedBy(url: string, status: number): HostFailure {
  if (status === 401 || status === 403)
    return refused(
      `${named(url)} answers with status ${status}. Send credentials with --header "Authorization: env:NAME".`,
    );
  const isTrouble = status >= 500 || status === 408 || status === 429 || status < 400;
  const message = `${named(url)} answers with status ${status}.`;
  return { failure: isTrouble ? "tool" : "missing", message };
}

function named(url: string): string {
  return `\`${withoutCredentials(url)}\``;
}

function refused(message: string): HostFailure {
  return { failure: "refused", message };
}

function broken(why: string): HostFailure {
  return { failure: "tool", message: `${why}.` };
}

function tooMuch(what: string, mostBytes: number): HostFailure {
  return {
    failure: "too-large",
    message: `${what} from the web: more than ${Math.round(mostBytes / MB)} MB are not read.`,
  };
}

const NOT_PUBLIC = "ENOTPUBLIC";

/** Finds addresses as another does, and refuses a name of which any is not of the public internet. */
export function publicLookup(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, address, family) => {
      const addresses = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
      const isHidden = !error && !addresses.every(isPublicAddress);
      const reason = isHidden ? Object.assign(new Error("not a public address"), { code: NOT_PUBLIC }) : error;
      callback(reason, address, family);
    });
  };
}
