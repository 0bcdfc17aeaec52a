import type { DynamicScope, Located } from "./document.ts";
import type { Place } from "./keywords.ts";

/** A schema that a reference or a caller leads to. */
export class Unit {
  readonly place: Place;
  /** Units of one class mean the same; see `Classes`. */
  class: number | undefined = undefined;
  outline: Outline | undefined = undefined;
  /** Where a schema stands that is known to mean the same; null where none is, undefined where it was not asked yet. */
  twinAt: Located | null | undefined = undefined;

  constructor(place: Place) {
    this.place = place;
  }
}

/** What a unit says itself: its text with holes for references, and the units they lead to, in order of the holes. */
export interface Outline {
  readonly text: string;
  readonly references: readonly Unit[];
}

/** What tells units of one document apart: where they stand, how they are read, and how validation came there. */
export function unitKey(
  pointer: string,
  mode: Place["mode"],
  part: Place["part"],
  scope: DynamicScope | undefined,
): string {
  const read = part === "whole" ? pointer : `own ${pointer}`;
  const place = mode === "json" ? read : `wire ${read}`;
  return scope === undefined || scope.key === "" ? place : `${place} ${scope.key}`;
}
