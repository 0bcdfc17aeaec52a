import { pickCounterpart, schemaName } from "./counterpart.ts";
import type { Break, Decider, State } from "./decide.ts";
import { exactly, typeSchema, waysToKeep } from "./goal.ts";
import type { Json } from "./json.ts";
import { ANY_OBJECT, ANYTHING, type Clause } from "./lower/keywords.ts";
import type { Place } from "./lower/place.ts";
import type { Space } from "./lower/space.ts";
import { ARRAY, OBJECT, SINGLE_TYPES, type TypeSet, typeNames, typeOf } from "./lower/types.ts";
import { itemSchemas } from "./types/array.ts";
import { memberGoal, valueSchemas } from "./types/object.ts";
import { type Found, some } from "./types/outcome.ts";
import type { View } from "./view.ts";

/** A keyword of the right side that refuses a value of the left, at the pair of schemas that was explained. */
export interface Cause {
  /** The keyword, or the clause, that refuses. */
  readonly keyword: string;
  /** JSON types that the refused values have. */
  readonly type: TypeSet;
  /** The schemas of the left side at this place, `allOf` and references taken in. */
  readonly left: readonly Place[];
  /** The schema of the right side whose keyword it is. */
  readonly right: Place;
  /** What is lost, said without wording: types, values, a name, or the two limits. */
  readonly data: CauseData;
  /** The smallest value that is refused; undefined where it could not be decided, then `reason` says why. */
  readonly value: Json | undefined;
  readonly reason: string | undefined;
  /** Whether there is such a value all the same, only too large to be written out. */
  readonly exists: boolean;
}

export interface CauseData {
  readonly types?: readonly string[];
  readonly values?: readonly Json[];
  readonly name?: string;
  /** Whether the property named, or any further one, is refused whatever its value. */
  readonly closed?: boolean;
  /** The limit of each side, where the keyword is one; null where a side sets none. */
  readonly left?: Json;
  readonly right?: Json;
}

/** A way down to a pair of subschemas where containment fails as well. */
export interface Step {
  /** Property name, or index of an item, in the value. */
  readonly token: string;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
  /** The smallest value of the left side at this pair that holds the given value at `token`. */
  embed(value: Json): Json | undefined;
}

/** Why a pair fails: here, and further down. */
export interface Explanation {
  readonly causes: readonly Cause[];
  readonly steps: readonly Step[];
}

/**
 * Explains failed containment as the set of all places where it fails. Only pairs that fail are entered, so what is
 * equivalent in other words leads nowhere.
 */
export class Explainer {
  readonly #decider: Decider;
  readonly #known = new Map<string, Explanation>();
  readonly #numbers = new Map<Place, number>();

  constructor(decider: Decider) {
    this.#decider = decider;
  }

  /** All causes at one pair, and the pairs below it that fail; empty where the left side lies within the right. */
  explain(left: readonly Place[], right: readonly Place[]): Explanation {
    const key = `${left.map((place) => this.#number(place)).join()}>${right.map((place) => this.#number(place)).join()}`;
    let explanation = this.#known.get(key);
    if (explanation === undefined) {
      explanation = this.#explain(left, right);
      this.#known.set(key, explanation);
    }
    return explanation;
  }

  #number(place: Place): number {
    let number = this.#numbers.get(place);
    if (number === undefined) this.#numbers.set(place, (number = this.#numbers.size));
    return number;
  }

  #explain(left: readonly Place[], right: readonly Place[]): Explanation {
    const found = new Findings();
    for (const place of right) {
      const beside = right.filter((other) => other !== place);
      if (this.#decider.ask({ keep: left, break: [place], beside }).kind === "none") continue;
      new Walk(this.#decider, left, place, beside, found).run();
    }
    return found;
  }
}

/** Causes and steps, each once. */
class Findings implements Explanation {
  readonly causes: Cause[] = [];
  readonly steps: Step[] = [];

  addCause(cause: Cause): void {
    const same = this.causes.find(
      (other) => other.keyword === cause.keyword && other.right === cause.right && other.data.name === cause.data.name,
    );
    if (same === undefined) this.causes.push(cause);
    else if (same.data.values && cause.data.values) {
      const values = [...same.data.values, ...cause.data.values.filter((value) => !same.data.values?.includes(value))];
      this.causes[this.causes.indexOf(same)] = { ...same, data: { ...same.data, values } };
    }
  }

  addStep(step: Step): void {
    const same = (places: readonly Place[], others: readonly Place[]) =>
      places.length === others.length && places.every((place, i) => place === others[i]);
    if (!this.steps.some((other) => same(other.left, step.left) && same(other.right, step.right)))
      this.steps.push(step);
  }
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
  const name = schemaName(a, space);
  return (name !== undefined && name === schemaName(b, space)) || space.node(a) === space.node(b);
}

/** Finds out why values of `left` are refused by one schema of the right side. */
class Walk {
  readonly #decider: Decider;
  readonly #left: readonly Place[];
  readonly #right: Place;
  readonly #beside: readonly Place[];
  readonly #found: Findings;

  constructor(decider: Decider, left: readonly Place[], right: Place, beside: readonly Place[], found: Findings) {
    this.#decider = decider;
    this.#left = left;
    this.#right = right;
    this.#beside = beside;
    this.#found = found;
  }

  run(): void {
    const goal = { keep: this.#left, break: [this.#right], beside: this.#beside };
    const lost: { type: TypeSet; value: Json }[] = [];
    for (const type of SINGLE_TYPES) {
      const value = this.#ask([...this.#left, typeSchema(this.#decider.views.space, type)], [this.#right]);
      if (value.kind === "none") continue;
      if (value.kind === "some" && this.#refusesAll(this.#right, type)) lost.push({ type, value: value.value });
      else
        this.#enter(
          { type, keep: this.#left, resolved: new Set(), toBreak: [this.#right], broken: [], goal },
          NO_CONTEXT,
        );
    }
    const first = lost[0];
    if (first === undefined) return;
    const type = lost.reduce((set, entry) => set | entry.type, 0);
    this.#cause("type", this.#right, type, { types: typeNames(type) }, some(first.value), this.#left);
  }

  #ask(keep: readonly Place[], toBreak: readonly Place[]): Found<Json> {
    return this.#decider.ask({ keep, break: toBreak, beside: this.#beside });
  }

  #refusesAll(place: Place, type: TypeSet): boolean {
    return this.#ask([place, typeSchema(this.#decider.views.space, type)], []).kind === "none";
  }

  /** Resolves the clauses of the left side. */
  #enter(state: State, context: Context): void {
    const { views } = this.#decider;
    if (this.#decider.attempt(() => this.#decider.search(state)).kind === "none") return;
    const view = views.located(state.keep);
    const pending = view.values === undefined && view.clauses.find((each) => !state.resolved.has(each));
    if (pending) {
      const parts = pending.kind === "anyOf" || pending.kind === "oneOf" ? pending.parts : [];
      for (const alternative of waysToKeep(pending, views.space)) {
        const loose = pending.kind === "oneOf" ? { ...alternative, break: [] } : alternative;
        const siblings = parts.filter((part) => part !== alternative.keep[0]);
        this.#enter(this.#decider.keeping(state, pending, loose), {
          ...context,
          siblings: [...context.siblings, ...siblings],
        });
      }
      return;
    }
    const open = this.#decider.openBreaks(state) ?? [];
    const [only] = open;
    if (only === undefined) return;
    if (open.length === 1 && context.siblings.length === 0 && context.clause?.kind !== "oneOf")
      this.#breakOne(view, state, only);
    else this.#breakAlternatives(view, state, open, context);
  }

  /** Of several schemas that all refuse, the one that corresponds to the left side explains best; without one, an alternative is new. */
  #breakAlternatives(view: View, state: State, open: readonly Place[], { clause, member, siblings }: Context): void {
    const free = open.filter(
      (place) => !siblings.some((sibling) => sameSchema(sibling, place, this.#decider.views.space)),
    );
    const counterpart = pickCounterpart(state.keep.at(-1) as Place, view, free, this.#decider.views);
    if (counterpart !== undefined && this.#explainBy(counterpart, state, open)) return;
    const value = this.#decider.attempt(() => this.#decider.search(state));
    this.#cause(clause?.kind ?? "anyOf", member ?? this.#right, state.type, {}, value, state.keep);
  }

  /** Explains by one of several schemas, as far as the others refuse the values too. */
  #explainBy(counterpart: Place, state: State, open: readonly Place[]): boolean {
    const others = open.filter((place) => place !== counterpart);
    const within = new Findings();
    new Walk(this.#decider, state.keep, counterpart, [...others, ...this.#beside], within).runIn(state);
    const refused = (value: Json | undefined) =>
      value === undefined || others.every((place) => this.#decider.validator.accepts(place, value, "right") !== true);
    const causes = within.causes.filter(({ value }) => refused(value));
    for (const cause of causes) this.#found.addCause(cause);
    for (const step of within.steps) this.#found.addStep(step);
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
    for (const way of this.#decider.waysOf(view, state, right)) this.#breakWay(view, state, way);
  }

  /** Values of a finite set that are refused, by the keyword that refuses them. */
  #breakValues(values: readonly Json[], { type, keep }: State, place: Place): void {
    const { validator } = this.#decider;
    for (const value of values) {
      if (typeOf(value) !== type || keep.some((schema) => validator.accepts(schema, value, "left") === false)) continue;
      const refusal = validator.refusal(place, value);
      if (refusal) this.#cause(refusal.keyword, refusal.member, type, { values: [value] }, some(value), keep);
    }
  }

  #breakWay(view: View, state: State, chosen: Break): void {
    const { way, member } = chosen;
    if (
      way.on === "clause" &&
      way.alternative.keep.length === 0 &&
      (way.clause.kind === "anyOf" || way.clause.kind === "oneOf")
    ) {
      this.#enter({ ...state, toBreak: way.alternative.break }, { member, clause: way.clause, siblings: [] });
      return;
    }
    const known = this.#stepByName(view, state, chosen);
    if (known !== undefined) {
      if (known !== "holds") this.#found.addStep(known);
      return;
    }
    const found = this.#decider.attempt(() => this.#decider.through(view, { ...state, toBreak: [] }, chosen));
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

  /** The step to a property that is spelled out, or that its pair holds; no object need be built to tell. */
  #stepByName(view: View, state: State, { way }: Break): Step | "holds" | undefined {
    if (way.on !== "object" || !("place" in way.violation) || way.violation.keyword === "propertyNames")
      return undefined;
    const { name, place } = way.violation;
    const { views } = this.#decider;
    if (typeof name !== "string" || views.space.keywords(place).types === 0) return undefined;
    const besides = [...state.goal.break, ...state.goal.beside].map((right) => views.of([right]));
    const goal = memberGoal(view, name, [place], besides);
    if (goal.keep.length === 0) return undefined;
    return this.#decider.ask(goal).kind === "none" ? "holds" : this.#propertyStep(state, name, goal.keep, place);
  }

  #propertyStep(state: State, token: string, left: readonly Place[], place: Place): Step {
    return {
      token,
      left,
      right: [place],
      embed: (member) => this.#embed(state, holdingProperty(token, member, this.#decider)),
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
        left,
        right: [violation.place],
        embed: (item) => this.#embed(state, holdingItem(index, item, this.#decider)),
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

  #embed(state: State, holder: Place): Json | undefined {
    const found = this.#decider.ask({ keep: [...state.keep, holder], break: [], beside: [] });
    return found.kind === "some" ? found.value : undefined;
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
    if (value !== undefined && this.#left.some((place) => this.#decider.validator.accepts(place, value, "left") === false)) return;
    const reason = found.kind === "unknown" ? found.reason : undefined;
    const exists = found.kind === "some" || found.exists;
    this.#found.addCause({
      keyword,
      type,
      left: this.#decider.views.located(left).members,
      right,
      data,
      value,
      reason, exists
    });
  }
}

/** The limits of both sides, or the name, that a broken keyword is about. */
function causeData(view: View, { way, member }: Break): CauseData {
  switch (way.on) {
    case "number": {
      const { keyword, limits } = way.violation;
      if (keyword === "multipleOf") return { left: [...view.number.steps], right: [...limits.steps] };
      if (keyword === "type") return { types: ["number"] };
      const side = keyword === "minimum" ? "lower" : "upper";
      return { left: finite(view.number[side].at), right: finite(limits[side].at) };
    }
    case "string": {
      const { violation } = way;
      if (violation.keyword === "minLength") return { left: view.string.minLength, right: violation.maxLength + 1 };
      if (violation.keyword === "maxLength")
        return { left: finite(view.string.maxLength), right: violation.minLength - 1 };
      return violation.keyword === "pattern" ? { left: [...view.string.patterns], right: violation.pattern } : {};
    }
    case "array": {
      const { violation } = way;
      if (violation.keyword === "minItems")
        return { left: Math.max(0, ...view.arrays.map((limits) => limits.minItems)), right: violation.most + 1 };
      if (violation.keyword === "maxItems")
        return { left: finite(Math.min(...view.arrays.map((limits) => limits.maxItems))), right: violation.least - 1 };
      return "index" in violation ? { name: String(violation.index) } : {};
    }
    case "object": {
      const { violation } = way;
      if (violation.keyword === "minProperties")
        return { left: Math.max(0, ...view.objects.map((limits) => limits.minProperties)), right: violation.most + 1 };
      if (violation.keyword === "maxProperties")
        return {
          left: finite(Math.min(...view.objects.map((limits) => limits.maxProperties))),
          right: violation.least - 1,
        };
      return "name" in violation && typeof violation.name === "string" ? { name: violation.name } : {};
    }
    case "values":
      return { right: member.keywords?.values ?? [] };
    default:
      return {};
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function holdingProperty(name: string, value: Json, { views }: Decider): Place {
  const properties = new Map([[name, exactly(value, views.space)]]);
  return views.space.synthetic({ ...ANYTHING, types: OBJECT, object: { ...ANY_OBJECT, properties, required: [name] } });
}

function holdingItem(index: number, value: Json, { views }: Decider): Place {
  const free = views.space.synthetic(ANYTHING);
  const prefix = [...Array.from({ length: index }, () => free), exactly(value, views.space)];
  const array = {
    prefix,
    rest: undefined,
    contains: undefined,
    minItems: index + 1,
    maxItems: Number.POSITIVE_INFINITY,
    unique: false,
  };
  return views.space.synthetic({ ...ANYTHING, types: ARRAY, array });
}
