import { type Alternative, clauseTypes, type OfSide, rightSide, waysToBreak, wholeRight } from "../goal.ts";
import type { Place } from "../lower/keywords.ts";
import { ARRAY, OBJECT } from "../lower/types.ts";
import { arrayViolations } from "../types/array.ts";
import { namesIn, objectViolations, type Solver } from "../types/object.ts";
import type { View } from "../view.ts";
import { type Break, memberClauses, memberLimits, scalarWays, type Way } from "../ways.ts";
import type { State } from "./state.ts";

/** A schema to be broken: with what is to hold beside it, how far the search is, and the side that it belongs to. */
export interface Breaking {
  readonly view: View;
  readonly state: State;
  readonly schema: View;
  readonly side: OfSide;
}

type Pairs = (parts: readonly Place[]) => Iterable<readonly Place[]>;

/**
 * All ways to break a schema with a value of one type that keeps a view.
 *
 * @param pairs the pairs of parts of a `oneOf` of which one must hold where any two do
 */
export function* breaksOf(breaking: Breaking, solver: Solver, pairs: Pairs): Generator<Break> {
  const { schema, side, state } = breaking;
  const { space } = solver.views;
  for (const member of schema.members) {
    const broken = (keyword: string, way: Way): Break => ({ member, keyword, way, of: side });
    for (const [keyword, way] of scalarWays(space.keywords(member), state.type, space)) yield broken(keyword, way);
    for (const { keyword, clause } of memberClauses(member, space)) {
      if ((clauseTypes(clause) & state.type) === 0) continue;
      for (const alternative of waysToBreak(clause, space, pairs) as Iterable<Alternative>)
        yield broken(keyword, { on: "clause", clause, alternative });
    }
  }
  if (state.type === ARRAY) yield* arrayBreaks(breaking, solver);
  else if (state.type === OBJECT) yield* objectBreaks(breaking, solver);
  if (schema.opaque)
    yield { member: schema.members[0] as Place, keyword: "", way: { on: "opaque", reason: schema.opaque }, of: side };
}

function* arrayBreaks({ view, state, schema, side }: Breaking, { views }: Solver): Generator<Break> {
  const items = state.broken.filter(({ way }) => way.on === "array" && way.violation.keyword === "items");
  for (const { member, limits, written } of memberLimits(schema, views.space, "array"))
    for (const violation of arrayViolations(view, limits, items.length))
      yield { member, keyword: written(violation.keyword), way: { on: "array", violation }, of: side };
}

function* objectBreaks({ view, state, schema, side }: Breaking, solver: Solver): Generator<Break> {
  const { views } = solver;
  const { goal, toBreak, refused, broken } = state;
  const right = rightSide(goal);
  const mentions = views.mentions(right);
  const known = side === "right" ? views.knownTo(right) : undefined;
  // What a whole side does not have sent, its alternatives do not ask for.
  const unsent = schema.unsent.union(views.of(side === "right" ? wholeRight(goal) : goal.keep).unsent);
  const others = [...right, ...toBreak, ...refused, ...broken.map((earlier) => earlier.member)];
  const otherNames = () => [
    ...others.flatMap((place) => namesIn(views.of([place]).objects)),
    ...broken.flatMap(brokenName),
  ];
  for (const { member, limits, written } of memberLimits(schema, views.space, "object")) {
    const sides = { left: view, right: limits, unsent, mentions, known, otherNames };
    for (const violation of objectViolations(sides, solver)) {
      const way: Way =
        "undecided" in violation ? { on: "opaque", reason: violation.undecided } : { on: "object", violation };
      yield { member, keyword: written(violation.keyword), way, of: side };
    }
  }
}

/** The name of the property by which a schema is broken, where it is one that is spelled out. */
function brokenName({ way }: Break): string[] {
  if (way.on !== "object" || !("name" in way.violation)) return [];
  return typeof way.violation.name === "string" ? [way.violation.name] : [];
}
