import type { Place } from "./keywords.ts";

/** A schema that a reference or a caller leads to. */
export class Unit {
  readonly place: Place;
  /** Units of one class mean the same; see `Classes`. */
  class: number | undefined = undefined;
  outline: Outline | undefined = undefined;

  constructor(place: Place) {
    this.place = place;
  }
}

/** What a unit says itself: its text with holes for references, and the units they lead to, in order of the holes. */
export interface Outline {
  readonly text: string;
  readonly references: readonly Unit[];
}
