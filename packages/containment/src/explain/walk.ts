import { goByTheSame, pickCounterpart, schemaName } from "../counterpart.ts";
import type { Decider } from "../decide.ts";

import { alternativesOf, typeSchema, waysToKeep } from "../goal.ts";
import { isObject, type Json, own } from "../json.ts";
import type { Clause, Place } from "../lower/keywords.ts";
import type { Space } from "../lower/space.ts";
import { SINGLE_TYPES, type TypeSet, typeOf } from "../lower/types.ts";
import type { State } from "../search/state.ts";
import { itemSchemas } from "../types/array.ts";
import { memberGoal, propertySchemas, valueSchemas } from "../types/object.ts";
import { type Found, some } from "../types/outcome.ts";
import type { View } from "../view.ts";
import type { Break } from "../ways.ts";
import { causeData } from "./cause-data.ts";
import { type CauseData, embedItem, embedProperty, Findings, type Step } from "./explanation.ts";
import { type LostType, typeCauses } from "./type-causes.ts";

/** Alternatives within one another that are entered, so that none exhausts the stack. */
const DEEPEST = 150;

/** What one explanation may take. */
export interface Effort {
  readonly isSpent: () => boolean;
  /** Whether something was left out, because too much was taken or it lies too deep. */
  isCut: boolean;
  /** How many alternatives within one another are entered. */
  depth: number;
}

/** How a walk came to where it is. */
interface Context {
  /** The clause on the right whose parts are to be broken, and the schema it belongs to. */
  readonly clause: Clause | undefined;
  readonly member: Place | undefined;
  /** Alternatives on the left beside the one that is followed. */
  readonly siblings: readonly Place[];
}

const NO_CONTEXT: Context = { clause: undefined, member: undefined, siblings: [] };

/** Whether two places refer to a schema of the same name, or mean the same. */
function sameSchema(a: Place, b: Place, space: Space): boolean {
  return (schemaName(a, space) !== undefined && goByTheSame(a, b, space)) || space.node(a) === space.node(b);
}

/** The keyword under which the first schema that has alternatives has them: a `oneOf` whose parts exclude each other is read as `anyOf`. */
function writtenAlternatives(places: readonly Place[]): "anyOf" | "oneOf" {
  for (const { value } of places) {
    if (!isObject(value)) continue;
    if (own(value, "anyOf") !== undefined) return "anyOf";
    if (own(value, "oneOf") !== undefined) return "oneOf";
  }
  return "anyOf";
}

/** Finds out why values of `left` are refused by one schema of the right side. */
export class Walk {
  readonly #decider: Decider;
  readonly #left: readonly Place[];
  readonly #right: Place;
  readonly #beside: readonly Place[];
  readonly #found: Findings;
  readonly #effort: Effort;
  /** Whether only causes at the pair itself are sought, and no subschema is looked at. */
  readonly #local: boolean;

  constructor(
    decider: Decider,
    left: readonly Place[],
    right: Place,
    beside: readonly Place[],
    found: Findings,
    effort: Effort,
    local = false,
  ) {
    this.#decider = decider;
    this.#left = left;
    this.#right = right;
    this.#beside = beside;
    this.#found = found;
    this.#effort = effort;
    this.#local = local;
  }

  run(): void {
    const goal = { keep: this.#left, break: [this.#right], beside: this.#beside };
    const lost: LostType[] = [];
    const { types } = this.#decider.views.of(this.#left);
    for (const type of SINGLE_TYPES) {
      if ((types & type) === 0) continue;
      const refused = this.#local ? this.#refusesAll(this.#right, type) : undefined;
      const typed = [...this.#left, typeSchema(this.#decider.views.space, type)];
      const value = refused === false ? undefined : this.#ask(typed, [this.#right]);
      if (value?.kind === "none") continue;
      if (value?.kind === "some" && (refused ?? this.#refusesAll(this.#right, type)))
        lost.push({ type, value: value.value });
      else
        this.#enter(
          {
            type,
            keep: this.#left,
            held: [],
            fitting: [],
            refused: [],
            resolved: new Set(),
            toBreak: [this.#right],
            broken: [],
            goal,
          },
          NO_CONTEXT,
        );
    }
    if (lost.length === 0) return;
    const acceptsNothing = SINGLE_TYPES.every((type) => this.#refusesAll(this.#right, type));
    for (const { keyword, right, type, data, value } of typeCauses(this.#right, lost, acceptsNothing, this.#decider))
      this.#cause(keyword, right, type, data, some(value), this.#left);
  }

  #ask(keep: readonly Place[], toBreak: readonly Place[]): Found<Json> {
    return this.#decider.ask({ keep, break: toBreak, beside: this.#beside });
  }

  #refusesAll(place: Place, type: TypeSet): boolean {
    return this.#ask([place, typeSchema(this.#decider.views.space, type)], []).kind === "none";
  }

  /** Resolves the clauses of the left side. */
  #enter(state: State, context: Context): void {
    const effort = this.#effort;
    if (this.#isCut(effort.depth >= DEEPEST)) return;
    effort.depth++;
    this.#follow(state, context);
    effort.depth--;
  }

  /** Whether to leave out what comes now, because nothing more may be taken or it lies too deep; that it is, is kept. */
  #isCut(tooDeep = false): boolean {
    const cut = tooDeep || this.#effort.isSpent();
    if (cut) this.#effort.isCut = true;
    return cut;
  }

  #follow(state: State, context: Context): void {
    const { views } = this.#decider;
    if (!this.#local && this.#decider.attempt(() => this.#decider.search.run(state)).kind === "none") return;
    const view = views.located(state.keep);
    const pending = view.values === undefined && view.clauses.find((each) => !state.resolved.has(each));
    if (pending) {
      const parts = pending.kind === "anyOf" || pending.kind === "oneOf" ? alternativesOf(pending, views.space) : [];
      for (const alternative of waysToKeep(pending, views.space)) {
        const loose = pending.kind === "oneOf" ? { ...alternative, break: [] } : alternative;
        const siblings = parts.filter((part) => part !== alternative.keep[0]);
        this.#enter(this.#decider.search.keeping(state, pending, loose), {
          ...context,
          siblings: [...context.siblings, ...siblings],
        });
      }
      return;
    }
    const open = this.#decider.search.openBreaks(state);
    if (open === undefined) return;
    const [only] = open;
    if (only !== undefined && open.length === 1 && context.siblings.length === 0 && context.clause?.kind !== "oneOf")
      this.#breakOne(view, state, only);
    else if (only !== undefined || context.clause !== undefined) this.#breakAlternatives(view, state, open, context);
    else this.#breakTags(view, state, context);
  }

  /** Where the right side shares no value with the left, as their tags show, these are what is new. */
  #breakTags(view: View, state: State, { siblings }: Context): void {
    const [place] = state.toBreak;
    if (place === undefined) return;
    const tags = this.#decider.search.conflictingTags(place, state);
    const right = this.#decider.views.located([place]);
    for (const way of this.#decider.search.waysOf(view, state, right)) {
      const isTag =
        way.way.on === "object" && "name" in way.way.violation && tags.includes(String(way.way.violation.name));
      // For a schema that replaces another, every difference is reported; for one that joins others, that it is new.
      if (isTag || siblings.length === 0) this.#breakWay(view, state, way);
    }
  }

  /** Of several schemas that all refuse, the one that corresponds to the left side explains best; without one, an alternative is new. */
  #breakAlternatives(view: View, state: State, open: readonly Place[], { member, siblings }: Context): void {
    const free = open.filter(
      (place) => !siblings.some((sibling) => sameSchema(sibling, place, this.#decider.views.space)),
    );
    const counterpart = pickCounterpart(state.keep.at(-1) as Place, view, free, this.#decider.views);
    if (counterpart !== undefined && (this.#explainBy(counterpart, state, open) || this.#local)) return;
    // That no alternative takes a value is not the cause where another may not have been looked at.
    if (this.#isCut()) return;
    const value = this.#decider.attempt(() => this.#decider.search.run(state));
    const right = member ?? this.#right;
    const sides = [right, ...this.#decider.views.located(this.#left).members];
    this.#cause(writtenAlternatives(sides), right, state.type, {}, value, state.keep);
  }

  /** Explains by one of several schemas, as far as the others refuse the values too. */
  #explainBy(counterpart: Place, state: State, open: readonly Place[]): boolean {
    const others = open.filter((place) => place !== counterpart);
    const within = new Findings();
    const beside = [this.#right, ...this.#beside];
    new Walk(this.#decider, state.keep, counterpart, beside, within, this.#effort, this.#local).runIn(state);
    const refused = (value: Json | undefined) =>
      value === undefined || others.every((place) => this.#decider.validator.accepts(place, value, "right") !== true);
    const causes = within.causes.filter(({ value }) => refused(value));
    this.#found.add({ causes, steps: within.steps });
    return causes.length + within.steps.length > 0;
  }

  /** Explains within one type and one alternative of the left side. */
  runIn(state: State): void {
    const goal = { keep: state.keep, break: [this.#right], beside: this.#beside };
    if (this.#refusesAll(this.#right, state.type)) return;
    this.#enter({ ...state, toBreak: [this.#right], goal }, NO_CONTEXT);
  }

  #breakOne(view: View, state: State, place: Place): void {
    if (view.values !== undefined) {
      this.#breakValues(view.values, state, place);
      return;
    }
    const right = this.#decider.views.located([place]);
    for (const way of this.#decider.search.waysOf(view, state, right)) {
      if (this.#isCut()) return;
      this.#breakWay(view, state, way);
    }
  }

  /** Values of a finite set that are refused, by the keyword that refuses them. */
  #breakValues(values: readonly Json[], { type, keep }: State, place: Place): void {
    const { validator } = this.#decider;
    const isKept = (value: Json) =>
      [...keep, ...this.#left].every((schema) => validator.accepts(schema, value, "left") !== false);
    const refused = new Map<Place, Map<string, Json[]>>();
    for (const value of values) {
      if (typeOf(value) !== type || !isKept(value)) continue;
      const refusal = validator.refusal(place, value);
      if (refusal === undefined) continue;
      const keywords = refused.get(refusal.member) ?? new Map<string, Json[]>();
      const list = keywords.get(refusal.keyword) ?? [];
      list.push(value);
      refused.set(refusal.member, keywords.set(refusal.keyword, list));
    }
    for (const [member, keywords] of refused)
      for (const [keyword, list] of keywords)
        this.#cause(keyword, member, type, { values: list }, some(list[0] as Json), keep);
  }

  #breakWay(view: View, state: State, chosen: Break): void {
    const { way, member } = chosen;
    if (
      way.on === "clause" &&
      way.clause.kind === chosen.keyword &&
      way.alternative.keep.length === 0 &&
      (way.clause.kind === "anyOf" || way.clause.kind === "oneOf")
    ) {
      this.#enter({ ...state, toBreak: way.alternative.break }, { member, clause: way.clause, siblings: [] });
      return;
    }
    if (this.#isSaidAlready(view, chosen)) return;
    const known = this.#stepByName(view, state, chosen);
    if (known !== undefined) {
      if (known !== "holds") this.#found.addStep(known);
      return;
    }
    const found = this.#decider.attempt(() => this.#decider.search.through(view, { ...state, toBreak: [] }, chosen));
    if (found.kind === "none") return;
    if (way.on !== "array" && way.on !== "object") {
      this.#cause(chosen.keyword, member, state.type, causeData(view, chosen), found, state.keep);
      return;
    }
    const step = found.kind === "some" ? this.#step(view, state, chosen, found.value) : undefined;
    if (step) this.#found.addStep(step);
    else
      this.#cause(
        chosen.keyword,
        member,
        state.type,
        { ...causeData(view, chosen), ...this.#closed(chosen) },
        found,
        state.keep,
      );
  }

  /** Where texts that read as no number are refused, that numbers are limited says nothing more. */
  #isSaidAlready(view: View, { way, member }: Break): boolean {
    if (way.on !== "string" || !("limits" in way.violation) || view.string.numeral !== undefined) return false;
    return this.#found.causes.some(({ keyword, right }) => keyword === "numeral" && right === member);
  }

  /** The step to a property that is spelled out, or that its pair holds; no object need be built to tell. */
  #stepByName(view: View, state: State, { way }: Break): Step | "holds" | undefined {
    if (way.on !== "object" || !("place" in way.violation) || way.violation.keyword === "propertyNames")
      return undefined;
    const { name, place } = way.violation;
    const { views } = this.#decider;
    if (typeof name !== "string" || views.space.keywords(place).types === 0) return undefined;
    const around = views.membersAt([...state.goal.break, ...state.goal.beside]);
    const goal = memberGoal(view, { left: [], right: [place] }, around, propertySchemas(name), views);
    if (goal.keep.length === 0) return undefined;
    if (this.#local) return "holds";
    return this.#decider.ask(goal).kind === "none" ? "holds" : this.#propertyStep(state, name, goal.keep, place);
  }

  #propertyStep(state: State, token: string, left: readonly Place[], place: Place): Step {
    return {
      token,
      within: "object",
      left,
      right: [place],
      embed: (member) => embedProperty(this.#decider, state.keep, token, member),
    };
  }

  #closed({ way }: Break): CauseData {
    const refused =
      way.on === "object" && "place" in way.violation && way.violation.keyword !== "propertyNames"
        ? way.violation.place
        : undefined;
    return refused && this.#decider.views.space.keywords(refused).types === 0 ? { closed: true } : {};
  }

  /** The step to a member's pair, where both sides have a schema for it that some value keeps. */
  #step(view: View, state: State, { way }: Break, value: Json): Step | undefined {
    const { space } = this.#decider.views;
    if (way.on === "array") {
      const { violation } = way;
      if (violation.keyword !== "items" && violation.keyword !== "prefixItems") return undefined;
      const left = itemSchemas(view.arrays, violation.index);
      if (left.length === 0 || space.keywords(violation.place).types === 0) return undefined;
      const { index } = violation;
      return {
        token: String(index),
        within: "array",
        left,
        right: [violation.place],
        embed: (item) => embedItem(this.#decider, state.keep, index, item),
      };
    }
    if (way.on !== "object" || !("place" in way.violation) || way.violation.keyword === "propertyNames")
      return undefined;
    const { name, place } = way.violation;
    if (space.keywords(place).types === 0) return undefined;
    const token = typeof name === "string" ? name : Object.keys(value as object).at(-1);
    if (token === undefined) return undefined;
    const left = valueSchemas(view.objects, token).map((entry) => entry.place);
    if (left.length === 0) return undefined;
    return this.#propertyStep(state, token, left, place);
  }

  #cause(
    keyword: string,
    right: Place,
    type: TypeSet,
    data: CauseData,
    found: Found<Json>,
    left: readonly Place[],
  ): void {
    if (found.kind === "none") return;
    const value = found.kind === "some" ? found.value : undefined;
    // Alternatives were followed without asking that the others fail; a value that has two of a oneOf is none of the left.
    if (
      value !== undefined &&
      this.#left.some((place) => this.#decider.validator.accepts(place, value, "left") === false)
    )
      return;
    const reason = found.kind === "unknown" ? found.reason : undefined;
    const exists = found.kind === "some" || found.exists;
    this.#found.addCause({
      keyword,
      type,
      left: this.#decider.views.located(left).members,
      right,
      data,
      value,
      reason,
      exists,
    });
  }
}
