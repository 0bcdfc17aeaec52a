import { fileURLToPath } from "node:url";
import { absoluteUri, type Document, escapeToken } from "@concordat/containment/internal";
import { pathToPointer } from "@stoplight/json";
import refResolver, { type ResolveError } from "@stoplight/spectral-ref-resolver";
import { slashed } from "../base/paths.ts";
import type { Description } from "../load/description.ts";
import { LocalReferences, pathOf } from "./resolver-graph.ts";

type Container = Record<string, unknown>;
type Graph = InstanceType<typeof refResolver.ResolverDepGraph>;

/** What Spectral wants of a resolver. */
export interface Resolution {
  readonly result: unknown;
  readonly refMap: Readonly<Record<string, string>>;
  readonly graph: Graph;
  readonly errors: readonly ResolveError[];
  readonly runner: object;
}

/** How Spectral names a document: by its path, or by its URI where that is no file. */
export function sourceOf(uri: string): string {
  return uri.startsWith("file:") ? slashed(fileURLToPath(uri)) : uri;
}

/**
 * The value at the top of a document, so that it cannot be extended. Spectral's traversal takes others for trees of
 * which it may mark parts, and goes wrong where parts are shared.
 */
export function sealed(root: unknown): unknown {
  if (typeof root !== "object" || root === null) return root;
  return Object.preventExtensions(Array.isArray(root) ? [...root] : { ...root });
}

/**
 * Resolves the references of a description as the resolver of Spectral does: to the same paths, with the same
 * references left where they are circular, and with the same errors. But what is referred to is shared, not cloned, and
 * documents are those of the description's library, so that nothing is read.
 */
export function resolveDescription(description: Description): Resolution {
  return new Resolving(description).run();
}

/** A reference where it stands. */
interface Site {
  readonly pointer: string;
  readonly path: readonly string[];
  /** What holds it, and under which key. */
  readonly parent: Container;
  readonly key: string;
  readonly reference: string;
  readonly original: unknown;
}

interface RemoteSite extends Site {
  readonly uri: string;
  readonly target: State | undefined;
  readonly fragment: string;
}

/** A document while it is resolved. */
interface State {
  readonly document: Document;
  readonly source: string;
  /** The copy that is resolved, under the key `root`. */
  readonly holder: { readonly root: unknown };
  readonly sites: Map<string, Site>;
  readonly local: LocalReferences;
  readonly remote: RemoteSite[];
  readonly refMap: Record<string, string>;
  started: boolean;
}

class Resolving {
  readonly #description: Description;
  readonly #states = new Map<string, State>();
  readonly #graph = newGraph();
  readonly #errors: ResolveError[] = [];
  /** Copies, which alone hold references. */
  readonly #copies = new WeakSet<object>();
  /** References that have been replaced, by what holds them. */
  readonly #replaced = new Map<object, Map<string, unknown>>();
  /** Parts of documents whose references are still to be taken note of. */
  readonly #open: { readonly state: State; readonly path: readonly string[] }[] = [];

  constructor(description: Description) {
    this.#description = description;
  }

  run(): Resolution {
    const root = this.#stateOf(this.#description.root);
    this.#open.push({ state: root, path: [] });
    for (let part = this.#open.pop(); part; part = this.#open.pop()) this.#crawlPart(part.state, part.path, root);
    this.#replace(root);
    this.#breakCircles(root.holder, new Set(), new Set());
    return {
      result: sealed(root.holder.root),
      refMap: root.refMap,
      graph: this.#graph,
      errors: this.#errors,
      runner: {},
    };
  }

  #stateOf(document: Document): State {
    const known = this.#states.get(document.uri);
    if (known) return known;
    const holder = { root: this.#copy(document.root) };
    this.#copies.add(holder);
    const state: State = {
      document,
      source: sourceOf(document.uri),
      holder,
      sites: new Map(),
      local: new LocalReferences(),
      remote: [],
      refMap: {},
      started: false,
    };
    this.#states.set(document.uri, state);
    this.#addNode(state.source, { refMap: state.refMap, data: document.root });
    return state;
  }

  /** A copy of those parts that hold references; the others, and the references, stay the same objects. */
  #copy(value: unknown): unknown {
    if (typeof value !== "object" || value === null || referenceOf(value) !== undefined) return value;
    let copy: Container | undefined;
    for (const key of Object.keys(value)) {
      const member = (value as Container)[key];
      const copied = this.#copy(member);
      if (copied === member && referenceOf(member) === undefined) continue;
      copy ??= (Array.isArray(value) ? [...value] : { ...value }) as Container;
      copy[key] = copied;
    }
    if (copy === undefined) return value;
    this.#copies.add(copy);
    return copy;
  }

  /** Takes note of the references in a part of a document. A reference on the way to it ends the way. */
  #crawlPart(state: State, path: readonly string[], root: State): void {
    let parent: Container = state.holder;
    let key = "root";
    const way: string[] = [];
    for (const token of path) {
      const value = parent[key];
      if (typeof value !== "object" || value === null || referenceOf(value) !== undefined) break;
      parent = value as Container;
      key = token;
      way.push(token);
    }
    this.#crawl(state, parent, key, way, `#${way.map((token) => `/${escapeToken(token)}`).join("")}`, root);
  }

  #crawl(state: State, parent: Container, key: string, path: string[], pointer: string, root: State): void {
    const value = parent[key];
    const reference = referenceOf(value);
    if (reference !== undefined) {
      if (state.sites.has(pointer)) return;
      const site = { pointer, path: [...path], parent, key, reference, original: value };
      state.sites.set(pointer, site);
      this.#addSite(state, site, root);
    } else if (typeof value === "object" && value !== null && this.#copies.has(value)) {
      for (const member in value) {
        path.push(member);
        this.#crawl(state, value as Container, member, path, `${pointer}/${escapeToken(member)}`, root);
        path.pop();
      }
    }
  }

  #addSite(state: State, site: Site, root: State): void {
    const hash = site.reference.indexOf("#");
    const fragment = hash < 0 ? "" : site.reference.slice(hash + 1);
    const uri =
      hash === 0 ? state.document.uri : absoluteUri(site.reference.split("#")[0] as string, state.document.uri);
    const path = pathOf(`#${fragment}`);
    if (uri === state.document.uri) {
      if (path === undefined) this.#fail(state, "PARSE_POINTER", `'#${fragment}' JSON pointer is invalid`, []);
      else this.#addLocal(state, site, `#${fragment}`, path, root);
      return;
    }
    const document = uri === undefined ? undefined : this.#description.library.document(uri);
    const target = document && this.#stateOf(document);
    state.remote.push({ ...site, uri: uri ?? site.reference, target, fragment });
    this.#depend(state, `${sourceOf(uri ?? site.reference)}${fragment === "" ? "" : `#${fragment}`}`);
    if (target && target !== root && path) this.#open.push({ state: target, path });
  }

  #addLocal(state: State, site: Site, target: string, path: readonly string[], root: State): void {
    const isParent = path.length > 0 && path.every((token, i) => site.path[i] === token);
    if (isParent) return;
    state.local.add(site.pointer, site.path, target, path);
    this.#depend(state, `${state.source}${target}`);
    if (state !== root) this.#open.push({ state, path });
  }

  #addNode(name: string, data: object): void {
    if (!this.#graph.hasNode(name)) this.#graph.addNode(name, data as Parameters<Graph["addNode"]>[1]);
  }

  #depend(state: State, name: string): void {
    this.#addNode(name, { refMap: {} });
    if (state.source !== name) this.#graph.addDependency(state.source, name);
  }

  #fail(state: State, code: ResolveError["code"], message: string, path: readonly string[]): void {
    const isRoot = state.document === this.#description.root;
    const facts = { code, message, path: [...path], uriStack: isRoot ? [] : [state.source], pointerStack: [] };
    this.#errors.push(facts as unknown as ResolveError);
  }

  /** Puts in place of references what they lead to; first what is in other documents. */
  #replace(state: State): void {
    if (state.started) return;
    state.started = true;
    for (const site of state.remote) this.#replaceRemote(state, site);
    for (const { target, sites } of state.local.replacements()) {
      const path = pathOf(target) as string[];
      // A reference to the whole leads to the whole as it is written, as there is no end to it otherwise.
      const value = path.length === 0 ? state.document.root : valueAt(state, path);
      for (const pointer of sites) {
        const site = state.sites.get(pointer) as Site;
        state.refMap[pathToPointer([...site.path])] = pathToPointer(path);
        if (value === undefined) this.#fail(state, "POINTER_MISSING", `'${target}' does not exist`, site.path);
        else this.#put(site, value);
      }
    }
  }

  #replaceRemote(state: State, site: RemoteSite): void {
    const { target, uri, fragment } = site;
    const source = sourceOf(uri);
    state.refMap[pathToPointer([...site.path])] = fragment === "" ? source : `${source}#${fragment}`;
    if (target === undefined) {
      const why = this.#description.missing.get(uri);
      // A file that only data name has not been looked for.
      if (why === undefined) return;
      const message =
        why.failure === "missing"
          ? `Error: ENOENT: no such file or directory, open '${source}'`
          : `Error: ${why.message}`;
      this.#fail(state, "RESOLVE_URI", message, site.path);
      return;
    }
    this.#replace(target);
    const path = pathOf(`#${fragment}`);
    const value = path && valueAt(target, path);
    if (path === undefined) this.#fail(state, "PARSE_POINTER", `'#${fragment}' JSON pointer is invalid`, site.path);
    else if (value === undefined)
      this.#fail(state, "POINTER_MISSING", `'#${fragment}' does not exist @ '${source}'`, site.path);
    else this.#put(site, value);
  }

  #put({ parent, key, original }: Site, value: unknown): void {
    const members = this.#replaced.get(parent) ?? new Map<string, unknown>();
    this.#replaced.set(parent, members.set(key, original));
    parent[key] = value;
  }

  /** Restores references that close a circle, as those across documents may; tells whether one is still open. */
  #breakCircles(value: Container, open: Set<object>, done: Set<object>): boolean {
    if (open.has(value)) return true;
    if (done.has(value)) return false;
    open.add(value);
    for (const key in value) {
      const member = value[key];
      if (typeof member !== "object" || member === null || !this.#copies.has(member)) continue;
      if (!this.#breakCircles(member as Container, open, done)) continue;
      const original = this.#replaced.get(value)?.get(key);
      if (original === undefined) {
        open.delete(value);
        return true;
      }
      value[key] = original;
    }
    open.delete(value);
    done.add(value);
    return false;
  }
}

function newGraph(): Graph {
  // Its type says nothing of options.
  const Graph = refResolver.ResolverDepGraph as unknown as new (options: { circular: boolean }) => Graph;
  return new Graph({ circular: true });
}

function referenceOf(value: unknown): string | undefined {
  const reference = typeof value === "object" && value !== null ? (value as Container)["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/** The value at a path of a document as far as it is resolved. */
function valueAt({ holder }: State, path: readonly string[]): unknown {
  let value: unknown = holder.root;
  for (const token of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, token) ? (value as Container)[token] : undefined;
  }
  return value;
}
