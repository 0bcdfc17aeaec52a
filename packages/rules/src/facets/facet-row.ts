import type { Facet, SchemaCheck } from "@concordat/engine/kit";

/** What rules of one direction and change have in common, unless a cell says otherwise. */
type Common = Pick<
  SchemaCheck,
  "why" | "fix" | "severity" | "impact" | "audience" | "consumerFix" | "about" | "mirror"
>;

/** One rule of a facet: its words, and where it departs from the others of its direction and change. */
export interface FacetCell extends Partial<Common> {
  /** Where the name is not made of direction, facet and change. */
  readonly id?: string;
  readonly summary: string;
  /** What is said, whichever keyword is the cause; or templates by keyword, with `other` for the rest. */
  readonly says: string | SchemaCheck["messages"];
}

/** The rules of one facet: what it means that values were lost or gained, for those who send and for those who read. */
export interface FacetRow {
  readonly facet: Facet;
  /** What ids call it, where that is not the facet. */
  readonly name?: string;
  readonly request?: Cells;
  readonly response?: Cells;
}

interface Cells {
  /** Values were lost. */
  readonly narrowed?: FacetCell;
  /** Values were gained. */
  readonly widened?: FacetCell;
}

/** A limit that is described by its two values. */
export const LIMIT = "{limit}.";
