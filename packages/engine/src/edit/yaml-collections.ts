import { escapeToken, isObject, parsePointer } from "@concordat/containment/internal";
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { type PointerTree, pointerTree } from "../source/pointer-tree.ts";
import { blockEntries } from "../source/yaml-blocks.ts";
import { type Collection, columnOf, type Entry, type Holder, lineStart, type Refused } from "./place.ts";

/** A part of a text, in whole lines, that is read as a text of its own. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** Where its top stands in the whole. */
  readonly pointer: string;
}

/** Comments, and the dashes that may open a document. */
const HEADER = /^(?:[ \t]*(?:#.*)?\r?\n)*---[ \t]*(?:#.*)?\r?\n/;

type Found = Collection | Refused | undefined;

/** Reads objects and lists of a YAML text that parses; only the lines around those that are wanted are looked at. */
export function yamlCollections(
  text: string,
  data: unknown,
  wanted: Iterable<string>,
): (pointer: string) => Collection | Refused | undefined {
  const parts = new Map<string, Part>();
  const from = HEADER.exec(text)?.[0].length ?? 0;
  narrow(text, { from, to: text.length, pointer: "" }, pointerTree(wanted), data, parts);
  const tops = new Map<Part, unknown>();
  return (pointer) => {
    const part = parts.get(pointer);
    if (part === undefined) return undefined;
    if (!tops.has(part)) tops.set(part, readPart(text, part));
    return new Reader(text, part).find(tops.get(part), parsePointer(pointer.slice(part.pointer.length)) ?? []);
  };
}

/** Goes down block mappings by their lines, and finds for each wanted pointer the least part that can be read alone. */
function narrow(text: string, part: Part, at: PointerTree, data: unknown, parts: Map<string, Part>): void {
  const entries = at.pointer === undefined && isObject(data) ? blockEntries(text, part.from, part.to, data) : undefined;
  if (entries === undefined) {
    for (const pointer of pointersIn(at)) parts.set(pointer, part);
    return;
  }
  for (const [key, child] of at.children) {
    const entry = entries.get(key);
    const value = (data as Readonly<Record<string, unknown>>)[key];
    if (entry === undefined) continue;
    if (child.pointer === undefined && entry.below && isObject(value)) {
      const body = { from: entry.bodyStart, to: entry.end, pointer: `${part.pointer}/${escapeToken(key)}` };
      narrow(text, body, child, value, parts);
    } else {
      // With its key, so that what holds it is known.
      const member = { from: lineStart(text, entry.start), to: entry.end, pointer: part.pointer };
      for (const pointer of pointersIn(child)) parts.set(pointer, member);
    }
  }
}

function* pointersIn(tree: PointerTree): Generator<string> {
  if (tree.pointer !== undefined) yield tree.pointer;
  for (const child of tree.children.values()) yield* pointersIn(child);
}

/** Faults are passed over: what a part refers to may stand elsewhere, and the result is read as a whole in the end. */
function readPart(text: string, { from, to }: Part): unknown {
  return parseDocument(text.slice(from, to), { uniqueKeys: false, logLevel: "silent", strict: false }).contents;
}

/** Finds nodes of a part, and tells their offsets in the whole text. */
class Reader {
  readonly #text: string;
  readonly #shift: number;

  constructor(text: string, { from }: Part) {
    this.#text = text;
    this.#shift = from;
  }

  find(node: unknown, tokens: readonly string[], holder?: Holder): Found {
    if (isAlias(node)) return { refused: `an alias stands there, \`*${node.source}\`` };
    if (!isCollection(node)) return undefined;
    if (node.anchor) return { refused: `the value is anchored, as \`&${node.anchor}\`` };
    const [token, ...rest] = tokens;
    if (isSeq(node)) return token === undefined ? this.#list(node, holder) : this.find(node.items[Number(token)], rest);
    if (!isMap(node)) return undefined;
    if (token === undefined) return this.#map(node, holder);
    // Of equal keys the last one counts.
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === token);
    return pair && this.find(pair.value, rest, node.flow ? undefined : this.#holder(pair));
  }

  #holder({ key }: Pair): Holder | undefined {
    if (!isScalar(key) || !key.range) return undefined;
    const [start, end] = [key.range[0] + this.#shift, key.range[1] + this.#shift];
    const colon = /^[ \t]*:/.exec(this.#text.slice(end, end + 100));
    return colon ? { column: columnOf(this.#text, start), afterColon: end + colon[0].length } : undefined;
  }

  #map(node: YAMLMap, holder: Holder | undefined): Found {
    const entries: Entry[] = [];
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) return { refused: "a key there is not a plain text" };
      if (key.value === "<<") return { refused: "there is a merge key, `<<`" };
      const keyEnd = key.range[1] + this.#shift;
      const valueStart = (value as Node | null)?.range?.[0];
      entries.push({
        key: String(key.value),
        start: key.range[0] + this.#shift,
        keyEnd,
        valueStart: valueStart === undefined ? keyEnd : valueStart + this.#shift,
        end: Math.max(keyEnd, this.#end(value)),
      });
    }
    return this.#collection(node, entries, holder);
  }

  #list(node: YAMLSeq, holder: Holder | undefined): Found {
    const entries = node.items.map((item, i): Entry => {
      const start = ((item as Node).range?.[0] ?? 0) + this.#shift;
      return { key: String(i), start, keyEnd: start, valueStart: start, end: this.#end(item) };
    });
    return this.#collection(node, entries, holder);
  }

  #collection(node: YAMLMap | YAMLSeq, entries: readonly Entry[], holder: Holder | undefined): Found {
    const { range, flow = false } = node;
    if (!range) return undefined;
    const [start, end] = [range[0] + this.#shift, range[1] + this.#shift];
    const first = this.#text[start];
    if (flow && first !== "{" && first !== "[") return { refused: "the object there has no brackets of its own" };
    if (!flow && /^\?\s/.test(this.#text.slice(start, start + 2))) return { refused: "its keys are written with `?`" };
    if (!flow && this.#text.slice(lineStart(this.#text, start), start).includes("\t"))
      return { refused: "there are tabs in its indentation" };
    return { list: isSeq(node), flow, start, end, entries, holder };
  }

  /** Behind the last character of a value, in the whole text. */
  #end(node: unknown): number {
    if (isCollection(node) && !node.flow && node.items.length > 0) {
      const last = node.items.at(-1) as Node | Pair;
      if (isSeq(node)) return this.#end(last);
      const { key, value } = last as Pair;
      return Math.max(this.#end(key), this.#end(value));
    }
    const range = (node as Node | null)?.range;
    if (!range) return 0;
    const end = range[1] + this.#shift;
    if (!isScalar(node) || (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED)) return end;
    // Blank lines behind a block are part of it where its header has a plus, and only then.
    const start = range[0] + this.#shift;
    const block = this.#text.slice(start, end);
    return /^[|>]\d?\+/.test(block) ? end : start + block.trimEnd().length;
  }
}
