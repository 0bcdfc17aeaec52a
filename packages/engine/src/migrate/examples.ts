import { isObject, type Json } from "@concordat/containment/internal";
import type { FieldMove, Move } from "./move.ts";

/** A request as a consumer sends it, or is to send it. */
export interface RequestExample {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Undefined: it has no body, or none that is JSON. */
  readonly body: Json | undefined;
}

/** A request after a move, and what a person has to decide before it can be sent. */
export interface MovedRequest {
  readonly request: RequestExample;
  readonly decisions: readonly string[];
}

/**
 * A request as it is to be sent after a move; undefined where nothing is named to call instead.
 * @param values what the expressions of the path stand for, by their names, as they stand in the path
 */
export function movedRequest(
  sent: RequestExample,
  move: Move,
  values: ReadonlyMap<string, string>,
): MovedRequest | undefined {
  const { query, body } = sent;
  const { to, parameters } = move;
  if (to === null) return undefined;
  const renamed = new Map(parameters.map((each) => [`${each.in} ${each.from}`, each.to]));
  const filled = new Map([...values].map(([name, value]) => [renamed.get(`path ${name}`) ?? name, value]));
  // The base path of the servers stays before the template.
  const start = sent.path
    .split("/")
    .slice(0, -(move.from.path.split("/").length - 1))
    .join("/");
  const path = to.path.replace(/\{([^{}]*)\}/g, (expression, name) => filled.get(name) ?? expression);
  const gone = query.filter(([name]) => renamed.get(`query ${name}`) === null).map(([name]) => name);
  const moved = query.flatMap(([name, value]): [string, string][] =>
    gone.includes(name) ? [] : [[renamed.get(`query ${name}`) ?? name, value]],
  );
  const written = body === undefined ? undefined : movedBody(body, move.requestFields);
  const passed = new Set([...moved.map(([name]) => name), ...filled.keys()]);
  const missing = move.demands.filter(
    ({ in: place, name }) => (place !== "query" && place !== "path") || !passed.has(name),
  );
  return {
    request: { method: to.method, path: start + path, query: moved, body: written?.value },
    decisions: [
      ...gone.map((name) => `The query parameter \`${name}\` no longer exists.`),
      ...(written?.gone ?? []).map((name) => `The property \`${name}\` of the body no longer exists.`),
      ...missing.map(({ in: place, name }) =>
        place === "body"
          ? `${name === "" ? "A body" : `The property \`${name}\` of the body`} is required now.`
          : `The ${place} parameter \`${name}\` is required now.`,
      ),
    ],
  };
}

/** A body with its properties renamed, and the ways to those that are gone, which are left out. */
export function movedBody(
  body: Json,
  moves: readonly FieldMove[],
): { readonly value: Json; readonly gone: readonly string[] } {
  const gone: string[] = [];
  const visit = (value: Json, at: readonly string[]): Json => {
    if (Array.isArray(value)) return value.map((item) => visit(item, [...at, "*"]));
    if (!isObject(value)) return value;
    const members = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
      const move = moves.find((each) => each.from === name && each.at.join("\n") === at.join("\n"));
      if (move?.to === null) gone.push([...at, name].join("."));
      return move?.to === null ? [] : [[move?.to ?? name, visit(member as Json, [...at, name])]];
    });
    return Object.fromEntries(members);
  };
  return { value: visit(body, []), gone };
}
