import type { SgNode } from "@ast-grep/napi";
import type { Edit } from "./changes.ts";

/* What is read of the syntax tree, which is that of tree-sitter's TypeScript grammar. */

/** An expression without what only tells the type checker or the parser something. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "parenthesized_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
]);

/** The expression within parentheses and type assertions. */
export function unwrapped(node: SgNode): SgNode {
  let inner = node;
  while (WRAPPERS.has(String(inner.kind()))) {
    const next = inner.children().find((child) => child.isNamed());
    if (next === null || next === undefined) return inner;
    inner = next;
  }
  return inner;
}

/** The outermost expression that is the same value as this one. */
export function wrapped(node: SgNode, also: readonly string[] = []): SgNode {
  let outer = node;
  for (let next = node.parent(); next; next = next.parent()) {
    const kind = String(next.kind());
    if (!WRAPPERS.has(kind) && !also.includes(kind)) return outer;
    outer = next;
  }
  return outer;
}

/** Whether two nodes are the same part of the text. */
export function isSame(a: SgNode | null, b: SgNode | null): boolean {
  return a !== null && b !== null && a.id() === b.id();
}

/** The value of a string literal without interpolation; undefined for anything else. */
export function stringValue(node: SgNode | null): string | undefined {
  if (node === null) return undefined;
  const kind = node.kind();
  if (kind !== "string" && kind !== "template_string") return undefined;
  const parts = node.children().filter((child) => child.isNamed());
  if (parts.length === 0) return "";
  return parts.length === 1 && parts[0]?.kind() === "string_fragment" ? parts[0].text() : undefined;
}

/** A member of an object literal or an object pattern. */
export interface Member {
  readonly node: SgNode;
  /** What is written before the colon; the whole of a shorthand. */
  readonly key: SgNode;
  /** What is written behind the colon; the whole of a shorthand. */
  readonly value: SgNode;
  readonly isShorthand: boolean;
}

/** An object literal or an object pattern. */
export interface ReadObject {
  readonly members: ReadonlyMap<string, Member>;
  /** Whether it has members whose names are not written: spread ones, rest, computed keys. */
  readonly isOpen: boolean;
}

const SHORTHANDS: ReadonlySet<string> = new Set([
  "shorthand_property_identifier",
  "shorthand_property_identifier_pattern",
]);

/** Reads the members of an object literal or an object pattern. */
export function readObject(object: SgNode): ReadObject {
  const members = new Map<string, Member>();
  let isOpen = false;
  for (const node of object.children()) {
    if (!node.isNamed() || node.kind() === "comment") continue;
    if (SHORTHANDS.has(String(node.kind()))) {
      members.set(node.text(), { node, key: node, value: node, isShorthand: true });
      continue;
    }
    const [key, value] = [node.field("key"), node.field("value")];
    const name = key && keyName(key);
    if (key && value && name !== undefined && name !== null)
      members.set(name, { node, key, value: unwrapped(value), isShorthand: false });
    else isOpen = true;
  }
  return { members, isOpen };
}

function keyName(key: SgNode): string | undefined {
  return key.kind() === "property_identifier" ? key.text() : stringValue(key);
}

/** Gives a member another name; its value, or the name that it is bound to, stays. */
export function renameMember({ key, isShorthand }: Member, to: string): Edit {
  const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(to) ? to : JSON.stringify(to);
  return replace(key, isShorthand ? `${name}: ${key.text()}` : name);
}

/** Puts a text in place of a node. */
export function replace(node: SgNode, text: string): Edit {
  const { start, end } = node.range();
  return { start: start.index, end: end.index, text };
}

/** The arguments of a call. */
export function argumentsOf(call: SgNode): SgNode[] {
  const list = call.field("arguments");
  return (list?.children() ?? []).filter((child) => child.isNamed() && child.kind() !== "comment");
}
