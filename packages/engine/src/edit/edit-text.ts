import { jsonEqual, parsePointer } from "@concordat/containment/internal";
import { type Parsed, parseText } from "../source/parse.ts";
import { blockSplices, filledBelow } from "./block-splices.ts";
import { applyChanges, type Change, planChanges, type TextEdit } from "./changes.ts";
import { flowSplices } from "./flow-splices.ts";
import { jsonCollections } from "./json-collections.ts";
import { type Collection, isRefused, type Refused, type Splice } from "./place.ts";
import { type Style, styleOf } from "./style.ts";
import { yamlCollections } from "./yaml-collections.ts";

/** A text as people know it by name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/**
 * Applies edits to a JSON or YAML text, all or none. What they do not concern stays as it is to the byte. The result is
 * parsed, and is only good if its data are those before with the edits applied.
 */
export function editText({ name, text }: NamedText, edits: readonly TextEdit[]): { readonly text: string } | Refused {
  const before = parseText({ uri: "", name, text });
  if (before.data === undefined) return { refused: before.problems[0]?.message ?? "it cannot be read" };
  const changes = planChanges(before.data, edits);
  if (isRefused(changes)) return changes;
  const splices = splicesOf(text, before, changes);
  if (isRefused(splices)) return splices;
  const edited = splice(text, splices);
  if (isRefused(edited)) return edited;
  const after = parseText({ uri: "", name, text: edited.text });
  if (jsonEqual(after.data, applyChanges(before.data, changes))) return edited;
  return { refused: "the text cannot be changed there without touching something else" };
}

/** A splice, with how deep in the data the collection is that it changes. */
interface DeepSplice extends Splice {
  readonly depth: number;
}

function splicesOf(text: string, { format, data }: Parsed, changes: readonly Change[]): DeepSplice[] | Refused {
  const style = styleOf(text, format);
  const wanted = changes.map(({ pointer }) => pointer);
  const find = format === "json" ? jsonCollections(text) : yamlCollections(text, data, wanted);
  const all: DeepSplice[] = [];
  for (const change of changes) {
    if (change.add.length + change.replace.size + change.remove.size === 0) continue;
    const at = find(change.pointer);
    if (at === undefined) return { refused: `\`${change.pointer}\` is not found in the text` };
    if (isRefused(at)) return { refused: `at \`${change.pointer}\` ${at.refused}` };
    const splices = collectionSplices(text, at, change, style);
    if (isRefused(splices)) return { refused: `at \`${change.pointer}\` ${splices.refused}` };
    const depth = parsePointer(change.pointer)?.length ?? 0;
    all.push(...splices.map((each) => ({ ...each, depth })));
  }
  return all;
}

function collectionSplices(text: string, at: Collection, change: Change, style: Style): Splice[] | Refused {
  if (!at.flow) return blockSplices(text, at, change, style);
  return filledBelow(text, at, change, style) ?? flowSplices(text, at, change, style);
}

function splice(text: string, splices: readonly DeepSplice[]): { readonly text: string } | Refused {
  // What comes in at one place stands in the order of the text: what is deeper closes first.
  const ordered = splices.toSorted((a, b) => a.from - b.from || b.depth - a.depth || a.to - b.to);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, text: replacement } of ordered) {
    if (from < done) return { refused: "two edits concern the same lines" };
    parts.push(text.slice(done, from), replacement);
    done = to;
  }
  return { text: parts.join("") + text.slice(done) };
}
