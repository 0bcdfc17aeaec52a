import { isObject, type Located, own } from "@concordat/containment/internal";
import { pathShape } from "./operation-key.ts";

/** A segment of a path template: `users`, `{id}`, `{id}:archive`. */
export interface Segment {
  /** As written, without the slash. */
  readonly text: string;
  /** `literal` holds no parameter, `parameter` is one and nothing else, `mixed` has text beside one. */
  readonly kind: "literal" | "parameter" | "mixed";
  /** Names of the parameters in it, in order. */
  readonly parameters: readonly string[];
  /** What stands behind a colon: the verb of a custom method. */
  readonly verb: string | undefined;
}

/**
 * What a path stands for.
 *
 * - `collection`: several resources of one kind, listed or added to
 * - `item`: one of them, named by the parameter at the end
 * - `singleton`: the only one of its kind below its parent, such as `/users/{id}/settings`
 * - `action`: something to do rather than to read: `:verb` at the end, or a verb that is only posted to
 * - `root`: `/`
 */
export type ResourceKind = "collection" | "item" | "singleton" | "action" | "root";

/** A path with what it stands for. */
export interface Resource {
  readonly path: string;
  readonly kind: ResourceKind;
  readonly segments: readonly Segment[];
  /** The path item. */
  readonly at: Located;
  /** Methods it has, upper case. */
  readonly methods: ReadonlySet<string>;
  /** The path one segment shorter, if the description has it. */
  readonly parent: Resource | undefined;
}

/** A path before it is classified. */
export interface PathEntry {
  readonly path: string;
  readonly at: Located;
  readonly methods: ReadonlySet<string>;
  /** Whether its GET answers with a list, as far as a schema says. */
  readonly lists: boolean;
}

/** Takes a path template apart (OpenAPI 3.1, section 4.8.8.2). */
function parseSegments(path: string): Segment[] {
  return path
    .split("/")
    .slice(1)
    .map((text) => {
      const parameters = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
      const kind = parameters.length === 0 ? "literal" : /^\{[^{}]*\}$/.test(text) ? "parameter" : "mixed";
      return { text, kind, parameters, verb: /:([A-Za-z][\w-]*)$/.exec(text)?.[1] };
    });
}

/** Classifies all paths of a description; `x-resource: { kind: ... }` on a path item says it where the path cannot. */
export function classifyPaths(entries: readonly PathEntry[]): Map<string, Resource> {
  const shapes = new Set(entries.map(({ path }) => pathShape(path)));
  const hasItems = (path: string) => shapes.has(`${pathShape(path)}/{}`);
  const resources = new Map<string, Resource>();
  const byShape = new Map<string, Resource>();
  for (const entry of [...entries].sort((a, b) => a.path.split("/").length - b.path.split("/").length)) {
    const { path, at, methods } = entry;
    const segments = parseSegments(path);
    const shape = pathShape(path);
    const resource: Resource = {
      path,
      kind: declaredKind(at) ?? kindOf(segments, entry, hasItems(path)),
      segments,
      at,
      methods,
      parent: byShape.get(shape.slice(0, shape.lastIndexOf("/"))),
    };
    resources.set(path, resource);
    byShape.set(shape, resource);
  }
  return resources;
}

function kindOf(segments: readonly Segment[], { methods, lists }: PathEntry, hasItems: boolean): ResourceKind {
  const last = segments.at(-1);
  if (last === undefined || (segments.length === 1 && last.text === "")) return "root";
  if (last.verb !== undefined) return "action";
  if (last.kind !== "literal") return "item";
  const posted = methods.size === 1 && methods.has("POST");
  if (posted && !hasItems && startsWithVerb(last.text)) return "action";
  if (hasItems || lists) return "collection";
  // Below an item, what is written whole and has nothing below it is the only one of its kind.
  const below = segments.slice(0, -1).some(({ kind }) => kind !== "literal");
  const written = methods.has("PUT") || methods.has("PATCH");
  if (written || (below && methods.has("GET") && !methods.has("POST"))) return "singleton";
  return "collection";
}

const KINDS: readonly string[] = ["collection", "item", "singleton", "action", "root"];

function declaredKind(at: Located): ResourceKind | undefined {
  const declared = isObject(at.value) ? own(at.value, "x-resource") : undefined;
  const kind = isObject(declared) ? own(declared, "kind") : undefined;
  return typeof kind === "string" && KINDS.includes(kind) ? (kind as ResourceKind) : undefined;
}

/** Verbs that paths in the wild have where a method should say it. */
const VERBS = new Set([
  ...["get", "fetch", "list", "find", "search", "query", "lookup", "retrieve", "read", "show", "view"],
  ...["create", "add", "insert", "register", "make", "new", "generate", "build", "clone", "copy", "import", "export"],
  ...["update", "edit", "modify", "change", "set", "replace", "patch", "save", "rename", "move", "merge", "sync"],
  ...["delete", "remove", "destroy", "purge", "clear", "erase", "drop", "revoke", "unregister", "detach", "attach"],
  ...["start", "stop", "cancel", "run", "execute", "process", "trigger", "send", "submit", "retry", "restart", "reset"],
  ...["approve", "reject", "accept", "decline", "confirm", "verify", "validate", "check", "calculate", "enable"],
  ...["disable", "activate", "deactivate", "archive", "unarchive", "restore", "publish", "unpublish", "lock", "unlock"],
  ...["assign", "unassign", "transfer", "refund", "capture", "void", "close", "reopen", "complete", "login", "logout"],
  ...["resend", "refresh", "rotate", "append", "increment", "decrement", "toggle", "upload", "download", "convert"],
]);

/** Words of an identifier in any case, in lower case: `getUser_byID` is get, user, by, id. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Whether an identifier starts with a verb: `createUser`, `reset-password`; a lone `search` counts too. */
export function startsWithVerb(text: string): boolean {
  const [first] = wordsOf(text);
  return first !== undefined && VERBS.has(first);
}
