import { rightSide, wholeRight } from "../goal.ts";
import type { Json } from "../json.ts";
import { ARRAY, BOOLEAN, NULL, NUMBER, STRING, typeOf } from "../lower/types.ts";
import { findArray } from "../types/array.ts";
import { findNumber, pointLimits } from "../types/number.ts";
import type { Solver } from "../types/object.ts";
import { findObject } from "../types/object-builder.ts";
import { type Found, NONE, some } from "../types/outcome.ts";
import { type Automata, breakString, findString } from "../types/string.ts";
import type { View } from "../view.ts";
import type { State } from "./state.ts";

/** Builds a value of one type that keeps a view and breaks schemas in the ways chosen. */
export function buildValue(
  view: View,
  { type, broken, goal }: Pick<State, "type" | "broken" | "goal">,
  solver: Solver,
  automata: Automata | undefined,
): Found<Json> {
  const except = broken.flatMap(({ way }) =>
    way.on === "values" ? way.values.filter((value) => typeOf(value) === type) : [],
  );
  const besides = rightSide(goal);
  switch (type) {
    case NULL:
      return except.length > 0 ? NONE : some(null);
    case BOOLEAN: {
      const free = [false, true].find((value) => !except.includes(value));
      return free === undefined ? NONE : some(free);
    }
    case NUMBER: {
      const outside = broken.flatMap(({ way }) => (way.on === "number" ? [way.violation.limits] : []));
      return findNumber(view.number, [...outside, ...except.map((value) => pointLimits(value as number))]);
    }
    case STRING: {
      const plan = broken.reduce(
        (at, { way }) => (way.on === "string" ? breakString(at, way.violation) : at),
        view.string,
      );
      return findString({ ...plan, except: new Set(except as string[]) }, automata);
    }
    case ARRAY: {
      const violations = broken.flatMap(({ way, of }) => (way.on === "array" ? [{ ...way.violation, of }] : []));
      return findArray(view, violations, solver.views.membersAt(besides), solver);
    }
    default: {
      const violations = broken.flatMap(({ way, of }) => (way.on === "object" ? [{ ...way.violation, of }] : []));
      const around = {
        limits: solver.views.membersAt(besides),
        mentions: solver.views.mentions(besides),
        unsent: solver.views.of(wholeRight(goal)).unsent,
      };
      return findObject(view, violations, around, solver);
    }
  }
}
