import { Lang, parse, type SgNode } from "@ast-grep/napi";
import { renameImport } from "./bindings.ts";
import { applyEdits, type Edit, joinChanges, undecided } from "./changes.ts";
import { type Decision, decisionText, markerEdits } from "./markers.ts";
import type { Move } from "./move.ts";
import { replace } from "./nodes.ts";
import { requestChanges } from "./requests.ts";
import { responseChanges } from "./responses.ts";
import { type Binding, type CallSite, fetchSites, functionSites } from "./sites.ts";

/** A file of TypeScript. */
export interface SourceFile {
  /** By its end it is told whether it has JSX. */
  readonly path: string;
  readonly text: string;
}

/** What becomes of a file. */
export interface RewrittenFile {
  readonly text: string;
  /** How many calls were rewritten. */
  readonly calls: number;
  /** Where a person decides; each has a comment in the text. */
  readonly decisions: readonly Decision[];
}

/**
 * Rewrites the calls of a file. A call is rewritten as a whole or not at all: where a person has to decide, it stays as it is, below
 * a comment that says why.
 * @param isClient whether the module that an import of the file names is a generated client
 */
export function rewriteFile(
  { path, text }: SourceFile,
  moves: readonly Move[],
  isClient: (specifier: string) => boolean,
): RewrittenFile {
  const here = moves.filter(({ from }) => text.includes(from.path) || (from.name !== null && text.includes(from.name)));
  if (here.length === 0) return { text, calls: 0, decisions: [] };
  const root = parse(/\.[jt]sx$/.test(path) ? Lang.Tsx : Lang.TypeScript, text).root();
  const [fetched, called] = [fetchSites(root, here), functionSites(root, here, isClient)];
  const judged = [...fetched.calls, ...called.calls].map((site) => judge(site));
  const rest = [...fetched.mentions, ...called.mentions].map(
    ({ node, move }): Undecided => ({ node, message: decisionText(move, ["nothing but a call is rewritten"]) }),
  );
  const { edits, calls, left } = withBindings(judged, rest, root);
  const marks = marksOf(left, text);
  return {
    text: applyEdits(text, [...edits, ...marks]),
    calls,
    decisions: left.map(({ node, message }) => {
      const { index, line } = node.range().start;
      return { line: line + 1 + marks.filter(({ start }) => start <= index).length, message };
    }),
  };
}

/** A call, with what makes it right, or why a person decides. */
interface Judged {
  readonly site: CallSite;
  readonly edits: readonly Edit[];
  readonly reasons: readonly string[];
}

interface Undecided {
  readonly node: SgNode;
  readonly message: string;
}

function judge(site: CallSite): Judged {
  const { call, move, init, layout } = site;
  if (move.to === null) return { site, edits: [], reasons: ["nothing is named to call instead"] };
  const isNameless = site.binding !== undefined && move.to.name === null;
  const { edits, reasons } = joinChanges([
    { edits: site.edits, reasons: [] },
    requestChanges(init, layout, move),
    responseChanges(call, move.responseFields),
    ...(isNameless ? [undecided("the generated client has another name for it")] : []),
  ]);
  return { site, edits, reasons };
}

/** Renames functions of generated clients where they are imported and called, as far as their calls are right then. */
function withBindings(judged: readonly Judged[], mentions: readonly Undecided[], root: SgNode) {
  const edits: Edit[] = [];
  const left: Undecided[] = [...mentions];
  let calls = 0;
  for (const [binding, those] of Map.groupBy(judged, ({ site }) => site.binding)) {
    const ready = those.filter(({ reasons }) => reasons.length === 0);
    const isWhole = ready.length === those.length && !mentions.some(({ node }) => binding?.local === node.text());
    const renamed =
      binding && ready.length > 0 ? renameImport(binding, isWhole, root) : { edits: [], callee: undefined };
    for (const { site, edits: own, reasons } of those) {
      const clash = renamed === undefined && reasons.length === 0 ? [clashText(binding)] : reasons;
      const callee = renamed?.callee === undefined ? null : site.call.field("function");
      const all = [...own, ...(callee && renamed?.callee !== undefined ? [replace(callee, renamed.callee)] : [])];
      if (clash.length > 0) left.push({ node: site.call, message: decisionText(site.move, clash) });
      else if (all.length > 0 || renamed?.edits.length) {
        edits.push(...all);
        calls += 1;
      }
    }
    edits.push(...(renamed?.edits ?? []));
  }
  left.sort((a, b) => a.node.range().start.index - b.node.range().start.index);
  return { edits, calls, left };
}

function clashText(binding: Binding | undefined): string {
  return `\`${binding?.move.to?.name}\` means something else in this file`;
}

/** Comments, each once above a statement. */
function marksOf(left: readonly Undecided[], text: string): Edit[] {
  const edits = left.flatMap(({ node, message }) => markerEdits(node, message, text));
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.text}`, edit])).values()];
}
