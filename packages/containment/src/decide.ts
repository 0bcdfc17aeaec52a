import { Validator } from "./accepts.ts";
import { type Budget, DEFAULT_BUDGET } from "./budget.ts";
import type { Goal } from "./goal.ts";
import type { Json } from "./json.ts";
import type { Place } from "./lower/keywords.ts";
import type { Space } from "./lower/space.ts";
import type { Mode } from "./mode.ts";
import { PASSED_OVER, Search } from "./search/search.ts";
import { Table } from "./search/table.ts";
import { Tags } from "./search/tags.ts";
import { type Found, NONE, unknown } from "./types/outcome.ts";
import type { Automata } from "./types/string.ts";
import { Views } from "./view.ts";

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

/** Answers goals over one space in one mode. */
export class Decider {
  readonly views: Views;
  readonly mode: Mode;
  readonly validator: Validator;
  /** Searches for parts of an answer, as explanations do. */
  readonly search: Search;
  readonly #automata: Automata | undefined;
  readonly #budget: Budget;
  readonly #tags: Tags;
  readonly #table: Table;
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
    this.#automata = automata;
    this.#tags = lacking ? lacking.#tags : new Tags(this.views);
    const ground = { views: this.views, validator: this.validator, tags: this.#tags };
    this.search = new Search(ground, mode, automata, budget, (goal) => this.#find(goal));
    this.#table = new Table(
      (goal) => this.search.evaluate(goal),
      () => this.search.isDeep,
    );
  }

  /** Whether an answer stayed open because regular expressions could not be compared. */
  get lackedAutomata(): boolean {
    return this.search.lackedAutomata || this.#letter?.lackedAutomata === true;
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
    this.search.effort.begin();
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
          : this.search.sides.accepts(place, value, "right", goal) === false,
      );
    if (found.kind === "some" && refuses(found.value, true)) return found;
    this.#letter ??= new Decider(
      this.views.space,
      { ...this.mode, unknownProperties: "refuse" },
      this.#automata,
      this.#budget,
    );
    const refused = this.#letter.ask(goal);
    if (refused.kind === "none") return NONE;
    return refused.kind === "some" && refuses(refused.value, false) ? refused : unknown(PASSED_OVER);
  }

  /** Runs a part of the search on its own, as explanations do. */
  attempt<T>(part: () => T): T {
    this.search.effort.begin();
    return this.search.effort.ofGoal(part);
  }

  /** Answers a goal from within the search; `none` may still be corrected, and the asking goal with it. */
  #find(goal: Goal): Found<Json> {
    const asked = this.search.sides.goal(goal);
    const { keep, fitting = [], held = [], refused = [] } = asked;
    const ids = new Set([...keep, ...fitting].map((place) => this.views.id(place)));
    const holds = (place: Place) => ids.has(this.views.id(place));
    if (refused.some(holds)) return NONE;
    for (const place of held) ids.add(this.views.id(place));
    return asked.break.some(holds) ? NONE : this.#table.find(this.#key(asked), asked);
  }

  #key({ keep, fitting, held, break: toBreak, refused, beside }: Goal): string {
    const breaking = this.#ids(toBreak);
    let key = this.#ids(keep).join();
    if (held !== undefined && held.length > 0) key += `+${this.#ids(held).join()}`;
    if (fitting !== undefined && fitting.length > 0) key += `&${this.#ids(fitting).join()}`;
    key += `!${breaking.join()}`;
    if (refused !== undefined && refused.length > 0) key += `~${this.#ids(refused).join()}`;
    if (beside.length === 0) return `${key}?`;
    // What is to be broken is mentioned anyway.
    const more = this.#ids(beside).filter((id) => !breaking.includes(id));
    return `${key}?${more.join()}`;
  }

  /** What some schemas mean, each once, in order. */
  #ids(places: readonly Place[]): readonly number[] {
    const only = places[0];
    if (only === undefined) return [];
    if (places.length === 1) return [this.views.id(only)];
    const ids: number[] = [];
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as Place;
      const id = this.views.id(place);
      if (!ids.includes(id)) ids.push(id);
    }
    return ids.length === 1 ? ids : ids.sort((a, b) => a - b);
  }
}
