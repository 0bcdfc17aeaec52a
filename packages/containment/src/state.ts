import type { Goal } from "./goal.ts";
import type { Clause } from "./lower/keywords.ts";
import type { Place } from "./lower/place.ts";
import type { TypeSet } from "./lower/types.ts";
import type { Break } from "./ways.ts";

/** A goal on its way: one type, some clauses resolved, some schemas broken. */
export interface State {
  readonly type: TypeSet;
  readonly keep: readonly Place[];
  /** Schemas of the right side that are to hold too (`Goal.held`). */
  readonly held: readonly Place[];
  readonly resolved: ReadonlySet<Clause>;
  readonly toBreak: readonly Place[];
  readonly broken: readonly Break[];
  readonly goal: Goal;
}
