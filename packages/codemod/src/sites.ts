import type { SgNode } from "@ast-grep/napi";
import type { Edit } from "./changes.ts";
import { type Move, targetName } from "./move.ts";
import { argumentsOf, replace, stringValue } from "./nodes.ts";
import { GENERATED, type Layout, OPENAPI_FETCH } from "./requests.ts";

/** A call of an operation that moves. */
export interface CallSite {
  readonly call: SgNode;
  readonly move: Move;
  /** What the call passes. */
  readonly init: SgNode | undefined;
  readonly layout: Layout;
  /** What makes it call the other operation. */
  readonly edits: readonly Edit[];
  /** The name that a function of a generated client is called by, where it has to change. */
  readonly binding?: Binding;
}

/** A name of a file that stands for a function of a generated client. */
export interface Binding {
  /** The import specifier: `getUser as g`. */
  readonly specifier: SgNode;
  /** The name in the file. */
  readonly local: string;
  readonly isAlias: boolean;
  readonly move: Move;
}

/** A place that names what moves, and is no call that can be rewritten. */
export interface Mention {
  readonly node: SgNode;
  readonly move: Move;
}

/** What a file has of what moves. */
export interface Sites {
  readonly calls: readonly CallSite[];
  readonly mentions: readonly Mention[];
}

const METHODS: ReadonlySet<string> = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/** Calls of openapi-fetch, `client.GET("/users", ...)`, and other places that name a path that moves. */
export function fetchSites(root: SgNode, moves: readonly Move[]): Sites {
  const byName = new Map(moves.map((move) => [targetName(move.from), move]));
  const calls: CallSite[] = [];
  const done = new Set<number>();
  for (const call of root.findAll({ rule: { kind: "call_expression" } })) {
    const callee = call.field("function");
    const property = callee?.kind() === "member_expression" ? callee.field("property") : null;
    if (property === null || !METHODS.has(property.text())) continue;
    const [path, init] = argumentsOf(call);
    const value = path && stringValue(path);
    const move = value === undefined ? undefined : byName.get(`${property.text()} ${value}`);
    if (path === undefined || value === undefined) continue;
    // Another operation of the same path is called here.
    done.add(path.id());
    if (move === undefined) continue;
    calls.push({ call, move, init, layout: OPENAPI_FETCH, edits: fetchEdits(move, property, path) });
  }
  // What only changes in parameters and properties is not named by its path alone.
  const byPath = new Map(moves.flatMap((move) => (isElsewhere(move) ? [[move.from.path, move] as const] : [])));
  const mentions = root
    .findAll({ rule: { any: [{ kind: "string" }, { kind: "template_string" }] } })
    .flatMap((node) => {
      const move = done.has(node.id()) ? undefined : byPath.get(stringValue(node) ?? "");
      return move ? [{ node, move }] : [];
    });
  return { calls, mentions };
}

function isElsewhere({ from, to }: Move): boolean {
  return to === null || targetName(from) !== targetName(to);
}

function fetchEdits({ from, to }: Move, property: SgNode, path: SgNode): Edit[] {
  if (to === null) return [];
  const quote = path.text()[0] ?? '"';
  return [
    ...(to.method === from.method ? [] : [replace(property, to.method)]),
    ...(to.path === from.path ? [] : [replace(path, `${quote}${to.path}${quote}`)]),
  ];
}

/**
 * Calls of a generated client, `getUser(client, ...)`, and other uses of functions that move.
 * @param isClient whether what a specifier names is such a client
 */
export function functionSites(root: SgNode, moves: readonly Move[], isClient: (specifier: string) => boolean): Sites {
  const byName = new Map(moves.flatMap((move) => (move.from.name === null ? [] : [[move.from.name, move] as const])));
  const sites: Sites[] = [];
  for (const statement of root.findAll({ rule: { kind: "import_statement" } })) {
    const specifier = stringValue(statement.field("source"));
    if (specifier === undefined || !isClient(specifier)) continue;
    for (const each of statement.findAll({ rule: { kind: "import_specifier" } })) {
      const [name, alias] = [each.field("name"), each.field("alias")];
      const move = name && byName.get(name.text());
      if (!name || !move) continue;
      sites.push(usesOf({ specifier: each, local: (alias ?? name).text(), isAlias: alias !== null, move }, root));
    }
    const namespace = statement.find({ rule: { kind: "namespace_import" } });
    const local = namespace?.children().find((child) => child.kind() === "identifier");
    if (local) sites.push(usesOfNamespace(local, byName, root));
  }
  return { calls: sites.flatMap(({ calls }) => calls), mentions: sites.flatMap(({ mentions }) => mentions) };
}

function usesOf(binding: Binding, root: SgNode): Sites {
  const { local, specifier, move } = binding;
  const uses = named(root, local).filter((node) => node.parent()?.id() !== specifier.id());
  return sitesOf(uses.map((callee) => ({ callee, move, edits: [], binding })));
}

function usesOfNamespace(local: SgNode, byName: ReadonlyMap<string, Move>, root: SgNode): Sites {
  const uses = named(root, local.text()).flatMap((node): Use[] => {
    const callee = node.parent();
    const property = callee?.kind() === "member_expression" ? callee.field("property") : null;
    const move = property && byName.get(property.text());
    if (!callee || !property || !move) return [];
    const name = move.to?.name ?? move.from.name;
    return [{ callee, move, edits: name === null || name === move.from.name ? [] : [replace(property, name)] }];
  });
  return sitesOf(uses);
}

/** A use of a function. */
interface Use extends Pick<CallSite, "move" | "edits" | "binding"> {
  readonly callee: SgNode;
}

function sitesOf(uses: readonly Use[]): Sites {
  const calls = uses.flatMap(({ callee, ...site }): CallSite[] => {
    const call = callOf(callee);
    return call ? [{ ...site, call, init: argumentsOf(call)[1], layout: GENERATED }] : [];
  });
  const mentions = uses.filter(({ callee }) => callOf(callee) === undefined);
  return { calls, mentions: mentions.map(({ callee, move }) => ({ node: callee, move })) };
}

function callOf(callee: SgNode): SgNode | undefined {
  const parent = callee.parent();
  return parent?.kind() === "call_expression" && parent.field("function")?.id() === callee.id() ? parent : undefined;
}

/** All identifiers of a name. */
export function named(root: SgNode, name: string): SgNode[] {
  return root.findAll({ rule: { kind: "identifier", regex: `^${name.replaceAll("$", "\\$")}$` } });
}
