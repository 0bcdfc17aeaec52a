import {
  escapeToken,
  greatest,
  isObject,
  itemSchemas,
  type Located,
  own,
  type Place,
  type Views,
} from "@concordat/containment/internal";
import type { Pair } from "../../kit/targets.ts";
import type { Encodings } from "../../model/revision.ts";
import { contentTypeOf } from "./part-types.ts";

/** A part of a form or of a multipart message that both sides have, with the encodings that they give it. */
export interface Part extends Pair<Located | undefined> {
  /** A property, or `item 0` for a position, or `items` for those behind; a part of a part has the names of both. */
  readonly name: string;
  /** Tokens of the pointer of the part in the value. */
  readonly path: readonly string[];
  /** Schemas of the part. */
  readonly places: Pair<readonly Place[]>;
}

/** What one side says of a message with parts. */
export interface Whole {
  readonly encodings: Encodings;
  readonly schemas: readonly Place[];
  /** The schema of each part, where they come as a stream. */
  readonly item: Place | undefined;
}

/** Parts within parts that are looked at; no message nests them deeper. */
const DEEPEST = 10;

/**
 * The parts to which an encoding of either side applies, those within parts as well (OpenAPI 3.2, "Encoding Object"). Of a
 * property that only one side declares there is nothing to compare.
 */
export function* encodedParts(wholes: Pair<Whole>, views: Views, depth = 0): Generator<Part> {
  for (const part of [...namedParts(wholes, views), ...positionedParts(wholes, views)]) {
    yield part;
    const multipart = [part.base, part.head].every((at) => contentTypeOf(at).startsWith("multipart/"));
    if (!multipart || depth === DEEPEST) continue;
    const inner = (side: "base" | "head"): Whole => ({
      encodings: encodingsIn(part[side]),
      schemas: part.places[side],
      item: undefined,
    });
    for (const { name, path, ...rest } of encodedParts({ base: inner("base"), head: inner("head") }, views, depth + 1))
      yield { ...rest, name: `${part.name}/${name}`, path: [...part.path, ...path] };
  }
}

function* namedParts({ base, head }: Pair<Whole>, views: Views): Generator<Part> {
  const [before, after] = [base.encodings.encoding, head.encodings.encoding];
  const names = new Set([...before.keys(), ...after.keys()]);
  if (names.size === 0) return;
  const [here, there] = [views.atPlace(base.schemas), views.atPlace(head.schemas)];
  for (const name of names) {
    const declared = (keywords: typeof here) => keywords.flatMap(({ object }) => object?.properties.get(name) ?? []);
    const places = { base: declared(here), head: declared(there) };
    if (places.base.length > 0 && places.head.length > 0)
      yield { name, path: [name], base: before.get(name), head: after.get(name), places };
  }
}

function* positionedParts({ base, head }: Pair<Whole>, views: Views): Generator<Part> {
  const [before, after] = [base.encodings, head.encodings];
  const arrays = ({ schemas }: Whole) => views.of(schemas).arrays;
  const items = (whole: Whole, index: number) => {
    const schemas = itemSchemas(arrays(whole), index);
    return schemas.length > 0 ? schemas : [whole.item ?? views.space.anything()];
  };
  const length = Math.max(before.prefixEncoding.length, after.prefixEncoding.length);
  const part = (name: string, index: number): Part => ({
    name,
    path: [String(index)],
    base: before.prefixEncoding[index] ?? before.itemEncoding,
    head: after.prefixEncoding[index] ?? after.itemEncoding,
    places: { base: items(base, index), head: items(head, index) },
  });
  for (let index = 0; index < length; index++) yield part(`item ${index}`, index);
  if (before.itemEncoding === undefined && after.itemEncoding === undefined) return;
  yield part(
    "items",
    greatest(
      [base, head].flatMap(arrays).map(({ prefix }) => prefix.length),
      length,
    ),
  );
}

/** The encodings of the parts of a part. */
function encodingsIn(at: Located | undefined): Encodings {
  const [named, listed] = [memberOf(at, "encoding"), memberOf(at, "prefixEncoding")];
  const parts = listed && Array.isArray(listed.value) ? (listed.value as readonly unknown[]) : [];
  return {
    encoding: new Map(
      Object.keys(named && isObject(named.value) ? named.value : {}).map((key) => [
        key,
        memberOf(named, key) as Located,
      ]),
    ),
    prefixEncoding: parts.map((value, i) => ({ ...(listed as Located), pointer: `${listed?.pointer}/${i}`, value })),
    itemEncoding: memberOf(at, "itemEncoding"),
  };
}

function memberOf(at: Located | undefined, key: string): Located | undefined {
  const value = at && isObject(at.value) ? own(at.value, key) : undefined;
  return at && value !== undefined ? { ...at, pointer: `${at.pointer}/${escapeToken(key)}`, value } : undefined;
}
