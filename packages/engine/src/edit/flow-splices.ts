import type { Change } from "./changes.ts";
import {
  type Collection,
  columnOf,
  type Entry,
  lineEnd,
  lineStart,
  placeAdditions,
  type Refused,
  type Splice,
} from "./place.ts";
import { type FlowStyle, flowText, type Style } from "./style.ts";

/** Changes a collection that is written between brackets: all of JSON, and the flow style of YAML. */
export function flowSplices(text: string, at: Collection, change: Change, style: Style): Splice[] | Refused {
  const flow = flowStyleOf(text, at, style);
  const splices: Splice[] = [];
  for (const { key, keyEnd, valueStart, end } of at.entries) {
    if (!change.replace.has(key)) continue;
    if (valueStart === keyEnd) return { refused: `\`${key}\` has no value to replace` };
    const value = flowText(undefined, change.replace.get(key), flow, indentAt(text, valueStart), style);
    splices.push({ from: valueStart, to: end, text: value });
  }
  const left = at.entries.filter(({ key }) => !change.remove.has(key));
  if (left.length === 0) return [...splices, ...filled(text, at, change, flow, style)];
  splices.push(...removed(at, change));
  for (const { behind, added } of placeAdditions(left, change.add)) {
    const { key } = at.entries[at.entries.indexOf(behind) + 1] ?? behind;
    splices.push(...addedBehind(text, at, behind, added, { ...flow, alone: change.remove.has(key) }, style));
  }
  return splices;
}

function flowStyleOf(text: string, { list, start, entries }: Collection, style: Style): FlowStyle {
  const [first] = entries;
  const json = style.format === "json" || (!list && first !== undefined && text[first.start] === '"');
  const colon = first && !list ? text.slice(first.keyEnd, first.valueStart) : "";
  const lines = style.format === "json" && style.unit !== "" && (first === undefined || isOnOwnLine(text, first));
  return {
    json,
    colon: /^ *: *$/.test(colon) ? colon : style.unit === "" ? ":" : ": ",
    padded: text[start + 1] === " " || (first === undefined && style.format === "yaml"),
    unit: lines ? style.unit : undefined,
  };
}

/** Deletes members, each with the comma that belongs to it. */
function* removed({ entries }: Collection, { remove }: Change): Generator<Splice> {
  let kept: Entry | undefined;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    if (!remove.has(entry.key)) {
      kept = entry;
      continue;
    }
    let next = i + 1;
    while (next < entries.length && remove.has((entries[next] as Entry).key)) next++;
    const following = entries[next];
    if (following) yield { from: entry.start, to: following.start, text: "" };
    else if (kept) yield { from: kept.end, to: (entries[next - 1] as Entry).end, text: "" };
    i = next - 1;
  }
}

/** Adds members behind one that stays; `alone` where what follows that one is taken away, with the comma between. */
function* addedBehind(
  text: string,
  { entries, list }: Collection,
  { end }: Entry,
  added: readonly Change["add"][number][],
  flow: FlowStyle & { readonly alone: boolean },
  style: Style,
): Generator<Splice> {
  const [first, second] = entries as [Entry, Entry?];
  const indent = indentAt(text, first.start);
  const members = added.map(({ key, value }) => flowText(list ? undefined : key, value, flow, indent, style));
  if (!isOnOwnLine(text, first)) {
    const between = second && text.slice(first.end, second.start);
    const comma = between && /^ *, *$/.test(between) ? between : /\s$/.test(flow.colon) || list ? ", " : ",";
    yield { from: end, to: end, text: members.map((member) => comma + member).join("") };
    return;
  }
  // Behind the comma and the comment on its line, if it has any.
  const rest = flow.alone ? "" : text.slice(end, lineEnd(text, end));
  const [, comma = "", comment] = /^([ \t]*,)?[ \t]*(#.*)?$/.exec(rest) ?? [];
  const lines = members.map((member) => style.eol + indent + member);
  if (comma === "" && comment === undefined) {
    yield { from: end, to: end, text: lines.map((line) => `,${line}`).join("") };
    return;
  }
  if (comma === "") yield { from: end, to: end, text: "," };
  const stop = lineEnd(text, end);
  yield { from: stop, to: stop, text: lines.join(",") + (comma === "" ? "" : ",") };
}

/** Writes anew what is between the brackets, where nothing of it stays. */
function* filled(
  text: string,
  { start, end, list }: Collection,
  { add, remove }: Change,
  flow: FlowStyle,
  style: Style,
): Generator<Splice> {
  if (add.length === 0 && remove.size === 0) return;
  const outer = indentAt(text, start);
  const indent = outer + (flow.unit ?? "");
  const members = add.map(({ key, value }) => flowText(list ? undefined : key, value, flow, indent, style));
  const edge = flow.padded ? " " : "";
  const inner =
    add.length === 0
      ? ""
      : flow.unit === undefined
        ? `${edge}${members.join(/\s$/.test(flow.colon) ? ", " : ",")}${edge}`
        : `${style.eol}${indent}${members.join(`,${style.eol}${indent}`)}${style.eol}${outer}`;
  yield { from: start + 1, to: end - 1, text: inner };
}

/** The blanks that begin the line of an offset. */
function indentAt(text: string, at: number): string {
  const start = lineStart(text, at);
  return /^[ \t]*/.exec(text.slice(start, Math.max(at, start)))?.[0] ?? "";
}

function isOnOwnLine(text: string, { start }: Entry): boolean {
  return columnOf(text, start) === indentAt(text, start).length && lineStart(text, start) > 0;
}
