import type { Decider } from "../decide.ts";
import type { Place } from "../lower/keywords.ts";
import { explainBelow } from "./below.ts";
import { type Cause, type Explanation, Findings, unfinishedCause } from "./explanation.ts";
import { type Effort, Walk } from "./walk.ts";

/** Steps of the run that the explanation of one pair may take. */
const MOST_STEPS = 300_000;
/** Pairs within one another that are explained by their alternatives one by one. */
const DEEPEST = 50;

/**
 * Explains failed containment as the set of all places where it fails. Only pairs that fail are entered, so what is
 * equivalent in other words leads nowhere.
 */
export class Explainer {
  readonly #decider: Decider;
  readonly #known = new Map<string, Explanation>();
  /** What is found below two schemas, whoever refers to them. */
  readonly #knownBelow = new Map<string, Explanation | undefined>();
  readonly #numbers = new Map<Place, number>();
  #depth = 0;

  constructor(decider: Decider) {
    this.#decider = decider;
  }

  /** All causes at one pair, and the pairs below it that fail; empty where the left side lies within the right. */
  explain(left: readonly Place[], right: readonly Place[]): Explanation {
    const key = `${left.map((place) => this.#number(place)).join()}>${right.map((place) => this.#number(place)).join()}`;
    let explanation = this.#known.get(key);
    if (explanation === undefined) {
      // Alternatives that lead back to themselves add nothing to their own explanation.
      this.#known.set(key, new Findings());
      explanation = this.#explain(left, right);
      this.#known.set(key, explanation);
    }
    return explanation;
  }

  /** The causes at one pair itself; what its subschemas have to do with it is left to them. */
  localCauses(left: readonly Place[], right: readonly Place[]): readonly Cause[] {
    const found = new Findings();
    const effort = this.#effort();
    for (const place of right) {
      const beside = right.filter((other) => other !== place);
      new Walk(this.#decider, left, place, beside, found, effort, true).run();
    }
    if (effort.isCut) found.addCause(this.unfinished(left, right));
    return found.causes;
  }

  /** The cause that stands for what is not looked at of a pair and below it. */
  unfinished(left: readonly Place[], right: readonly Place[]): Cause {
    return unfinishedCause(left, right, this.#decider.views);
  }

  #number(place: Place): number {
    let number = this.#numbers.get(place);
    if (number === undefined) this.#numbers.set(place, (number = this.#numbers.size));
    return number;
  }

  /** Where two schemas say the same themselves, only their subschemas can differ; no search is needed to see which. */
  #below(left: Place, right: Place): Explanation | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    const { space } = this.#decider.views;
    const key = `${this.#number(space.aliasEnd(left))}>${this.#number(space.aliasEnd(right))}`;
    if (this.#knownBelow.has(key)) return this.#knownBelow.get(key);
    this.#depth++;
    const below = explainBelow(left, right, this.#decider, (a, b) => this.explain([a], [b]));
    this.#depth--;
    this.#knownBelow.set(key, below);
    return below;
  }

  #effort(): Effort {
    return { isSpent: this.#decider.views.space.steps.portion(MOST_STEPS), isCut: false, depth: 0 };
  }

  #explain(left: readonly Place[], right: readonly Place[]): Explanation {
    const found = new Findings();
    const { opaque } = this.#decider.views.of(left);
    if (opaque !== undefined) {
      // Of a schema that cannot be read there is nothing to find but that.
      const members = this.#decider.views.located(left).members;
      const nothing = { keyword: "schema", type: 0, data: {}, value: undefined, exists: false };
      found.addCause({ ...nothing, left: members, right: right[0] as Place, reason: opaque });
      return found;
    }
    const effort = this.#effort();
    for (const place of right) {
      const beside = right.filter((other) => other !== place);
      if (this.#decider.ask({ keep: left, break: [place], beside }).kind === "none") continue;
      const below = left.length === 1 && beside.length === 0 ? this.#below(left[0] as Place, place) : undefined;
      if (below && right.length === 1) return below;
      if (below) found.add(below);
      else new Walk(this.#decider, left, place, beside, found, effort).run();
    }
    if (effort.isCut) found.addCause(this.unfinished(left, right));
    return found;
  }
}
