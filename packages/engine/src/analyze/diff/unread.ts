import { escapeToken, isObject, type Located, own } from "@concordat/containment/internal";
import type { Pair, UnreadTarget } from "../../kit/targets.ts";
import type { Description } from "../../load/description.ts";
import { Cursor } from "../../model/cursor.ts";
import { readOperation } from "../../model/read-operation.ts";
import { readRevision } from "../../model/read-revision.ts";
import type { Operation, OperationRef, Revision } from "../../model/revision.ts";
import type { PairedOperations } from "./pair-operations.ts";

/** References of one side that lead nowhere, by where they stand and by their words; the value is where each is written. */
type Unread = ReadonlyMap<string, UnreadPart>;

interface UnreadPart {
  /** Where it stands in what it is a part of, the same on both sides. */
  readonly place: string;
  readonly at: Located;
}

/** What of a pair could be read, and the parts that only one side could read. */
export interface ReadPair<T> extends Pair<T> {
  readonly unread: readonly UnreadTarget[];
}

/** Reads both operations of a pair. A part that one side cannot read is left out on the other: nothing is known of it. */
export function readOperations(pair: Pair<OperationRef>, cursors: Pair<Cursor>): ReadPair<Operation> {
  const read = (side: "base" | "head") => {
    const ref = pair[side];
    return noting(cursors[side], placesIn(ref), (cursor) => readOperation(ref, cursor));
  };
  const [base, head] = [read("base"), read("head")];
  const without = (side: "base" | "head", hidden: Unread, all: Operation) => {
    if (hidden.size === 0) return all;
    const { description } = cursors[side];
    return readOperation(pair[side], new BlindCursor(description, placesIn(pair[side]), [...hidden.values()]));
  };
  return {
    base: without("base", head.unread, base.value),
    head: without("head", base.unread, head.value),
    unread: unreadTargets(base.unread, head.unread),
  };
}

/** Reads both revisions, as far as their operations go. */
export function readRevisions(
  cursors: Pair<Cursor>,
): ReadPair<Revision> & { readonly places: Pair<readonly string[]> } {
  const read = (cursor: Cursor) => noting(cursor, namelessPointer, readRevision);
  const [base, head] = [read(cursors.base), read(cursors.head)];
  const places = ({ unread }: typeof base) => [...unread.values()].map(({ place }) => place);
  return {
    base: base.value,
    head: head.value,
    unread: unreadTargets(base.unread, head.unread),
    places: { base: places(base), head: places(head) },
  };
}

/** Operations that only one side has, without those that may stand where the other could not be read. */
export function withoutUnread(paired: PairedOperations, unread: Pair<readonly string[]>): PairedOperations {
  const outside = (places: readonly string[]) => (ref: OperationRef) => {
    const map = ref.kind === "webhook" ? "webhooks" : "paths";
    const place = namelessPointer({ pointer: `/${map}/${escapeToken(ref.path)}/${ref.method.toLowerCase()}` });
    return !places.some((each) => place === each || place.startsWith(`${each}/`));
  };
  return {
    ...paired,
    added: paired.added.filter(outside(unread.base)),
    removed: paired.removed.filter(outside(unread.head)),
  };
}

/** Reads with a cursor of its own, and tells the references that lead nowhere; the given one keeps all that was met. */
function noting<T>(
  cursor: Cursor,
  placeOf: (at: Located) => string,
  read: (cursor: Cursor) => T,
): { readonly value: T; readonly unread: Unread } {
  const reader = new Cursor(cursor.description);
  const value = read(reader);
  const unread = new Map<string, UnreadPart>();
  for (const problem of reader.problems) {
    const { code, at } = problem;
    if (code.startsWith("reference-")) unread.set(`${placeOf(at)} ${referenceAt(at)}`, { place: placeOf(at), at });
    cursor.note(problem);
  }
  return { value, unread };
}

/** The parts that one side cannot read; where both cannot, in other words, base stands for both. */
function unreadTargets(base: Unread, head: Unread): UnreadTarget[] {
  const places = new Set([...base.values()].map(({ place }) => place));
  const onlyIn = (one: Unread, other: Unread) =>
    [...one].flatMap(([key, part]) => (other.has(key) ? [] : [{ ...part, reference: referenceAt(part.at) }]));
  return [
    ...onlyIn(base, head).map(({ at, reference }) => ({ base: at, head: undefined, reference })),
    ...onlyIn(head, base)
      .filter(({ place }) => isListed(place) || !places.has(place))
      .map(({ at, reference }) => ({ base: undefined, head: at, reference })),
  ];
}

/** Reads as if some places of an operation had nothing, and reports nothing: all there is to say has been said. */
class BlindCursor extends Cursor {
  readonly #placeOf: (at: Located) => string;
  readonly #hidden: ReadonlySet<string>;

  constructor(description: Description, placeOf: (at: Located) => string, hidden: readonly UnreadPart[]) {
    super(description);
    this.#placeOf = placeOf;
    this.#hidden = new Set(hidden.map(({ place, at }) => keyOf(place, at)));
  }

  override follow(at: Located): Located | undefined {
    return this.#hidden.has(keyOf(this.#placeOf(at), at)) ? undefined : super.follow(at);
  }
}

/** All parameters stand at one place, and their names tell them apart. */
function keyOf(place: string, at: Located): string {
  return isListed(place) ? `${place} ${referenceAt(at)}` : place;
}

function isListed(place: string): boolean {
  return place.endsWith("/parameters");
}

/** Where parts stand in an operation or its path item; the order of parameters says nothing. */
function placesIn({ at, item }: OperationRef): (part: Located) => string {
  return (part) => {
    const owner = [at, item].find((each) => each.document === part.document && part.pointer.startsWith(each.pointer));
    return part.pointer.slice(owner?.pointer.length ?? 0).replace(/\/parameters\/\d+$/, "/parameters");
  };
}

/** A pointer without the names of path variables, which say nothing. */
function namelessPointer({ pointer }: Pick<Located, "pointer">): string {
  return pointer.replace(/\{[^{}]*\}/g, "{}");
}

function referenceAt({ value }: Located): string {
  return isObject(value) ? String(own(value, "$ref")) : "";
}
