import { headerOf } from "../../exchange/exchange.ts";
import type { PactRequest } from "../../model/pact.ts";
import type { Parameter } from "../../model/revision.ts";

/**
 * Whether a request has a parameter.
 *
 * @param path the values of the parameters in its path
 */
export function isSent(
  { in: place, name }: Pick<Parameter, "in" | "name">,
  request: PactRequest,
  path: ReadonlyMap<string, string>,
): boolean {
  switch (place) {
    case "query":
      return [...request.query.keys()].some((key) => key === name || key.startsWith(`${name}[`));
    case "querystring":
      return request.query.size > 0;
    case "header":
      return request.headers.has(name.toLowerCase());
    case "path":
      return path.has(name);
    case "cookie":
      return (headerOf(Object.fromEntries(request.headers), "cookie") ?? "").includes(`${name}=`);
  }
}
