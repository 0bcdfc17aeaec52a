import { fitMixed, type TemplateSegment, templateSegment } from "./path-template.ts";
import { originOf } from "./read-servers.ts";

/** A URL taken apart: where it is sent, and what is asked for there. */
export interface Target {
  /** Scheme and host, lower case, without user information; empty where the URL names no host. */
  readonly origin: string;
  /** The path as it is written, never empty. */
  readonly path: string;
  /** What stands behind `?`, without it. */
  readonly query: string;
  /** What stands behind `#`, without it. */
  readonly fragment: string;
}

/** Takes the URL of a request apart; one without a scheme is a path, as in a request line (RFC 9112, section 3.2.1). */
export function targetOf(url: string): Target {
  const start = url.startsWith("/") ? 0 : originEnd(url);
  const hash = url.indexOf("#", start);
  const end = hash < 0 ? url.length : hash;
  const mark = url.indexOf("?", start);
  const query = mark >= 0 && mark < end ? mark : end;
  const path = url.slice(start, query);
  return {
    origin: start === 0 ? "" : withoutUser(url.slice(0, start)).toLowerCase(),
    path: path.startsWith("/") ? path : `/${path}`,
    query: url.slice(query + 1, end),
    fragment: url.slice(end + 1),
  };
}

function originEnd(url: string): number {
  const scheme = url.indexOf("://");
  if (scheme < 0) return 0;
  const rest = url.slice(scheme + 3).search(/[/?#]/);
  return rest < 0 ? url.length : scheme + 3 + rest;
}

function withoutUser(origin: string): string {
  const at = origin.lastIndexOf("@");
  return at < 0 ? origin : origin.slice(0, origin.indexOf("//") + 2) + origin.slice(at + 1);
}

/** The path of a server's URL, as a template; a variable at the very start stands for a whole address. */
export function basePath(url: string): string {
  const path = url.slice(originOf(url).length).replace(/^\{[^{}]*\}/, "");
  const clean = path.replace(/^\.?(?=\/|$)/, "").replace(/\/+$/, "");
  return clean === "" || clean.startsWith("/") ? clean : `/${clean}`;
}

/** The hosts that some servers name. */
export class Origins {
  readonly #exact = new Set<string>();
  readonly #patterns: TemplateSegment[] = [];
  /** A server named by a path alone is wherever the description is, which nobody knows. */
  #any = false;

  constructor(urls: readonly string[]) {
    for (const url of urls) {
      const origin = originOf(url).toLowerCase();
      const segment = templateSegment(origin);
      if (origin === "" || segment.kind === "any") this.#any = true;
      else if (segment.kind === "literal") this.#exact.add(withoutPort(origin));
      else this.#patterns.push(segment);
    }
  }

  /** Whether a request that names this origin, as `targetOf` reads it, reaches one of them. */
  include(origin: string): boolean {
    if (this.#any || origin === "") return true;
    const plain = withoutPort(origin);
    // A server such as `//example.org` answers to any scheme.
    const hostOnly = plain.slice(plain.indexOf("//"));
    if (this.#exact.has(plain) || this.#exact.has(hostOnly)) return true;
    return this.#patterns.some(
      (pattern) =>
        pattern.kind === "mixed" &&
        [origin, plain, hostOnly].some((text) => fitMixed(pattern.texts, text) !== undefined),
    );
  }
}

/** An origin without the port that its scheme has anyway (RFC 3986, section 6.2.3). */
function withoutPort(origin: string): string {
  if (origin.startsWith("https:")) return origin.endsWith(":443") ? origin.slice(0, -4) : origin;
  return origin.startsWith("http:") && origin.endsWith(":80") ? origin.slice(0, -3) : origin;
}
