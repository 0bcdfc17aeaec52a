import type { OperationKey } from "./operation-key.ts";
import { basePath, Origins, type Target, targetOf } from "./origin.ts";
import {
  decodedBytes,
  expressionNames,
  fitMixed,
  type TemplateSegment,
  takenTexts,
  templateSegments,
} from "./path-template.ts";

/** An operation as a router takes it: its key, the URLs of its servers (`Servers.urls`), and what it leads to. */
export interface Route<T> {
  readonly key: OperationKey;
  readonly servers: readonly string[];
  readonly value: T;
}

/** Where a request leads: to an operation, or the first thing that stands in its way. */
export type Routed<T> =
  | { readonly kind: "found"; readonly value: T; readonly values: () => ReadonlyMap<string, string> }
  | { readonly kind: "path" }
  /** Paths fit, but at other hosts. */
  | { readonly kind: "server" }
  /** The path has other methods. */
  | { readonly kind: "method"; readonly allowed: readonly string[] };

/** A route below one base path. */
interface Entry<T> {
  readonly method: string;
  readonly value: T;
  readonly origins: Origins;
  readonly segments: readonly TemplateSegment[];
  /** Segments of the base path, which come first. */
  readonly base: number;
  /** Names of the path's expressions; a base path's have none. */
  readonly names: readonly string[];
  /** What the template asks for behind the path. */
  readonly beyond: Beyond | undefined;
  /** Of several that fit the lowest wins. */
  rank: number;
}

/** Query pairs and a fragment in a template: no OpenAPI allows them, and descriptions of RPC have them. */
interface Beyond {
  readonly pairs: readonly string[];
  readonly fragment: string;
}

/** Segments that lead on from here, and the entries that end here. */
interface Node<T> {
  readonly literals: Map<string, Node<T>>;
  /** By their texts. */
  readonly mixed: Map<string, { readonly texts: readonly string[]; readonly node: Node<T> }>;
  any: Node<T> | undefined;
  readonly entries: Entry<T>[];
  /** The lowest rank from here on. */
  best: number;
}

/**
 * Finds the operation of a request. Of the templates that fit a path the one wins that has the longest base path, then more
 * literal segments, then more partly literal ones, then the more literal from the left, then more literal text, then the
 * first in the description (OpenAPI 3.1.1, section 4.8.8.2: concrete before templated).
 */
export class Router<T> {
  readonly #root: Node<T> = emptyNode();

  constructor(routes: Iterable<Route<T>>) {
    const entries = [...routes].flatMap(entriesOf).sort(compareEntries);
    entries.forEach((entry, rank) => {
      entry.rank = rank;
      insert(this.#root, entry);
    });
  }

  /** Where a request goes as a server reads it: the path decides, then the method. The host of the URL, if any, counts. */
  match(method: string, url: string): Routed<T> {
    const target = targetOf(url);
    const segments = pathSegments(target.path);
    const search = new Search<T>(segments, (entry) => reaches(entry, target));
    const best = search.from(this.#root);
    if (best === undefined) {
      const elsewhere = new Search<T>(segments, (entry) => isBeyond(entry, target)).from(this.#root);
      return elsewhere === undefined ? { kind: "path" } : { kind: "server" };
    }
    const here = search.leaf?.entries.filter((entry) => reaches(entry, target)) ?? [];
    const found = here.find((entry) => entry.method === method);
    if (found) return { kind: "found", value: found.value, values: () => valuesOf(found, target.path) };
    return { kind: "method", allowed: [...new Set(here.map((entry) => entry.method))] };
  }

  /**
   * The operation that a call counts for: of the templates that fit *and* have the method, the best; the host says nothing.
   * A HEAD that nobody declares is answered from GET (RFC 9110, section 9.3.2). Undefined where there is none.
   */
  attribute(method: string, url: string): T | undefined {
    const target = targetOf(url);
    const segments = pathSegments(target.path);
    const found = (wanted: string) =>
      new Search<T>(segments, (entry) => entry.method === wanted && isBeyond(entry, target)).from(this.#root)?.value;
    return found(method) ?? (method === "HEAD" ? found("GET") : undefined);
  }
}

/** One walk through the tree, which leaves out what cannot be better than what was found. */
class Search<T> {
  readonly #segments: readonly string[];
  readonly #accepts: (entry: Entry<T>) => boolean;
  #found: Entry<T> | undefined;
  #rank = Number.POSITIVE_INFINITY;
  leaf: Node<T> | undefined;

  constructor(segments: readonly string[], accepts: (entry: Entry<T>) => boolean) {
    this.#segments = segments;
    this.#accepts = accepts;
  }

  from(root: Node<T>): Entry<T> | undefined {
    this.#visit(root, 0);
    return this.#found;
  }

  #visit(node: Node<T>, depth: number): void {
    if (node.best >= this.#rank) return;
    const segment = this.#segments[depth];
    if (segment === undefined) {
      this.#take(node);
      return;
    }
    const literal = node.literals.get(segment);
    if (literal !== undefined) this.#visit(literal, depth + 1);
    for (const { texts, node: next } of node.mixed.values())
      if (fitMixed(texts, segment) !== undefined) this.#visit(next, depth + 1);
    if (node.any !== undefined && segment !== "") this.#visit(node.any, depth + 1);
  }

  #take(node: Node<T>): void {
    for (const entry of node.entries) {
      if (entry.rank >= this.#rank) return;
      if (!this.#accepts(entry)) continue;
      this.#found = entry;
      this.#rank = entry.rank;
      this.leaf = node;
      return;
    }
  }
}

function entriesOf<T>({ key, servers, value }: Route<T>): Entry<T>[] {
  const [path = "", beyond] = splitBeyond(key.path);
  return basesOf(servers).map(({ before, origins }) => ({
    method: key.method,
    value,
    origins,
    segments: [...before, ...templateSegments(path)],
    base: before.length,
    names: expressionNames(path),
    beyond,
    rank: 0,
  }));
}

/** What comes before the path on some servers, and at which origins. */
interface Base {
  readonly before: readonly TemplateSegment[];
  readonly origins: Origins;
}

/** Of lists of servers, which many routes share. */
const bases = new WeakMap<readonly string[], readonly Base[]>();

function basesOf(servers: readonly string[]): readonly Base[] {
  let found = bases.get(servers);
  if (found === undefined) {
    // A description whose servers cannot be read has the one that it has by default.
    found = [...Map.groupBy(servers.length > 0 ? servers : [""], basePath)].map(([base, urls]) => ({
      before: templateSegments(base),
      origins: new Origins(urls),
    }));
    bases.set(servers, found);
  }
  return found;
}

function splitBeyond(path: string): readonly [path: string, beyond: Beyond | undefined] {
  const at = path.search(/[?#]/);
  if (at < 0) return [path, undefined];
  const { query, fragment } = targetOf(path);
  return [path.slice(0, at), { pairs: query === "" ? [] : query.split("&"), fragment }];
}

const KINDS = ["literal", "mixed", "any"] as const;

function compareEntries<T>(a: Entry<T>, b: Entry<T>): number {
  return (
    b.base - a.base ||
    count(b, "literal") - count(a, "literal") ||
    count(b, "mixed") - count(a, "mixed") ||
    fromTheLeft(a, b) ||
    literalText(b) - literalText(a) ||
    Number(b.beyond !== undefined) - Number(a.beyond !== undefined)
  );
}

function count<T>({ segments }: Entry<T>, kind: TemplateSegment["kind"]): number {
  return segments.filter((segment) => segment.kind === kind).length;
}

function fromTheLeft<T>(a: Entry<T>, b: Entry<T>): number {
  for (const [i, { kind }] of a.segments.entries()) {
    const other = b.segments[i]?.kind ?? "any";
    if (kind !== other) return KINDS.indexOf(kind) - KINDS.indexOf(other);
  }
  return 0;
}

function literalText<T>({ segments }: Entry<T>): number {
  return segments.reduce((sum, segment) => sum + (segment.kind === "mixed" ? segment.texts.join("").length : 0), 0);
}

function emptyNode<T>(): Node<T> {
  return { literals: new Map(), mixed: new Map(), any: undefined, entries: [], best: Number.POSITIVE_INFINITY };
}

/** Entries come in order of rank, so that the first that passes a node is its best. */
function insert<T>(root: Node<T>, entry: Entry<T>): void {
  let node = root;
  for (const segment of entry.segments) {
    node.best = Math.min(node.best, entry.rank);
    node = nextNode(node, segment);
  }
  node.best = Math.min(node.best, entry.rank);
  node.entries.push(entry);
}

function nextNode<T>(node: Node<T>, segment: TemplateSegment): Node<T> {
  if (segment.kind === "any") return (node.any ??= emptyNode());
  if (segment.kind === "literal") return getOrAdd(node.literals, segment.text, () => emptyNode<T>());
  const { texts } = segment;
  return getOrAdd(node.mixed, JSON.stringify(texts), () => ({ texts, node: emptyNode<T>() })).node;
}

function getOrAdd<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function pathSegments(path: string): string[] {
  const segments = path.split("/");
  segments.shift();
  return /[%\u0080-\uffff]/.test(path) ? segments.map(decodedBytes) : segments;
}

function reaches<T>(entry: Entry<T>, target: Target): boolean {
  return entry.origins.include(target.origin) && isBeyond(entry, target);
}

function isBeyond<T>({ beyond }: Entry<T>, { query, fragment }: Target): boolean {
  if (beyond === undefined) return true;
  const given = query.split("&");
  const isGiven = (pair: string) =>
    pair.includes("{") ? given.some((each) => each.startsWith(pair.slice(0, pair.indexOf("{")))) : given.includes(pair);
  return beyond.pairs.every(isGiven) && (beyond.fragment === "" || beyond.fragment === fragment);
}

/** The values of a path's expressions by name, as the URL writes them: still percent-encoded. */
function valuesOf<T>({ segments, base, names }: Entry<T>, path: string): ReadonlyMap<string, string> {
  const raw = path.split("/").slice(1);
  const taken = segments.flatMap((segment, i) => (i < base ? [] : takenTexts(segment, raw[i] ?? "")));
  return new Map(names.map((name, i) => [name, taken[i] ?? ""]));
}
