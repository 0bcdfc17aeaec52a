import { isObject } from "@concordat/containment/internal";
import { type LoadOptions, YAMLException } from "js-yaml";
import type { PointerTree } from "./pointer-tree.ts";
import { blockEntries } from "./yaml-blocks.ts";
import { listenToYaml } from "./yaml-read.ts";

/** A node of a YAML text by its offsets; children of a mapping alternate key and value. */
interface YamlNode {
  readonly start: number;
  kind: string | null;
  value: unknown;
  readonly children: YamlNode[];
}

/** The text of a key; one that is not written is the empty text, as a scalar of the failsafe schema is. */
function keyText({ kind, value }: YamlNode): string {
  return kind === null ? "" : String(value);
}

/**
 * A text in which each key that is not written (`? ` and nothing behind it) is written as the empty text: the loader takes it
 * for null, and cannot be recognised otherwise.
 */
export function withEmptyKeys(text: string): string {
  const root = yamlTree(text);
  const offsets: number[] = [];
  const visit = (node: YamlNode): void =>
    node.children.forEach((child, i) => {
      if (node.kind === "mapping" && i % 2 === 0 && child.kind === null && !isMarked(text, child))
        offsets.push(child.start);
      visit(child);
    });
  if (root) visit(root);
  const ends = [...offsets, text.length];
  return offsets.reduce((filled, at, i) => `${filled} "" ${text.slice(at, ends[i + 1])}`, text.slice(0, ends[0]));
}

/** Whether an anchor or a tag stands where a node is not written. */
function isMarked(text: string, { start }: YamlNode): boolean {
  return "&!".includes(text.charAt(skipBlank(text, start)) || " ");
}

/** The tree of a text that loads; the loader reports each node as it opens and closes it. */
function yamlTree(text: string): YamlNode | undefined {
  let root: YamlNode | undefined;
  const open: YamlNode[] = [];
  const listener: NonNullable<LoadOptions["listener"]> = (event, state) => {
    if (event === "open") {
      open.push({ start: state.position, kind: null, value: undefined, children: [] });
      return;
    }
    let node = open.pop() as YamlNode;
    node.kind = state.kind;
    node.value = state.result;
    // A flow collection in a block is read as the key of a mapping first, and turns out to be the node itself.
    const [inner] = node.children;
    if (
      inner &&
      inner.kind !== "scalar" &&
      typeof inner.value === "object" &&
      inner.value !== null &&
      inner.value === node.value
    )
      node = inner;
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else root = node;
  };
  listenToYaml(text, listener);
  return root;
}

/** Offsets of what pointers lead to in a YAML text: of the key in a mapping, of the item in a sequence. */
export function locateInYaml(text: string, wanted: PointerTree, data: unknown): Map<string, number> {
  const found = new Map<string, number>();
  const whole = { text, from: 0, to: text.length };
  try {
    locateInBlock(whole, wanted, data, found);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // A part that cannot stand alone: an alias in it names what is elsewhere.
    locateByReading(whole, wanted, found);
  }
  if (wanted.pointer !== undefined) found.set(wanted.pointer, skipBlank(text, 0));
  return found;
}

/** A part of a text. */
interface Range {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Goes down block mappings by their lines; what is written in another way is read again, and nothing else. */
function locateInBlock({ text, from, to }: Range, at: PointerTree, data: unknown, found: Map<string, number>): void {
  const entries = isObject(data) ? blockEntries(text, from, to, data) : undefined;
  if (entries === undefined) {
    locateByReading({ text, from, to }, { ...at, pointer: undefined }, found);
    return;
  }
  for (const [key, child] of at.children) {
    const entry = entries.get(key);
    if (entry === undefined) continue;
    const value = (data as Readonly<Record<string, unknown>>)[key];
    if (child.pointer !== undefined) found.set(child.pointer, entry.start);
    if (child.children.size === 0) continue;
    const body = { text, from: entry.bodyStart, to: entry.end };
    if (entry.below && isObject(value)) locateInBlock(body, child, value, found);
    else locateByReading({ text, from: entry.start, to: entry.end }, parentOf(key, child), found);
  }
}

function parentOf(key: string, child: PointerTree): PointerTree {
  return { pointer: undefined, children: new Map([[key, child]]) };
}

/** Reads a part of a text, from the start of a line, as a text of its own. */
function locateByReading({ text, from, to }: Range, wanted: PointerTree, found: Map<string, number>): void {
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const part = text.slice(lineStart, to);
  const visit = (node: YamlNode, at: PointerTree, start: number): void => {
    if (at.pointer !== undefined) found.set(at.pointer, lineStart + start);
    if (at.children.size === 0) return;
    if (node.kind === "mapping") {
      for (let i = 0; i + 1 < node.children.length; i += 2) {
        const [key, value] = [node.children[i] as YamlNode, node.children[i + 1] as YamlNode];
        const child = at.children.get(keyText(key));
        if (child) visit(value, child, skipBlank(part, key.start));
      }
    } else if (node.kind === "sequence") {
      node.children.forEach((item, index) => {
        const child = at.children.get(String(index));
        if (child) visit(item, child, skipBlank(part, item.start));
      });
    }
  };
  const root = yamlTree(part);
  if (root) visit(root, wanted, skipBlank(part, root.start));
}

/** All keys that repeat an earlier one of the same mapping, in order. */
export function duplicateYamlKeys(text: string): { readonly key: string; readonly offset: number }[] {
  const found: { key: string; offset: number }[] = [];
  const visit = (node: YamlNode): void => {
    const names = new Set<string>();
    node.children.forEach((child, i) => {
      if (node.kind === "mapping" && i % 2 === 0) {
        const key = keyText(child);
        if (names.has(key) && key !== "<<") found.push({ key, offset: skipBlank(text, child.start) });
        names.add(key);
      }
      visit(child);
    });
  };
  const root = yamlTree(text);
  if (root) visit(root);
  return found.sort((a, b) => a.offset - b.offset);
}

/** A node opens before the white space, the comments and the dash in front of it. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text[at];
    if (code === "#" && (at === 0 || /\s/.test(text[at - 1] as string))) at = endOfLine(text, at);
    else if (code === " " || code === "\n" || code === "\r" || code === "\t") at++;
    else if (code === "-" && /\s/.test(text[at + 1] ?? "")) at++;
    else return at;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
