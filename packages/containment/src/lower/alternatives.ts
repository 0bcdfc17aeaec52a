import { type Discriminated, tagLimits } from "./discriminator.ts";
import { ANY_OBJECT, ANYTHING, type Clause, type Place } from "./keywords.ts";
import type { Reader } from "./reader.ts";

/** The alternatives that a schema lists, by the keyword that says how many must hold. */
export type Alternatives = Extract<Clause, { kind: "anyOf" | "oneOf" }>;

/** The alternatives of a schema: those of `anyOf` and `oneOf`, each with its tags where a discriminator says so. */
export function readAlternatives(read: Reader): Alternatives[] {
  const { context } = read;
  if (context.ownOnly) return [];
  const union = context.taggedUnion();
  const found: Alternatives[] = [];
  for (const kind of ["anyOf", "oneOf"] as const) {
    const parts = read.schemas(kind);
    if (parts.length > 0 && kind !== union?.keyword) found.push({ kind, parts });
  }
  // Where the tag says which alternative is meant, that others fail is not asked.
  if (union !== undefined) found.push({ kind: "anyOf", parts: tagLimits(union).map((each) => tagged(each, read)) });
  return found;
}

/** Whether an alternative is alone, so that it must hold as a part of `allOf` must. One with tags is still one of a union. */
export function isAlone({ parts }: Alternatives): boolean {
  return parts.length === 1 && parts[0]?.tagged === undefined;
}

/** An alternative that must hold, and what its tag must be. */
function tagged({ alternative, union, tag }: Discriminated, { context }: Reader): Place {
  const { at, isParent, isOpen, isListed } = alternative;
  const listed = union.keyword !== "allOf";
  const suffix = listed ? at.pointer.slice(at.pointer.lastIndexOf(`/${union.keyword}/`)) : "";
  const place = context.child(suffix, at.value);
  const inner = listed ? context.child(suffix, at.value) : context.placeOf(at, isParent ? "own" : "whole");
  // What the alternative says itself need not be said again.
  const limits = isListed && !isOpen ? [] : [[union.property, context.child("/discriminator", tag)] as const];
  place.tagged = { alternative: inner, tags: alternative.tags };
  place.keywords = {
    ...ANYTHING,
    object: { ...ANY_OBJECT, properties: new Map(limits), required: isOpen ? [] : [union.property] },
    all: [inner],
  };
  return place;
}
