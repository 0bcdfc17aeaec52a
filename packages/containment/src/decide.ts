import { Validator } from "./accepts.ts";
import { breaksOf } from "./breaks.ts";
import { type Budget, DEFAULT_BUDGET } from "./budget.ts";
import { buildValue } from "./build.ts";
import {
  type Alternative,
  type Goal,
  type OfSide,
  pairs,
  pendingClause,
  rightSide,
  typeSchema,
  waysToKeep,
  wholeRight,
} from "./goal.ts";
import type { Json } from "./json.ts";
import { limitsNothing } from "./limits-nothing.ts";
import type { Clause, Place } from "./lower/keywords.ts";
import type { Space } from "./lower/space.ts";
import { OBJECT, SINGLE_TYPES, STRING, typeOf } from "./lower/types.ts";
import type { Mode } from "./mode.ts";
import { holdingOf, Sides, type State } from "./state.ts";
import { Table } from "./table.ts";
import { Tags } from "./tags.ts";
import { type FreshName, nameKinds, needsAutomata } from "./types/name-kinds.ts";
import { excludedNames, type Solver } from "./types/object.ts";
import { type Found, NONE, some, unknown } from "./types/outcome.ts";
import type { Automata } from "./types/string.ts";
import { type View, Views } from "./view.ts";
import type { Break } from "./ways.ts";

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
const PASSED_OVER = "names that the one side passes over count for the other";
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
  readonly #sides: Sides;
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
  #letter: Decider | undefined;
  /** What came of the answers of the search, which are asked for often. */
  readonly #lettered = new Map<string, { readonly found: Found<Json>; readonly answer: Found<Json> }>();

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
    this.#sides = new Sides(this.views, this.validator, mode);
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
    const key = this.#key(goal);
    const found = this.#table.ask(key, goal);
    if (found.kind === "none") return NONE;
    const known = this.#lettered.get(key);
    if (known?.found === found) return known.answer;
    const answer = this.#byTheLetter(goal, found);
    this.#lettered.set(key, { found, answer });
    return answer;
  }

  /**
   * Names that are passed over never count against a value: what the right side accepts as it is, it accepts. So a value that is
   * refused only once they are taken off is none; and where no value is refused as it is, or none can be found, there is none.
   */
  #byTheLetter(goal: Goal, found: Found<Json>): Found<Json> {
    if (this.mode.unknownProperties === "refuse" || goal.break.length === 0) return found;
    const refuses = (value: Json, letter: boolean) =>
      goal.break.every((place) =>
        letter
          ? this.validator.accepts(place, value, "either") === false
          : this.#sides.accepts(place, value, "right", goal) === false,
      );
    if (found.kind === "some" && refuses(found.value, true)) return found;
    this.#letter ??= new Decider(
      this.views.space,
      { ...this.mode, unknownProperties: "refuse" },
      this.#automata,
      this.#budget,
    );
    const refused = this.#letter.ask(goal);
    this.lackedAutomata ||= this.#letter.lackedAutomata;
    if (refused.kind === "none") return NONE;
    return refused.kind === "some" && refuses(refused.value, false) ? refused : unknown(PASSED_OVER);
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
    const asked = this.#sides.goal(goal);
    const { keep, fitting = [], held = [], refused = [] } = asked;
    const ids = new Set([...keep, ...fitting].map((place) => this.views.id(place)));
    const holds = (place: Place) => ids.has(this.views.id(place));
    if (refused.some(holds)) return NONE;
    for (const place of held) ids.add(this.views.id(place));
    return asked.break.some(holds) ? NONE : this.#table.find(this.#key(asked), asked);
  }

  acceptsName(place: Place, name: string): boolean | undefined {
    return this.validator.accepts(place, name, "left");
  }

  nameKinds(patterns: readonly string[]): readonly FreshName[] | undefined {
    if (this.#automata === undefined && needsAutomata(patterns)) this.lackedAutomata = true;
    return nameKinds(patterns, this.#automata);
  }

  #key({ keep, fitting, held, break: toBreak, refused, beside }: Goal): string {
    const breaking = this.#ids(toBreak);
    // What is to be broken is mentioned anyway.
    const more = beside.length === 0 ? [] : this.#ids(beside).filter((id) => !breaking.includes(id));
    const also = (mark: string, list: readonly Place[] = []) =>
      list.length === 0 ? "" : `${mark}${this.#ids(list).join()}`;
    const kept = `${this.#ids(keep).join()}${also("+", held)}${also("&", fitting)}`;
    return `${kept}!${breaking.join()}${also("~", refused)}?${more.join()}`;
  }

  /** What some schemas mean, each once, in order. */
  #ids(places: readonly Place[]): readonly number[] {
    const [only] = places;
    if (only === undefined) return [];
    if (places.length === 1) return [this.views.id(only)];
    return [...new Set(places.map((place) => this.views.id(place)))].sort((a, b) => a - b);
  }

  #evaluate(goal: Goal): Found<Json> {
    if (this.views.space.steps.areSpent) return unknown(TOO_MANY_WAYS);
    const outer = { builds: this.#goalBuilds, disjoint: this.#disjoint };
    this.#goalBuilds = 0;
    this.#disjoint = new Map();
    const { fitting = [], held = [], refused = [] } = goal;
    const view = this.#sides.view({ keep: goal.keep, fitting, held }, goal);
    let undecided: Found<Json> | undefined;
    for (const type of SINGLE_TYPES) {
      if ((view.types & type) === 0) continue;
      const found = this.search({
        type,
        keep: goal.keep,
        fitting,
        held,
        resolved: new Set(),
        toBreak: goal.break,
        refused,
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
    if (state.type === OBJECT && this.#tags.conflict(holdingOf(state))) return NONE;
    const view = this.#sides.view(state, state.goal);
    if ((view.types & state.type) === 0 || state.toBreak.some((place) => view.ids.has(this.views.id(place))))
      return NONE;
    const fit = state.refused.length > 0 ? this.views.of([...state.keep, ...state.fitting]).ids : undefined;
    if (state.refused.some((place) => fit?.has(this.views.id(place)))) return NONE;
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
    return this.#sides.keeping(state, clause, alternative);
  }

  #follow(state: State, clause: Clause, alternative: Alternative): Found<Json> {
    if (clause.kind !== "oneOf") return this.search(this.#sides.keeping(state, clause, alternative));
    // Alternatives are mostly disjoint: that the others fail is checked on the value found, and only asked for where needed.
    const found = this.search(this.#sides.keeping(state, clause, { ...alternative, break: [] }));
    if (found.kind !== "some") return found;
    const side = this.#sides.sideOf(clause, state);
    const alone = alternative.break.every(
      (place) => this.#sides.accepts(place, found.value, side, state.goal) === false,
    );
    return alone ? found : this.search(this.#sides.keeping(state, clause, alternative));
  }

  /** Finite sets are decided value by value. */
  #amongValues(values: readonly Json[], { type, keep, fitting, held, toBreak, refused, goal }: State): Found<Json> {
    let undecided: Found<Json> | undefined;
    for (const value of values) {
      if ((typeOf(value) & type) === 0) continue;
      const kept = [...goal.keep, ...keep].map((place) => this.validator.accepts(place, value, "left"));
      const answers = (places: readonly Place[], side: OfSide) =>
        places.map((place) => this.#sides.accepts(place, value, side, goal));
      kept.push(...answers(fitting, "left"), ...answers(held, "right"));
      const broken = [...answers([...goal.break, ...toBreak], "right")];
      broken.push(...answers([...(goal.refused ?? []), ...refused], "left"));
      if (kept.includes(false) || broken.includes(true)) continue;
      if (!kept.includes(undefined) && !broken.includes(undefined)) return some(value);
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

  /** Breaks what is to be broken on the right side, then what the left side rules out. */
  #break(view: View, state: State): Found<Json> {
    const side = state.toBreak.length > 0 || state.refused.length === 0 ? "right" : "left";
    if (this.#isSpent(state)) return unknown(TOO_MANY_WAYS);
    const shared = this.openBreaks(state, side);
    if (shared === undefined) return NONE;
    const open = shared.filter((place) => !this.#asksForUndeclared(place, state, side));
    // Mostly one schema alone holds all values; that is seen before ways are combined.
    const alone = { ...state, toBreak: [], refused: [] };
    if (open.length > 1 && open.some((place) => this.#breakOne(view, alone, place, side).kind === "none")) return NONE;
    const isWhole = (place: Place) => state.goal.break.includes(place);
    const likely =
      open.length < 2 ? open : open.filter((place) => isWhole(place) || !this.#seemsDisjoint(state, place, side));
    const found = this.#breakAll(view, state, likely, side);
    if (found.kind !== "some" || likely.length === open.length) return found;
    // That a schema shares no value with those to keep may still turn out wrong while goals are open.
    const missed = open.some(
      (place) => !likely.includes(place) && this.#sides.accepts(place, found.value, side, state.goal) !== false,
    );
    return missed ? this.#breakAll(view, state, open, side) : found;
  }

  #breakAll(view: View, state: State, open: readonly Place[], side: OfSide): Found<Json> {
    const [first, ...rest] = open;
    const next = side === "right" ? { ...state, toBreak: rest } : { ...state, refused: rest };
    if (first !== undefined) return this.#breakOne(view, next, first, side);
    return next.refused.length > 0 ? this.#break(view, next) : this.#build(view, next);
  }

  /**
   * Whether a schema shares no value with those to keep, in the alternatives chosen so far. Remembered for one evaluation:
   * the next may know more.
   */
  #seemsDisjoint(state: State, place: Place, side: OfSide): boolean {
    const ids = [...new Set(holdingOf(state).map((kept) => this.views.id(kept)))].sort((a, b) => a - b);
    const key = `${ids.join()}&${side}${this.views.id(place)}@${state.type}/${state.resolved.size}`;
    let disjoint = this.#disjoint.get(key);
    if (disjoint === undefined) {
      disjoint = !this.#mayHoldAlone(state, place, side);
      this.#disjoint.set(key, disjoint);
    }
    return disjoint;
  }

  /**
   * The schemas of a side still to be broken that share a value with those to keep, as far as a look tells: all values break the
   * others. Undefined where one accepts all values of the type.
   */
  openBreaks(state: State, side: OfSide = "right"): Place[] | undefined {
    const open: Place[] = [];
    for (const place of new Set(side === "right" ? state.toBreak : state.refused)) {
      if (!this.#mayHold(place, state, side)) continue;
      if (limitsNothing(this.views.of([place]), state.type)) return undefined;
      open.push(place);
    }
    return open;
  }

  /** Breaks one schema beside those that are still to be broken. */
  #breakOne(view: View, state: State, place: Place, side: OfSide): Found<Json> {
    let undecided: Found<Json> | undefined;
    for (const way of this.waysOf(view, state, this.views.of([place]), side)) {
      const found = this.through(view, state, way);
      if (found.kind === "some") return found;
      if (found.kind === "unknown") undecided ??= found;
    }
    return undecided ?? NONE;
  }

  /** Searches on with one way to break chosen. */
  through(view: View, state: State, chosen: Break): Found<Json> {
    if (chosen.way.on === "opaque") return unknown(chosen.way.reason);
    if (chosen.way.on === "clause") return this.search(this.#sides.with(state, chosen.of, chosen.way.alternative));
    const next = { ...state, broken: [...state.broken, chosen] };
    if (state.toBreak.length + state.refused.length === 0) return this.#build(view, next);
    // Ways that cannot go together are dropped before more are added.
    const soFar = this.#build(view, next);
    return soFar.kind === "none" ? NONE : this.#break(view, next);
  }

  /** All ways to break a schema of a side with a value of one type that keeps a view. */
  waysOf(view: View, state: State, schema: View, side: OfSide = "right"): Iterable<Break> {
    return breaksOf({ view, state, schema, side }, this, (parts) => this.#pairs(parts, state, side));
  }

  /**
   * Pairs of schemas that may hold together with those to keep. Where one of them holds all values, it is one of each two
   * that hold.
   */
  #pairs(parts: readonly Place[], state: State, side: OfSide): Iterable<readonly Place[]> {
    const open = parts.filter(
      (part) => this.#mayHold(part, state, side) && !this.#asksForUndeclared(part, state, side),
    );
    if (open.length < 3) return pairs(open);
    const { keep, goal, type } = state;
    // The alternatives chosen say most; with what they are alternatives of, they would be chosen again.
    const chosen = keep.length > goal.keep.length ? keep.slice(goal.keep.length) : keep;
    const typed = [...chosen, typeSchema(this.views.space, type)];
    const breaking = (part: Place) => (side === "right" ? { break: [part] } : { break: [], refused: [part] });
    const beside = rightSide(goal);
    const whole = open.find((part) => this.find({ keep: typed, ...breaking(part), beside }).kind === "none");
    if (whole === undefined) return pairs(open, (part) => this.#mayHoldAlone(state, part, side));
    return open.filter((part) => part !== whole).map((part) => [whole, part]);
  }

  /** Whether a schema may share a value with those to keep, whatever else is to be broken. */
  #mayHoldAlone(state: State, place: Place, side: OfSide): boolean {
    const both = this.#sides.with(state, side, { keep: [place], break: [] });
    return this.search({ ...both, toBreak: [], refused: [], broken: [] }).kind !== "none";
  }

  /** Whether a schema of the right side asks for a property that objects of the left side do not have (`Mode.extras`). */
  #asksForUndeclared(place: Place, { type, keep, goal }: State, side: OfSide): boolean {
    if (type !== OBJECT || side === "left") return false;
    const excluded = excludedNames(this.views.of(keep), this.views.mentions(rightSide(goal)), this.mode);
    const sides = [keep, [place], wholeRight(goal)].map((each) => this.views.of(each));
    const isSent = (name: string) => !sides.some(({ unsent }) => unsent.has(name));
    return this.views
      .of([place])
      .objects.some(({ required }) => required.some((name) => excluded(name) && isSent(name)));
  }

  /** Whether a schema shares values of the type with those to keep, as far as a look tells. */
  #mayHold(place: Place, state: State, side: OfSide): boolean {
    const { type, keep, goal } = state;
    this.views.space.steps.take(keep.length);
    if ((this.views.of([place]).types & type) === 0) return false;
    const around = side === "right" ? wholeRight(goal) : goal.keep;
    return type !== OBJECT || !this.#tags.conflictWith(place, holdingOf(state), around);
  }

  /** The tags by which a schema shares no value with those to keep. */
  conflictingTags(place: Place, state: State): readonly string[] {
    return this.#tags.conflicts(place, holdingOf(state), wholeRight(state.goal));
  }

  #build(view: View, state: State): Found<Json> {
    const { builds, buildsPerGoal } = this.#budget;
    if (++this.#builds > builds || ++this.#goalBuilds > buildsPerGoal) return unknown(TOO_MANY_WAYS);
    const found = buildValue(view, state, this, this.#automata);
    if (state.type === STRING && found.kind === "unknown" && this.#automata === undefined) this.lackedAutomata = true;
    if (found.kind !== "some") return found;
    if (view.opaque !== undefined) return unknown(view.opaque);
    const { held, goal } = state;
    // Of the names that count, limits on their number are not in the view.
    if (held.length === 0 || this.views.knownTo(rightSide(goal)) === undefined) return found;
    const isHeld = (place: Place) => this.#sides.accepts(place, found.value, "right", goal) === true;
    return held.every(isHeld) ? found : unknown(PASSED_OVER);
  }
}
