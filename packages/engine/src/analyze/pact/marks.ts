import {
  escapeToken,
  isObject,
  itemSchemas,
  type Json,
  type Located,
  own,
  type Place,
  type Views,
} from "@concordat/containment/internal";
import type { UseTarget } from "../../kit/pact-targets.ts";
import { readLifecycle } from "../../model/lifecycle.ts";

/** A property of a value that its schema marks. */
export interface Mark extends Pick<UseTarget, "mark" | "sunset"> {
  /** JSON Pointer into the value. */
  readonly at: string;
  readonly head: Located;
}

/** Values within one another that are looked into. */
const DEEPEST = 100;

/** The properties of a value that its schema marks in every branch that declares them, each once however many items have it. */
export function marksIn(value: Json, schema: Place, views: Views): readonly Mark[] {
  const found = new Map<string, Mark>();
  for (const mark of walk(value, [schema], views, "", 0)) {
    const key = `${mark.mark} ${mark.at.replace(/\/\d+(?=\/|$)/g, "/*")}`;
    if (!found.has(key)) found.set(key, mark);
  }
  return [...found.values()];
}

function* walk(value: Json, places: readonly Place[], views: Views, at: string, depth: number): Generator<Mark> {
  if (depth > DEEPEST || places.length === 0 || typeof value !== "object" || value === null) return;
  const keywords = views.atPlace([...places]);
  if (Array.isArray(value)) {
    const arrays = keywords.flatMap(({ array }) => array ?? []);
    for (const [i, item] of value.entries()) yield* walk(item, itemSchemas(arrays, i), views, `${at}/${i}`, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const objects = keywords.flatMap(({ object }) => object ?? []);
  for (const [name, member] of Object.entries(value)) {
    const declared = objects.flatMap(({ properties }) => properties.get(name) ?? []);
    const below = `${at}/${escapeToken(name)}`;
    yield* marksOf(declared, views, below);
    yield* walk(member as Json, declared, views, below, depth + 1);
  }
}

const FLAGS = { deprecated: "deprecated", readOnly: "read-only", writeOnly: "write-only" } as const;

function* marksOf(places: readonly Place[], { space }: Views, at: string): Generator<Mark> {
  const [first] = places;
  if (first === undefined) return;
  for (const [flag, mark] of Object.entries(FLAGS)) {
    const says = (place: Place) =>
      [place, space.aliasEnd(place)].some((each) => isObject(each.value) && own(each.value, flag) === true);
    if (!places.every(says)) continue;
    const { document, pointer, value } = first;
    yield { at, mark, sunset: readLifecycle(first).sunset, head: { document, pointer, value } };
  }
}
