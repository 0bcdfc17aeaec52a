import type { SgNode } from "@ast-grep/napi";
import { type Changes, joinChanges, NO_CHANGES, undecided } from "./changes.ts";
import type { Demand, FieldMove, Move, ParameterMove, ParameterPlace } from "./move.ts";
import { type Member, type ReadObject, readObject, renameMember, unwrapped } from "./nodes.ts";

/** How a kind of client lays out what a call passes: the way to each part of a request. */
export type Layout = Readonly<Record<ParameterPlace | "body", readonly string[]>>;

/** `client.GET("/users/{id}", { params: { path: { id } }, body })` */
export const OPENAPI_FETCH: Layout = {
  path: ["params", "path"],
  query: ["params", "query"],
  header: ["params", "header"],
  cookie: ["params", "cookie"],
  querystring: ["params", "querystring"],
  body: ["body"],
};

/** `getUser(client, { path: { id }, body })` */
export const GENERATED: Layout = {
  path: ["path"],
  query: ["query"],
  header: ["headers"],
  cookie: ["cookies"],
  querystring: ["querystring"],
  body: ["body"],
};

/** What stands at a place of a call: an expression, nothing, or something that is not written out there. */
type Found =
  | { readonly kind: "node"; readonly node: SgNode }
  | { readonly kind: "absent" }
  | { readonly kind: "hidden" };

/** What a move changes in what a call passes. */
export function requestChanges(init: SgNode | undefined, layout: Layout, move: Move): Changes {
  const root: Found = init === undefined ? { kind: "absent" } : { kind: "node", node: unwrapped(init) };
  const part = (place: ParameterPlace | "body") => layout[place].reduce(memberOf, root);
  return joinChanges([
    ...move.parameters.map((each) => parameterChange(part(each.in), each)),
    ...move.requestFields.map((each) => fieldChange(part("body"), each)),
    ...move.demands.map((demand) => demandChange(part(demand.in), demand, move)),
  ]);
}

function memberOf(found: Found, name: string): Found {
  if (found.kind !== "node") return found;
  const object = objectAt(found.node);
  if (object === undefined) return { kind: "hidden" };
  const member = object.members.get(name);
  if (member) return { kind: "node", node: unwrapped(member.value) };
  return object.isOpen ? { kind: "hidden" } : { kind: "absent" };
}

function objectAt(node: SgNode): ReadObject | undefined {
  return node.kind() === "object" ? readObject(node) : undefined;
}

function parameterChange(found: Found, { in: place, from, to }: ParameterMove): Changes {
  const what = `the ${place} parameter \`${from}\``;
  return renamed(found, from, to, what, place === "header");
}

/** The change of one name in the object at a place. */
function renamed(found: Found, from: string, to: string | null, what: string, ignoresCase = false): Changes {
  if (found.kind === "absent") return NO_CHANGES;
  const object = found.kind === "node" ? objectAt(found.node) : undefined;
  if (object === undefined) return undecided(`${what} may be passed by what is not written out here`);
  const member = memberNamed(object, from, ignoresCase);
  if (member === undefined)
    return object.isOpen ? undecided(`${what} may be passed by what is spread here`) : NO_CHANGES;
  if (to === null) return undecided(`${what} no longer exists`);
  if (memberNamed(object, to, ignoresCase)) return undecided(`${what} is now \`${to}\`, which is passed as well`);
  return { edits: [renameMember(member, to)], reasons: [] };
}

function memberNamed({ members }: ReadObject, name: string, ignoresCase: boolean): Member | undefined {
  if (!ignoresCase) return members.get(name);
  return [...members].find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

function fieldChange(body: Found, { at, from, to }: FieldMove): Changes {
  const what = `the property \`${[...at, from].join(".")}\` of the body`;
  return joinChanges(partsAt(body, at).map((found) => renamed(found, from, to, what)));
}

/** What stands at the end of a way in a body: several parts where it goes through the items of a list. */
function partsAt(body: Found, [name, ...rest]: readonly string[]): Found[] {
  if (name === undefined || body.kind !== "node") return [body];
  if (name !== "*") return partsAt(memberOf(body, name), rest);
  if (body.node.kind() !== "array") return [{ kind: "hidden" }];
  const items = body.node.children().filter((child) => child.isNamed() && child.kind() !== "comment");
  return items.flatMap((node) =>
    partsAt(node.kind() === "spread_element" ? { kind: "hidden" } : { kind: "node", node: unwrapped(node) }, rest),
  );
}

function demandChange(found: Found, { in: place, name }: Demand, move: Move): Changes {
  const way = place === "body" && name !== "" ? name.split(".") : [];
  const last = place === "body" ? way.at(-1) : name;
  const what =
    place !== "body" ? `the ${place} parameter \`${name}\`` : name === "" ? "a body" : `\`${name}\` of the body`;
  const missing = undecided(`${what} is required now`);
  if (last === undefined) return found.kind === "absent" ? missing : NO_CHANGES;
  // A name that moves there fills it.
  const sources = place === "body" ? [] : move.parameters.filter((each) => each.in === place && each.to === last);
  const isGiven = (object: ReadObject) =>
    [last, ...sources.map(({ from }) => from)].some((each) => memberNamed(object, each, place === "header"));
  const parts = place === "body" ? partsAt(found, way.slice(0, -1)) : [found];
  return joinChanges(
    parts.map((part) => {
      // An object that is not passed at all asks for nothing; parameters are always asked for.
      if (part.kind === "absent") return place === "body" ? NO_CHANGES : missing;
      const object = part.kind === "node" ? objectAt(part.node) : undefined;
      return object && isGiven(object) ? NO_CHANGES : missing;
    }),
  );
}
