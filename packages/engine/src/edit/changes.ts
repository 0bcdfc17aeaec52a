import { escapeToken, isObject, type Json, own, parsePointer, setOwn } from "@concordat/containment/internal";
import type { Refused } from "./place.ts";

/** A change of a text: `set` a member of the object at a pointer, `append` to the list that is its member, or `remove` it. */
export type TextEdit =
  | { readonly kind: "set" | "append"; readonly pointer: string; readonly key: string; readonly value: Json }
  | { readonly kind: "remove"; readonly pointer: string; readonly key: string };

/** What one object, or one list, is to become. */
export interface Change {
  readonly pointer: string;
  /** Members to come last, by their keys; of a list the keys say nothing. */
  readonly add: { readonly key: string; readonly value: Json }[];
  readonly replace: Map<string, Json>;
  readonly remove: Set<string>;
}

/** What edits ask of data, by the objects and lists that they concern; edits that get in each other's way are refused. */
export function planChanges(data: unknown, edits: readonly TextEdit[]): readonly Change[] | Refused {
  const changes = new Map<string, Change>();
  const touched = new Map<string, TextEdit["kind"]>();
  for (const edit of edits) {
    const place = placeOf(edit);
    const before = touched.get(place);
    if (before !== undefined && !(before === "append" && edit.kind === "append"))
      return { refused: `two edits concern \`${place}\`` };
    touched.set(place, edit.kind);
    const refusal = planEdit(edit, valueAt(data, edit.pointer), changes);
    if (refusal) return refusal;
  }
  for (const { pointer } of changes.values()) {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
      if ((touched.get(at) ?? "append") !== "append")
        return { refused: `an edit lies inside what another sets at \`${at}\`` };
  }
  return [...changes.values()];
}

/** The pointer of the member that an edit concerns. */
export function placeOf({ pointer, key }: TextEdit): string {
  return `${pointer}/${escapeToken(key)}`;
}

function planEdit(edit: TextEdit, target: unknown, changes: Map<string, Change>): Refused | undefined {
  const { pointer, key } = edit;
  if (!isObject(target)) return { refused: `there is no object at \`${pointer}\`` };
  const change = changeAt(pointer, changes);
  const there = Object.hasOwn(target, key);
  if (edit.kind === "remove") {
    if (!there) return { refused: `there is nothing at \`${placeOf(edit)}\`` };
    change.remove.add(key);
  } else if (edit.kind === "set") {
    if (there) change.replace.set(key, edit.value);
    else change.add.push({ key, value: edit.value });
  } else if (there) {
    if (!Array.isArray(own(target, key))) return { refused: `there is no list at \`${placeOf(edit)}\`` };
    changeAt(placeOf(edit), changes).add.push({ key: "", value: edit.value });
  } else {
    const at = change.add.findIndex((added) => added.key === key);
    const list = at < 0 ? [] : ((change.add[at] as { value: Json }).value as readonly Json[]);
    change.add.splice(at < 0 ? change.add.length : at, 1, { key, value: [...list, edit.value] });
  }
  return undefined;
}

function changeAt(pointer: string, changes: Map<string, Change>): Change {
  let change = changes.get(pointer);
  if (change === undefined)
    changes.set(pointer, (change = { pointer, add: [], replace: new Map(), remove: new Set() }));
  return change;
}

function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const token of parsePointer(pointer) ?? [])
    value = Array.isArray(value) ? value[Number(token)] : isObject(value) ? own(value, token) : undefined;
  return value;
}

/** The data that changes lead to; what they do not concern is shared with the data before. */
export function applyChanges(data: unknown, changes: readonly Change[]): unknown {
  return changes.reduce((value, change) => changedAt(value, parsePointer(change.pointer) ?? [], change), data);
}

function changedAt(value: unknown, [token, ...rest]: readonly string[], change: Change): unknown {
  if (Array.isArray(value)) {
    if (token === undefined) return [...value, ...change.add.map((added) => added.value)];
    return value.map((item, i) => (String(i) === token ? changedAt(item, rest, change) : item));
  }
  const object = value as Readonly<Record<string, unknown>>;
  const changed: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(object)) {
    if (token === undefined && change.remove.has(key)) continue;
    if (token === key) setOwn(changed, key, changedAt(member, rest, change));
    else setOwn(changed, key, token === undefined && change.replace.has(key) ? change.replace.get(key) : member);
  }
  if (token === undefined) for (const { key, value: added } of change.add) setOwn(changed, key, added);
  return changed;
}
