import { type Target, targetOf } from "../model/origin.ts";
import { type HttpRequest, headerOf } from "./exchange.ts";
import { type Pair, splitPairs } from "./styles.ts";

/** A request taken apart. */
export interface Parts {
  readonly request: HttpRequest;
  readonly target: Target;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  /** Values of path parameters by name, percent-encoded. */
  readonly path: ReadonlyMap<string, string>;
}

/** Takes a request apart; what its path says is known once it is routed. */
export function partsOf(request: HttpRequest, path: ReadonlyMap<string, string>): Parts {
  const target = targetOf(request.url);
  return {
    request,
    target,
    query: splitPairs(target.query),
    // RFC 6265, section 4.2.1.
    cookies: splitPairs(headerOf(request.headers, "cookie") ?? "", /;\s*/),
    path,
  };
}
