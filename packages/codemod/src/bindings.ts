import type { SgNode } from "@ast-grep/napi";
import type { Edit } from "./changes.ts";
import { replace } from "./nodes.ts";
import { type Binding, named } from "./sites.ts";

/** What becomes of an import when the function behind it is called by another name. */
export interface Renamed {
  readonly edits: readonly Edit[];
  /** What calls are to call; undefined where the name in the file stays. */
  readonly callee: string | undefined;
}

/**
 * Gives an import the function's new name.
 * @param isWhole whether nothing in the file uses the old function any more
 * @returns undefined where the new name means something else in the file
 */
export function renameImport(
  { specifier, local, isAlias, move }: Binding,
  isWhole: boolean,
  root: SgNode,
): Renamed | undefined {
  const [from, to] = [move.from.name, move.to?.name ?? null];
  if (to === null || to === from) return { edits: [], callee: undefined };
  if (isAlias && isWhole) return { edits: [replace(specifier, `${to} as ${local}`)], callee: undefined };
  const list = specifier.parent();
  const imported = (list?.children() ?? []).find((each) => each.kind() === "import_specifier" && each.text() === to);
  if (!imported && named(root, to).length > 0) return undefined;
  if (!isWhole) return { edits: imported ? [] : [replace(specifier, `${specifier.text()}, ${to}`)], callee: to };
  return { edits: [imported ? withoutSpecifier(specifier) : replace(specifier, to)], callee: to };
}

/** Takes a specifier out of its list, with the comma that parts it from the others. */
function withoutSpecifier(specifier: SgNode): Edit {
  const [before, after] = [specifier.prev(), specifier.next()];
  const { start, end } = specifier.range();
  if (after?.text() === ",") {
    const next = after.next();
    return { start: start.index, end: next?.isNamed() ? next.range().start.index : after.range().end.index, text: "" };
  }
  return { start: before?.text() === "," ? before.range().start.index : start.index, end: end.index, text: "" };
}
