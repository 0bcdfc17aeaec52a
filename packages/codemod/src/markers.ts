import type { SgNode } from "@ast-grep/napi";
import type { Edit } from "./changes.ts";
import { type Move, targetName } from "./move.ts";

/** What begins a comment where a person decides. */
export const MARKER = "concordat-migrate:";

/** A place where a person decides, and why. */
export interface Decision {
  /** The line in the rewritten text, from 1. */
  readonly line: number;
  readonly message: string;
}

/** The sentence for a place that stays as it is. */
export function decisionText({ from, to }: Move, reasons: readonly string[]): string {
  const name = targetName(from);
  const isSame = to !== null && targetName(to) === name;
  const way = to === null ? `${name} is gone` : isSame ? `${name} has changed` : `${name} is now ${targetName(to)}`;
  return [way, ...reasons].join("; ");
}

/** Nodes whose children are statements, or stand like such. */
const BLOCKS: ReadonlySet<string> = new Set([
  "program",
  "statement_block",
  "switch_case",
  "switch_default",
  "class_body",
]);

/** The edit that puts a comment above the statement that holds a node; none where it stands there already. */
export function markerEdits(node: SgNode, message: string, text: string): Edit[] {
  let statement = node;
  for (let next = node.parent(); next && !BLOCKS.has(String(next.kind())); next = next.parent()) statement = next;
  const at = statement.range().start.index;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? "";
  const comment = `// ${MARKER} ${message}`;
  const above: string[] = [];
  for (const line of text.slice(0, start).split("\n").slice(0, -1).reverse()) {
    if (!line.trim().startsWith(`// ${MARKER}`)) break;
    above.push(line.trim());
  }
  return above.includes(comment) ? [] : [{ start, end: start, text: `${indent}${comment}\n` }];
}
