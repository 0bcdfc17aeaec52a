import type { Acceptance, Validator } from "../accepts.ts";
import { type Alternative, type Goal, type OfSide, rightSide, wholeRight } from "../goal.ts";
import type { Json } from "../json.ts";
import type { Clause, Place } from "../lower/keywords.ts";
import type { TypeSet } from "../lower/types.ts";
import type { Mode } from "../mode.ts";
import type { Holding, View, Views } from "../view.ts";
import type { Break } from "../ways.ts";

/** A goal on its way: one type, some clauses resolved, some schemas broken. */
export interface State extends Holding {
  readonly type: TypeSet;
  readonly resolved: ReadonlySet<Clause>;
  readonly toBreak: readonly Place[];
  /** Schemas of the left side that are still to be refused (`Goal.refused`). */
  readonly refused: readonly Place[];
  readonly broken: readonly Break[];
  readonly goal: Goal;
}

/** All schemas that are to hold. */
export function holdingOf({ keep, fitting, held }: Holding): readonly Place[] {
  return fitting.length + held.length === 0 ? keep : [...keep, ...fitting, ...held];
}

/** Tells which side of a question schemas belong to, as far as the mode reads the two sides differently. */
export class Sides {
  readonly #views: Views;
  readonly #validator: Validator;
  /** Whether the two sides are read alike, so that nothing needs to be kept apart. */
  readonly #isPlain: boolean;

  constructor(views: Views, validator: Validator, { extras, direction, unknownProperties }: Mode) {
    this.#views = views;
    this.#validator = validator;
    this.#isPlain = extras === "strict" && direction === "none" && unknownProperties === "refuse";
  }

  /** The same question, where the two sides are read alike with all schemas on one. */
  goal(goal: Goal): Goal {
    if (!this.#isPlain) return goal;
    const { keep, fitting = [], held = [], break: toBreak, refused = [], beside } = goal;
    return { keep: [...keep, ...fitting, ...held], break: [...toBreak, ...refused], beside };
  }

  /** What is to hold together at the place of a goal. */
  view(holding: Holding, goal: Goal): View {
    return this.#views.beside(holding, { left: goal.keep, right: wholeRight(goal) }, rightSide(goal));
  }

  /** The state in which a clause is kept in one way. */
  keeping(state: State, clause: Clause, alternative: Alternative): State {
    const next = { ...state, resolved: new Set(state.resolved).add(clause) };
    const { keep, break: refused } = alternative;
    const from = this.#isPlain ? undefined : this.#sourceOf(clause, state);
    if (from === "keep") return { ...next, keep: [...next.keep, ...keep], refused: [...next.refused, ...refused] };
    return this.with(next, from === "fitting" ? "left" : "right", alternative);
  }

  /** The side that a clause to be kept stands on. */
  sideOf(clause: Clause, state: State): OfSide {
    return this.#sourceOf(clause, state) === "held" ? "right" : "left";
  }

  #sourceOf(clause: Clause, { keep, fitting, held }: State): keyof Holding {
    if (held.length + fitting.length === 0 || this.#views.haveClause(keep, clause)) return "keep";
    return fitting.length > 0 && this.#views.haveClause(fitting, clause) ? "fitting" : "held";
  }

  /** The state in which further schemas of a side hold, and others are to be broken. */
  with(state: State, side: OfSide, { keep, break: toBreak }: Alternative): State {
    if (this.#isPlain) return { ...state, keep: [...state.keep, ...keep], toBreak: [...state.toBreak, ...toBreak] };
    return side === "left"
      ? { ...state, fitting: [...state.fitting, ...keep], refused: [...state.refused, ...toBreak] }
      : { ...state, held: [...state.held, ...keep], toBreak: [...state.toBreak, ...toBreak] };
  }

  /** Whether a schema that is to be broken, or to hold beside others, accepts a value. */
  accepts(place: Place, value: Json, side: OfSide, goal: Goal): Acceptance {
    return side === "left"
      ? this.#validator.accepts(place, value, "either", goal.keep)
      : this.#validator.accepts(place, value, "right", rightSide(goal));
  }
}
