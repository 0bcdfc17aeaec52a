import { headerOf } from "../../exchange/exchange.ts";
import { splitPairs } from "../../exchange/styles.ts";
import { OBJECT, TEXT, type Values } from "../../exchange/values.ts";
import type { PactRequest } from "../../model/pact.ts";
import type { Operation, Parameter } from "../../model/revision.ts";

/**
 * Whether a request has a parameter.
 *
 * @param path the values of the parameters in its path
 */
export function isSent(
  parameter: Parameter,
  { parameters }: Pick<Operation, "parameters">,
  request: PactRequest,
  path: ReadonlyMap<string, string>,
  values: Values,
): boolean {
  const { in: place, name } = parameter;
  switch (place) {
    case "query": {
      const members = spreadNames(parameter, values);
      const others = parameters.flatMap((each) => (each.in === "query" && each !== parameter ? each.name : []));
      return [...request.query.keys()].some((key) => {
        if (key === name || key.startsWith(`${name}[`)) return true;
        return members?.size === 0 ? !others.includes(key) : members?.has(key) === true;
      });
    }
    case "querystring":
      return request.query.size > 0;
    case "header":
      return request.headers.has(name.toLowerCase());
    case "path":
      return path.has(name);
    case "cookie":
      return splitPairs(headerOf(Object.fromEntries(request.headers), "cookie") ?? "", /;\s*/).some(
        ([key]) => key === name,
      );
  }
}

/**
 * The names under which the members of an object are written that is spread over a query (`form`, exploded; OpenAPI 3.1.1,
 * section 4.8.12.2.2); none of an object that names none and may have any. Undefined of other parameters.
 */
export function spreadNames({ serialisation }: Parameter, values: Values): ReadonlySet<string> | undefined {
  if (serialisation.kind !== "style" || serialisation.style !== "form" || !serialisation.explode) return undefined;
  const { schema } = serialisation;
  const types = schema === undefined ? TEXT : values.types(schema, "wire");
  if ((types & OBJECT) === 0 || (types & TEXT) !== 0) return undefined;
  return new Set(values.properties(schema, "wire").keys());
}
