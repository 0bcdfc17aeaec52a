import {
  type Document,
  escapeToken,
  isObject,
  type Library,
  type Located,
  locationOf,
  own,
  parsePointer,
  resolveReference,
  setOwn,
} from "@concordat/containment/internal";
import { relativeUri } from "../base/relative-uri.ts";
import type { Moved, Origins } from "../source/origins.ts";
import { refuseAliases } from "../source/parse.ts";
import { type PointerTree, pointerTree } from "../source/pointer-tree.ts";
import { NAME_MAPS, REFERENCES } from "../source/reference-places.ts";
import { type Context, memberContext, referenceSites } from "./structure.ts";

/*
 * OpenAPI allows a reference only where it says so; descriptions also put one in place of a list or a map (`parameters`,
 * `properties`, `paths`), and tools follow it. It is followed here, once, before anybody reads: the documents are given on
 * with what the reference leads to in its place, so that no reader has to know. Only places have to: `originOf` tells
 * where what stands behind a reference is written.
 */

/** A reference in place of what has to be written out. */
interface Site {
  readonly document: Document;
  readonly pointer: string;
  readonly reference: string;
  /** The key that it stands at. */
  readonly keyword: string;
  readonly value: Record<string, unknown>;
}

/** Documents with misplaced references followed. */
export interface Settled {
  readonly documents: ReadonlyMap<string, Document>;
  readonly origins: Origins;
  /** The references that were met; `circle` where they lead back to themselves, or to more than can be read. */
  readonly met: readonly (Pick<Site, "document" | "pointer" | "keyword"> & { readonly outcome: Outcome })[];
}

/** Whoever reports all references that lead nowhere reports `nowhere`. */
type Outcome = "followed" | "nowhere" | "circle" | "measureless";

/** References in a row before they are taken to go round in a circle. */
const LONGEST_CHAIN = 50;

/** Follows all misplaced references of some documents. */
export function settleReferences(documents: ReadonlyMap<string, Document>): Settled {
  return new Settling(documents).run();
}

class Settling {
  readonly #documents: ReadonlyMap<string, Document>;
  readonly #library: Library;
  readonly #sites = new Map<Document, Map<string, Site>>();
  readonly #trees = new Map<Document, PointerTree>();
  /** What stands in place of each site; undefined while it is being looked for. */
  readonly #values = new Map<Site, { readonly value: unknown; readonly outcome: Outcome } | undefined>();
  readonly #origins = new Map<string, Map<string, Moved>>();

  constructor(documents: ReadonlyMap<string, Document>) {
    this.#documents = documents;
    this.#library = { document: (uri) => documents.get(uri), all: () => documents.values() };
    for (const document of documents.values()) {
      const sites = [...sitesOf(document)];
      if (sites.length === 0) continue;
      this.#sites.set(document, new Map(sites.map((site) => [site.pointer, site])));
      this.#trees.set(document, pointerTree(sites.map(({ pointer }) => pointer)));
    }
  }

  run(): Settled {
    const documents = new Map<string, Document>();
    for (const [uri, document] of this.#documents) {
      const tree = this.#trees.get(document);
      documents.set(
        uri,
        tree === undefined ? document : { ...document, root: this.#written(document, "", document.root, tree) },
      );
    }
    const met = [...this.#sites.values()].flatMap((sites) =>
      [...sites.values()].map((site) => ({ ...site, outcome: this.#valueIn(site).outcome })),
    );
    return { documents, origins: this.#origins, met };
  }

  /** A value with all that stands in place of references below it. */
  #written(document: Document, pointer: string, value: unknown, tree: PointerTree | undefined): unknown {
    if (tree === undefined) return value;
    const site = tree.pointer === undefined ? undefined : this.#sites.get(document)?.get(pointer);
    if (site !== undefined) return this.#valueIn(site).value;
    if (typeof value !== "object" || value === null) return value;
    const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    for (const [token, below] of tree.children) {
      if (Object.hasOwn(copy, token))
        setOwn(copy, token, this.#written(document, `${pointer}/${escapeToken(token)}`, copy[token], below));
    }
    return copy;
  }

  #valueIn(site: Site): { readonly value: unknown; readonly outcome: Outcome } {
    if (this.#values.has(site)) return this.#values.get(site) ?? { value: site.value, outcome: "circle" };
    this.#values.set(site, undefined);
    const result = this.#follow(site);
    this.#values.set(site, result);
    return result;
  }

  #follow(site: Site): { readonly value: unknown; readonly outcome: Outcome } {
    const stays = (outcome: Outcome) => ({ value: site.value, outcome });
    const target = this.#targetOf(site);
    if (target === undefined) return stays("nowhere");
    if (target === "circle") return stays("circle");
    const { document, pointer } = target;
    const value = this.#written(document, pointer, target.value, subtree(this.#trees.get(document), pointer));
    const refusal = refuseAliases(value);
    if (refusal !== undefined) return stays("measureless");
    const moved = document === site.document ? value : rebased(value, site.keyword, document, site.document);
    const { $ref: _, ...beside } = site.value;
    const targets = this.#origins.get(site.document.uri) ?? new Map<string, Moved>();
    this.#origins.set(site.document.uri, targets);
    targets.set(site.pointer, { uri: document.uri, pointer, beside: new Set(Object.keys(beside)) });
    return { value: isObject(moved) ? { ...moved, ...beside } : moved, outcome: "followed" };
  }

  /** What a site leads to in the end: no reference may stand in its place, however many there are in a row. */
  #targetOf(site: Site): Located | undefined | "circle" {
    let at: Located = site;
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const reference = isObject(at.value) ? own(at.value, "$ref") : undefined;
      if (typeof reference !== "string") return isWithin(site, at) ? "circle" : at;
      const next = this.#resolve(reference, at);
      if (next === undefined) return undefined;
      at = next;
    }
    return "circle";
  }

  /** Where a reference leads; its pointer may lead through other misplaced references. */
  #resolve(reference: string, from: Located): Located | undefined {
    const direct = resolveReference(reference, from, this.#library);
    if (!("problem" in direct)) return direct;
    if (direct.problem !== "pointer") return undefined;
    const root = resolveReference(`${reference.split("#")[0]}#`, from, this.#library);
    if ("problem" in root) return undefined;
    let at: Located = root;
    for (const token of parsePointer(direct.target) ?? []) {
      const site = this.#sites.get(at.document)?.get(at.pointer);
      const holder = site === undefined || this.#isOpen(site) ? at : this.#targetOf(site);
      if (holder === undefined || holder === "circle") return undefined;
      const value =
        typeof holder.value === "object" && holder.value !== null && Object.hasOwn(holder.value, token)
          ? (holder.value as Record<string, unknown>)[token]
          : undefined;
      if (value === undefined) return undefined;
      at = { document: holder.document, pointer: `${holder.pointer}/${escapeToken(token)}`, value };
    }
    return at;
  }

  #isOpen(site: Site): boolean {
    return this.#values.has(site) && this.#values.get(site) === undefined;
  }
}

function* sitesOf(document: Document): Generator<Site> {
  for (const { reference, pointer, misplaced } of referenceSites(document.root)) {
    if (!misplaced) continue;
    const tokens = parsePointer(pointer) ?? [];
    const value = tokens.reduce(
      (at, token) => (at as Record<string, unknown>)[token] as object,
      document.root as object,
    );
    yield { document, pointer, reference, keyword: tokens.at(-1) ?? "", value: value as Record<string, unknown> };
  }
}

/** Whether a site stands within what it leads to. */
function isWithin(site: Site, target: Located): boolean {
  return site.document === target.document && `${site.pointer}/`.startsWith(`${target.pointer}/`);
}

function subtree(tree: PointerTree | undefined, pointer: string): PointerTree | undefined {
  return (parsePointer(pointer) ?? []).reduce((at, token) => at?.children.get(token), tree);
}

/** A copy of a value of one document for another: references lead where they led before. */
function rebased(value: unknown, keyword: string, from: Document, to: Document): unknown {
  const reference = (text: string): string => {
    const [path = "", ...rest] = text.split("#");
    const document = path === "" ? from.uri : locationOf(path, from.uri, from);
    if (document === undefined) return text;
    const hash = rest.length === 0 ? "" : `#${rest.join("#")}`;
    return document === to.uri ? hash || "#" : relativeUri(document, to.uri) + hash;
  };
  const copy = (part: unknown, context: Context, key: string | undefined): unknown => {
    if (Array.isArray(part)) return part.map((item) => copy(item, "keywords", undefined));
    if (!isObject(part)) return part;
    // What stands below an `$id` is read from there.
    if (context === "keywords" && typeof own(part, "$id") === "string") return part;
    const result: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(part)) {
      const inside = memberContext(context, name, member);
      const isReference =
        typeof member === "string" &&
        (context === "keywords" ? REFERENCES.has(name) : key === "mapping" && /[#/]|\.(?:json|ya?ml)$/.test(member));
      const written = isReference ? reference(member) : inside ? copy(member, inside, name) : member;
      setOwn(result, name, written);
    }
    return result;
  };
  return keyword === "enum" ? value : copy(value, NAME_MAPS.has(keyword) ? "names" : "keywords", keyword);
}
