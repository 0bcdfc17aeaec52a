import type { Validator } from "../accepts.ts";
import type { Budget } from "../budget.ts";
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
} from "../goal.ts";
import type { Json } from "../json.ts";
import type { Clause, Place } from "../lower/keywords.ts";
import { OBJECT, SINGLE_TYPES, STRING, typeOf } from "../lower/types.ts";
import type { Mode } from "../mode.ts";
import { type FreshName, nameKinds, needsAutomata } from "../types/name-kinds.ts";
import { excludedNames, type Solver } from "../types/object.ts";
import { type Found, NONE, some, unknown } from "../types/outcome.ts";
import type { Automata } from "../types/string.ts";
import type { View, Views } from "../view.ts";
import type { Break } from "../ways.ts";
import { breaksOf } from "./breaks.ts";
import { buildValue } from "./build.ts";
import { Effort } from "./effort.ts";
import { limitsNothing } from "./limits-nothing.ts";
import { holdingOf, Sides, type State } from "./state.ts";
import type { Tags } from "./tags.ts";

const TOO_MANY_WAYS = "the schemas combine in too many ways";
const TOO_DEEP = "the schemas are nested too deep";
/** Names that one side passes over count for the other. */
export const PASSED_OVER = "names that the one side passes over count for the other";
/** Searches within one another before goals are put off, and before a search is given up, so that none exhausts the stack. */
const DEEP = 200;
const DEEPEST = 300;

/** What a search shares with others over the same schemas. */
export interface SearchGround {
  readonly views: Views;
  readonly validator: Validator;
  readonly tags: Tags;
}

/** Searches for a value that answers a goal. Goals that it meets on its way, for members of the value, it asks others. */
export class Search implements Solver {
  readonly views: Views;
  readonly mode: Mode;
  readonly effort: Effort;
  readonly find: (goal: Goal) => Found<Json>;
  readonly sides: Sides;
  readonly #validator: Validator;
  readonly #automata: Automata | undefined;
  readonly #tags: Tags;
  /** Whether an answer stayed open because regular expressions could not be compared. */
  lackedAutomata = false;
  #depth = 0;
  #disjoint = new Map<string, boolean>();

  /**
   * @param automata compares regular expressions; without it, `lackedAutomata` says whether it would have helped
   * @param find answers the goals for members, as far as they are answered yet
   */
  constructor(
    { views, validator, tags }: SearchGround,
    mode: Mode,
    automata: Automata | undefined,
    budget: Budget,
    find: (goal: Goal) => Found<Json>,
  ) {
    this.views = views;
    this.mode = mode;
    this.effort = new Effort(budget, views.space.steps);
    this.sides = new Sides(views, validator, mode);
    this.#validator = validator;
    this.#automata = automata;
    this.#tags = tags;
    this.find = find;
  }

  /** Whether searches are nested so deep that goals met now are to be put off. */
  get isDeep(): boolean {
    return this.#depth > DEEP;
  }

  acceptsName(place: Place, name: string): boolean | undefined {
    return this.#validator.accepts(place, name, "left");
  }

  nameKinds(patterns: readonly string[]): readonly FreshName[] | undefined {
    if (this.#automata === undefined && needsAutomata(patterns)) this.lackedAutomata = true;
    return nameKinds(patterns, this.#automata);
  }

  /** Answers a goal by the answers to the goals of its members that are there so far. */
  evaluate(goal: Goal): Found<Json> {
    if (this.views.space.steps.areSpent) return unknown(TOO_MANY_WAYS);
    const outer = this.#disjoint;
    this.#disjoint = new Map();
    const found = this.effort.ofGoal(() => this.#byType(goal));
    this.#disjoint = outer;
    return found;
  }

  #byType(goal: Goal): Found<Json> {
    const { fitting = [], held = [], refused = [] } = goal;
    const view = this.sides.view({ keep: goal.keep, fitting, held }, goal);
    let undecided: Found<Json> | undefined;
    for (const type of SINGLE_TYPES) {
      if ((view.types & type) === 0) continue;
      const found = this.run({
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
      if (found.kind === "some") return found;
      if (found.kind === "unknown") undecided ??= found;
    }
    return undecided ?? NONE;
  }

  /** Resolves the clauses to keep, then breaks what is to be broken. */
  run(state: State): Found<Json> {
    if (this.#depth >= DEEPEST) return unknown(TOO_DEEP);
    this.#depth++;
    const found = this.#resolve(state);
    this.#depth--;
    return found;
  }

  #resolve(state: State): Found<Json> {
    if (!this.#enter(state)) return unknown(TOO_MANY_WAYS);
    if (state.type === OBJECT && this.#tags.conflict(holdingOf(state))) return NONE;
    const view = this.sides.view(state, state.goal);
    if ((view.types & state.type) === 0 || state.toBreak.some((place) => this.views.joins(view, place))) return NONE;
    const fit = state.refused.length > 0 ? this.views.of([...state.keep, ...state.fitting]) : undefined;
    if (fit && state.refused.some((place) => this.views.joins(fit, place))) return NONE;
    if (view.values !== undefined) return this.#amongValues(view.values, state);
    const clause = pendingClause(view.clauses, state);
    if (clause === undefined) return this.#break(view, state);
    let undecided: Found<Json> | undefined;
    const holding = holdingOf(state);
    for (const alternative of waysToKeep(clause, this.views.space)) {
      // Nearly all alternatives of a tagged union contradict what holds already: these need no state of their own.
      const { keep } = alternative;
      const conflicts = state.type === OBJECT && keep[0] && this.#tags.conflictWith(keep[0], holding, keep);
      const found = conflicts ? this.#passOver(state) : this.#follow(state, clause, alternative);
      if (found.kind === "some") return found;
      if (found.kind === "unknown") undecided ??= found;
    }
    return undecided ?? NONE;
  }

  /** Counts an alternative that no value of the state has as one that was looked at. */
  #passOver(state: State): Found<Json> {
    return this.#enter(state) ? NONE : unknown(TOO_MANY_WAYS);
  }

  /** The state in which a clause is kept in one way. */
  keeping(state: State, clause: Clause, alternative: Alternative): State {
    return this.sides.keeping(state, clause, alternative);
  }

  #follow(state: State, clause: Clause, alternative: Alternative): Found<Json> {
    if (clause.kind !== "oneOf") return this.run(this.sides.keeping(state, clause, alternative));
    // Alternatives are mostly disjoint: that the others fail is checked on the value found, and only asked for where needed.
    const found = this.run(this.sides.keeping(state, clause, { ...alternative, break: [] }));
    if (found.kind !== "some") return found;
    const side = this.sides.sideOf(clause, state);
    const alone = alternative.break.every(
      (place) => this.sides.accepts(place, found.value, side, state.goal) === false,
    );
    return alone ? found : this.run(this.sides.keeping(state, clause, alternative));
  }

  /** Finite sets are decided value by value. */
  #amongValues(values: readonly Json[], { type, keep, fitting, held, toBreak, refused, goal }: State): Found<Json> {
    let undecided: Found<Json> | undefined;
    for (const value of values) {
      if ((typeOf(value) & type) === 0) continue;
      const kept = [...goal.keep, ...keep].map((place) => this.#validator.accepts(place, value, "left"));
      const answers = (places: readonly Place[], side: OfSide) =>
        places.map((place) => this.sides.accepts(place, value, side, goal));
      kept.push(...answers(fitting, "left"), ...answers(held, "right"));
      const broken = [...answers([...goal.break, ...toBreak], "right")];
      broken.push(...answers([...(goal.refused ?? []), ...refused], "left"));
      if (kept.includes(false) || broken.includes(true)) continue;
      if (!kept.includes(undefined) && !broken.includes(undefined)) return some(value);
      undecided = unknown("a schema cannot be judged");
    }
    return undecided ?? NONE;
  }

  /** Counts one more state; false where the question is to be given up. */
  #enter({ keep, held, toBreak }: State): boolean {
    return this.effort.takeState(keep.length + held.length + toBreak.length);
  }

  /** Breaks what is to be broken on the right side, then what the left side rules out. */
  #break(view: View, state: State): Found<Json> {
    const side = state.toBreak.length > 0 || state.refused.length === 0 ? "right" : "left";
    if (!this.#enter(state)) return unknown(TOO_MANY_WAYS);
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
      (place) => !likely.includes(place) && this.sides.accepts(place, found.value, side, state.goal) !== false,
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
    const holding = holdingOf(state);
    for (const place of new Set(side === "right" ? state.toBreak : state.refused)) {
      if (!this.#mayHold(place, state, side, holding)) continue;
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
    if (chosen.way.on === "clause") return this.run(this.sides.with(state, chosen.of, chosen.way.alternative));
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
    const holding = holdingOf(state);
    const open = parts.filter(
      (part) => this.#mayHold(part, state, side, holding) && !this.#asksForUndeclared(part, state, side),
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
    const both = this.sides.with(state, side, { keep: [place], break: [] });
    return this.run({ ...both, toBreak: [], refused: [], broken: [] }).kind !== "none";
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
  #mayHold(place: Place, { type, keep, goal }: State, side: OfSide, holding: readonly Place[]): boolean {
    this.views.space.steps.take(keep.length);
    if ((this.views.of([place]).types & type) === 0) return false;
    const around = side === "right" ? wholeRight(goal) : goal.keep;
    return type !== OBJECT || !this.#tags.conflictWith(place, holding, around);
  }

  /** The tags by which a schema shares no value with those to keep. */
  conflictingTags(place: Place, state: State): readonly string[] {
    return this.#tags.conflicts(place, holdingOf(state), wholeRight(state.goal));
  }

  #build(view: View, state: State): Found<Json> {
    if (!this.effort.takeBuild()) return unknown(TOO_MANY_WAYS);
    const found = buildValue(view, state, this, this.#automata);
    if (state.type === STRING && found.kind === "unknown" && this.#automata === undefined) this.lackedAutomata = true;
    if (found.kind !== "some") return found;
    if (view.opaque !== undefined) return unknown(view.opaque);
    const { held, goal } = state;
    // Of the names that count, limits on their number are not in the view.
    if (held.length === 0 || this.views.knownTo(rightSide(goal)) === undefined) return found;
    const isHeld = (place: Place) => this.sides.accepts(place, found.value, "right", goal) === true;
    return held.every(isHeld) ? found : unknown(PASSED_OVER);
  }
}
