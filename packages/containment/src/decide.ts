import { Validator } from "./accepts.ts";
import { type Budget, DEFAULT_BUDGET } from "./budget.ts";
import { buildValue } from "./build.ts";
import {
  type Alternative,
  clauseTypes,
  type Goal,
  pairs,
  pendingClause,
  typeSchema,
  waysToBreak,
  waysToKeep,
  wholeRight,
} from "./goal.ts";
import type { Json } from "./json.ts";
import { limitsNothing } from "./limits-nothing.ts";
import type { Clause } from "./lower/keywords.ts";
import type { Place } from "./lower/place.ts";
import type { Space } from "./lower/space.ts";
import { ARRAY, OBJECT, SINGLE_TYPES, STRING, typeOf } from "./lower/types.ts";
import type { Mode } from "./mode.ts";
import type { State } from "./state.ts";
import { Table } from "./table.ts";
import { Tags } from "./tags.ts";
import { arrayViolations } from "./types/array.ts";
import { type FreshName, nameKinds, needsAutomata } from "./types/name-kinds.ts";
import { namesIn, objectViolations, type Solver } from "./types/object.ts";
import { type Found, NONE, some, unknown } from "./types/outcome.ts";
import type { Automata } from "./types/string.ts";
import { type View, Views } from "./view.ts";
import { type Break, memberClauses, memberLimits, scalarWays } from "./ways.ts";

/*
 * Containment by emptiness.
 *
 * Every value of A is a value of B exactly when no value keeps A and breaks B. A goal asks for such a value:
 * schemas to keep, schemas to break. It is searched for by JSON type, and never by writing the whole of
 * "A and not B" out:
 *
 *  1. The schemas to keep are merged (`View`): `allOf` and references side by side.
 *  2. Their clauses (anyOf, oneOf, not, if, dependent*) are resolved, one alternative at a time.
 *  3. To break a schema, one of its keywords must be broken; each keyword offers its ways (`Break`). A way may be
 *     a limit on the value itself, or a goal for one of its members: a property, an item.
 *  4. With one way chosen for each schema to break, the value is built: numbers by arithmetic, strings by automata,
 *     arrays and objects from the values of the goals of their members.
 *
 * A goal that leads back to itself has no value by that way: values are finite, so the smallest one would hold a
 * smaller one. `Table` keeps the goals, and corrects what rested on a goal that turned out to have a value.
 * "None" is proof; a value found is a counterexample; where a step gives up, the answer is unknown.
 */

const TOO_MANY_WAYS = "the schemas combine in too many ways";
const TOO_DEEP = "the schemas are nested too deep";
/** Steps of the run that one question may take. */
const MOST_STEPS = 1_000_000;
/** Searches within one another before goals are put off, and before a search is given up, so that none exhausts the stack. */
const DEEP = 200;
const DEEPEST = 300;

/** Answers goals over one space in one mode. */
export class Decider implements Solver {
  readonly views: Views;
  readonly mode: Mode;
  readonly validator: Validator;
  readonly #automata: Automata | undefined;
  readonly #budget: Budget;
  readonly #tags: Tags;
  readonly #table: Table;
  /** Whether an answer stayed open because regular expressions could not be compared. */
  lackedAutomata = false;
  #states = 0;
  #builds = 0;
  #goalBuilds = 0;
  #isQuestionSpent = () => false;
  #depth = 0;
  #disjoint = new Map<string, boolean>();

  /**
   * @param automata compares regular expressions; without it, `lackedAutomata` says whether it would have helped
   * @param budget how much is tried before a question is left undecided
   * @param lacking one in the same space and mode that lacked automata, to take over from
   */
  constructor(space: Space, mode: Mode, automata?: Automata, budget: Budget = DEFAULT_BUDGET, lacking?: Decider) {
    this.#budget = budget;
    this.views = lacking?.views ?? new Views(space, mode);
    this.mode = mode;
    this.validator = lacking?.validator ?? new Validator(this.views, mode);
    this.#automata = automata;
    this.#tags = lacking ? lacking.#tags : new Tags(this.views);
    this.#table = new Table(
      (goal) => this.#evaluate(goal),
      () => this.#depth > DEEP,
    );
  }

  /** The same with automata, where they were found to be lacking: what rests on no answer is kept. */
  withAutomata(automata: Automata): Decider {
    return new Decider(this.views.space, this.mode, automata, this.#budget, this);
  }

  /** A value that keeps all of `left` and breaks one of `right`; `none` proves that `left` lies within `right`. */
  counterexample(left: readonly Place[], right: readonly Place[]): Found<Json> {
    let undecided: Found<Json> | undefined;
    for (const place of right) {
      const found = this.ask({ keep: left, break: [place], beside: right.filter((other) => other !== place) });
      if (found.kind === "some") return found;
      if (found.kind === "unknown") undecided ??= found;
    }
    return undecided ?? NONE;
  }

  /** Answers a goal from outside the search. */
  ask(goal: Goal): Found<Json> {
    this.#begin();
    return this.#table.ask(this.#key(goal), goal);
  }

  /** Runs a part of the search on its own, as explanations do. */
  attempt<T>(part: () => T): T {
    this.#begin();
    this.#goalBuilds = 0;
    return part();
  }

  #begin(): void {
    this.#states = 0;
    this.#builds = 0;
    this.#isQuestionSpent = this.views.space.steps.portion(MOST_STEPS);
  }

  /** Answers a goal from within the search; `none` may still be corrected, and the asking goal with it. */
  find(goal: Goal): Found<Json> {
    const breaking = goal.break.map((place) => this.views.id(place));
    const holds = (places: readonly Place[]) => places.some((place) => breaking.includes(this.views.id(place)));
    if (breaking.length > 0 && (holds(goal.keep) || holds(goal.held ?? []))) return NONE;
    return this.#table.find(this.#key(goal), goal);
  }

  acceptsName(place: Place, name: string): boolean | undefined {
    return this.validator.accepts(place, name, "left");
  }

  nameKinds(patterns: readonly string[]): readonly FreshName[] | undefined {
    if (this.#automata === undefined && needsAutomata(patterns)) this.lackedAutomata = true;
    return nameKinds(patterns, this.#automata);
  }

  #key({ keep, held, break: toBreak, beside }: Goal): string {
    const ids = (places: readonly Place[]) => [...new Set(places.map((place) => this.views.id(place)))];
    const text = (list: readonly number[]) =>
      list.length < 2 ? String(list[0] ?? "") : list.toSorted((a, b) => a - b).join();
    const breaking = ids(toBreak);
    // What is to be broken is mentioned anyway.
    const more = ids(beside).filter((id) => !breaking.includes(id));
    const rightHeld = held === undefined || held.length === 0 ? "" : `+${text(ids(held))}`;
    return `${text(ids(keep))}${rightHeld}!${text(breaking)}?${text(more)}`;
  }

  #evaluate(goal: Goal): Found<Json> {
    if (this.views.space.steps.areSpent) return unknown(TOO_MANY_WAYS);
    const outer = { builds: this.#goalBuilds, disjoint: this.#disjoint };
    this.#goalBuilds = 0;
    this.#disjoint = new Map();
    const held = goal.held ?? [];
    const view = this.views.beside(goal.keep, held, wholeRight(goal));
    let undecided: Found<Json> | undefined;
    for (const type of SINGLE_TYPES) {
      if ((view.types & type) === 0) continue;
      const found = this.search({
        type,
        keep: goal.keep,
        held,
        resolved: new Set(),
        toBreak: goal.break,
        broken: [],
        goal,
      });
      if (found.kind === "unknown") undecided ??= found;
      if (found.kind !== "some") continue;
      undecided = found;
      break;
    }
    this.#goalBuilds = outer.builds;
    this.#disjoint = outer.disjoint;
    return undecided ?? NONE;
  }

  /** Resolves the clauses to keep, then breaks what is to be broken. */
  search(state: State): Found<Json> {
    if (this.#depth >= DEEPEST) return unknown(TOO_DEEP);
    this.#depth++;
    const found = this.#search(state);
    this.#depth--;
    return found;
  }

  #search(state: State): Found<Json> {
    if (this.#isSpent(state)) return unknown(TOO_MANY_WAYS);
    if (state.type === OBJECT && this.#tags.conflict([...state.keep, ...state.held])) return NONE;
    const view = this.views.beside(state.keep, state.held, wholeRight(state.goal));
    if ((view.types & state.type) === 0 || state.toBreak.some((place) => view.ids.has(this.views.id(place))))
      return NONE;
    if (view.values !== undefined) return this.#amongValues(view.values, state);
    const clause = pendingClause(view.clauses, state);
    if (clause === undefined) return this.#break(view, state);
    let undecided: Found<Json> | undefined;
    for (const alternative of waysToKeep(clause, this.views.space)) {
      const found = this.#follow(state, clause, alternative);
      if (found.kind === "some") return found;
      if (found.kind === "unknown") undecided ??= found;
    }
    return undecided ?? NONE;
  }

  /** The state in which a clause is kept in one way. */
  keeping(state: State, clause: Clause, alternative: Alternative): State {
    const isLeft = state.held.length === 0 || this.views.haveClause(state.keep, clause);
    return {
      ...state,
      ...(isLeft ? { keep: [...state.keep, ...alternative.keep] } : { held: [...state.held, ...alternative.keep] }),
      resolved: new Set([...state.resolved, clause]),
      toBreak: [...state.toBreak, ...alternative.break],
    };
  }

  #follow(state: State, clause: Clause, alternative: Alternative): Found<Json> {
    if (clause.kind !== "oneOf") return this.search(this.keeping(state, clause, alternative));
    // Alternatives are mostly disjoint: that the others fail is checked on the value found, and only asked for where needed.
    const found = this.search(this.keeping(state, clause, { ...alternative, break: [] }));
    if (found.kind !== "some") return found;
    const alone = alternative.break.every((place) => this.validator.accepts(place, found.value, "either") === false);
    return alone ? found : this.search(this.keeping(state, clause, alternative));
  }

  /** Finite sets are decided value by value. */
  #amongValues(values: readonly Json[], { type, keep, held, toBreak, goal }: State): Found<Json> {
    let undecided: Found<Json> | undefined;
    for (const value of values) {
      if ((typeOf(value) & type) === 0) continue;
      const kept = [...goal.keep, ...keep].map((place) => this.validator.accepts(place, value, "left"));
      kept.push(...held.map((place) => this.validator.accepts(place, value, "right")));
      const refused = [...goal.break, ...toBreak].map((place) => this.validator.accepts(place, value, "right"));
      if (kept.includes(false) || refused.includes(true)) continue;
      if (!kept.includes(undefined) && !refused.includes(undefined)) return some(value);
      undecided = unknown("a schema cannot be judged");
    }
    return undecided ?? NONE;
  }

  /** Counts one more state, and tells whether the question is to be given up. */
  #isSpent({ keep, held, toBreak }: State): boolean {
    const { states, builds, buildsPerGoal } = this.#budget;
    this.views.space.steps.take(keep.length + held.length + toBreak.length);
    return (
      ++this.#states > states || this.#builds > builds || this.#goalBuilds > buildsPerGoal || this.#isQuestionSpent()
    );
  }

  #break(view: View, state: State): Found<Json> {
    if (this.#isSpent(state)) return unknown(TOO_MANY_WAYS);
    const open = this.openBreaks(state);
    if (open === undefined) return NONE;
    // Mostly one schema alone holds all values; that is seen before ways are combined.
    if (
      open.length > 1 &&
      open.some((place) => this.#breakOne(view, { ...state, toBreak: [place] }, place).kind === "none")
    )
      return NONE;
    const isWhole = (place: Place) => state.goal.break.includes(place);
    const likely =
      open.length < 2 ? open : open.filter((place) => isWhole(place) || !this.#seemsDisjoint(state, place));
    const found = this.#breakAll(view, state, likely);
    if (found.kind !== "some" || likely.length === open.length) return found;
    // That a schema shares no value with those to keep may still turn out wrong while goals are open.
    const missed = open.some(
      (place) => !likely.includes(place) && this.validator.accepts(place, found.value, "right") !== false,
    );
    return missed ? this.#breakAll(view, state, open) : found;
  }

  #breakAll(view: View, state: State, open: readonly Place[]): Found<Json> {
    const [first, ...rest] = open;
    if (first === undefined) return this.#build(view, state);
    return this.#breakOne(view, { ...state, toBreak: rest }, first);
  }

  /**
   * Whether a schema shares no value with those to keep, in the alternatives chosen so far. Remembered for one evaluation:
   * the next may know more.
   */
  #seemsDisjoint(state: State, place: Place): boolean {
    const ids = [...new Set([...state.keep, ...state.held].map((kept) => this.views.id(kept)))].sort((a, b) => a - b);
    const key = `${ids.join()}&${this.views.id(place)}@${state.type}/${state.resolved.size}`;
    let disjoint = this.#disjoint.get(key);
    if (disjoint === undefined) {
      const both = { ...this.#holding(state, [place]), toBreak: [], broken: [] };
      this.#disjoint.set(key, (disjoint = this.search(both).kind === "none"));
    }
    return disjoint;
  }

  /**
   * The schemas still to be broken that share a value with those to keep, as far as a look tells: all values break the
   * others. Undefined where one accepts all values of the type.
   */
  openBreaks(state: State): Place[] | undefined {
    const open: Place[] = [];
    for (const place of new Set(state.toBreak)) {
      if (!this.#mayHold(place, state)) continue;
      if (limitsNothing(this.views.of([place]), state.type)) return undefined;
      open.push(place);
    }
    return open;
  }

  #breakOne(view: View, state: State, place: Place): Found<Json> {
    const rest = state.toBreak.filter((other) => other !== place);
    let undecided: Found<Json> | undefined;
    for (const way of this.ways(view, state, place)) {
      const found = this.through(view, { ...state, toBreak: rest }, way);
      if (found.kind === "some") return found;
      if (found.kind === "unknown") undecided ??= found;
    }
    return undecided ?? NONE;
  }

  /** Searches on with one way to break chosen. */
  through(view: View, state: State, chosen: Break): Found<Json> {
    if (chosen.way.on === "opaque") return unknown(chosen.way.reason);
    if (chosen.way.on === "clause") {
      const { keep, break: toBreak } = chosen.way.alternative;
      return this.search({ ...this.#holding(state, keep), toBreak: [...state.toBreak, ...toBreak] });
    }
    const next = { ...state, broken: [...state.broken, chosen] };
    if (state.toBreak.length === 0) return this.#build(view, next);
    // Ways that cannot go together are dropped before more are added.
    const soFar = this.#build(view, next);
    return soFar.kind === "none" ? NONE : this.#break(view, next);
  }

  /** The state in which schemas of the right side hold too; only the declared reading and a direction tell them from the left. */
  #holding(state: State, places: readonly Place[]): State {
    return this.mode.extras === "strict" && this.mode.direction === "none"
      ? { ...state, keep: [...state.keep, ...places] }
      : { ...state, held: [...state.held, ...places] };
  }

  /** All ways to break a schema with a value of one type that keeps a view. */
  *ways(view: View, state: State, place: Place): Generator<Break> {
    const right = this.views.of([place]);
    yield* this.waysOf(view, state, right);
  }

  *waysOf(view: View, state: State, right: View): Generator<Break> {
    const { type, goal, toBreak, broken } = state;
    for (const member of right.members) {
      const keywords = this.views.space.keywords(member);
      for (const [keyword, way] of scalarWays(keywords, type, this.views.space)) yield { member, keyword, way };
      for (const { keyword, clause } of memberClauses(member, this.views.space)) {
        if ((clauseTypes(clause) & type) === 0) continue;
        for (const alternative of waysToBreak(clause, this.views.space, (parts) => this.#pairs(parts, state)))
          yield { member, keyword, way: { on: "clause", clause, alternative } };
      }
    }
    if (type === ARRAY) {
      const shift = broken.filter(({ way }) => way.on === "array" && way.violation.keyword === "items").length;
      for (const { member, limits, written } of memberLimits(right, this.views.space, "array")) {
        for (const violation of arrayViolations(view, limits, shift))
          yield { member, keyword: written(violation.keyword), way: { on: "array", violation } };
      }
    } else if (type === OBJECT) {
      const mentions = this.views.mentions([...goal.break, ...goal.beside]);
      const others = [...goal.break, ...goal.beside, ...toBreak, ...broken.map((earlier) => earlier.member)];
      // What a whole right side does not have sent, its alternatives do not ask for.
      const unsent = right.unsent.union(this.views.of(wholeRight(goal)).unsent);
      const otherNames = new Set(others.flatMap((place) => namesIn(this.views.of([place]).objects)));
      for (const { member, limits, written } of memberLimits(right, this.views.space, "object")) {
        const sides = { left: view, right: limits, unsent, mentions, otherNames };
        for (const violation of objectViolations(sides, this)) {
          const keyword = written(violation.keyword);
          if ("undecided" in violation) yield { member, keyword, way: { on: "opaque", reason: violation.undecided } };
          else yield { member, keyword, way: { on: "object", violation } };
        }
      }
    }
    if (right.opaque)
      yield { member: right.members[0] as Place, keyword: "", way: { on: "opaque", reason: right.opaque } };
  }

  /**
   * Pairs of schemas that may hold together with those to keep. Where one of them holds all values, it is one of each two
   * that hold.
   */
  #pairs(parts: readonly Place[], state: State): Iterable<readonly Place[]> {
    const open = parts.filter((part) => this.#mayHold(part, state));
    if (open.length < 3) return pairs(open);
    const { keep, goal, type } = state;
    // The alternatives chosen say most; with what they are alternatives of, they would be chosen again.
    const chosen = keep.length > goal.keep.length ? keep.slice(goal.keep.length) : keep;
    const typed = [...chosen, typeSchema(this.views.space, type)];
    const beside = [...goal.break, ...goal.beside];
    const whole = open.find((part) => this.find({ keep: typed, break: [part], beside }).kind === "none");
    return whole === undefined ? pairs(open) : open.filter((part) => part !== whole).map((part) => [whole, part]);
  }

  /** Whether a schema shares values of the type with those to keep, as far as a look tells. */
  #mayHold(place: Place, { type, keep, held, goal }: State): boolean {
    this.views.space.steps.take(keep.length);
    if ((this.views.of([place]).types & type) === 0) return false;
    return type !== OBJECT || !this.#tags.conflictWith(place, [...keep, ...held], wholeRight(goal));
  }

  /** The tags by which a schema shares no value with those to keep. */
  conflictingTags(place: Place, { keep, held, goal }: State): readonly string[] {
    return this.#tags.conflicts(place, [...keep, ...held], wholeRight(goal));
  }

  #build(view: View, state: State): Found<Json> {
    const { builds, buildsPerGoal } = this.#budget;
    if (++this.#builds > builds || ++this.#goalBuilds > buildsPerGoal) return unknown(TOO_MANY_WAYS);
    const found = buildValue(view, state, this, this.#automata);
    if (state.type === STRING && found.kind === "unknown" && this.#automata === undefined) this.lackedAutomata = true;
    return found.kind === "some" && view.opaque !== undefined ? unknown(view.opaque) : found;
  }
}
