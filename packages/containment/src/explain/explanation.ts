import type { Decider } from "../decide.ts";
import { exactly } from "../goal.ts";
import type { Json } from "../json.ts";
import { ANY_OBJECT, ANYTHING, type Place } from "../lower/keywords.ts";
import { ARRAY, OBJECT, type TypeSet } from "../lower/types.ts";
import { isWritable } from "../types/extent.ts";
import type { Found } from "../types/outcome.ts";
import type { Views } from "../view.ts";

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
  /** Whether the right side accepts nothing at all; with `types`, no value of these, though it speaks of them. */
  readonly nothing?: boolean;
  /** The limit of each side, where the keyword is one; null where a side sets none. */
  readonly left?: Json;
  readonly right?: Json;
}

/** What stands for the causes at a pair, and below it, that a budget or a depth kept from being found. */
export function unfinishedCause(
  left: readonly Place[],
  right: readonly Place[],
  views: Views,
): Cause & { readonly reason: string } {
  return {
    keyword: "unfinished",
    type: 0,
    left: views.located(left).members,
    right: right[0] as Place,
    data: {},
    value: undefined,
    reason: "to look at all changes would take too many steps",
    exists: false,
  };
}

/** A way down to a pair of subschemas where containment fails as well. */
export interface Step {
  /** Property name, or index of an item, in the value. */
  readonly token: string;
  readonly within: "object" | "array";
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

/** Causes and steps, each once. */
export class Findings implements Explanation {
  readonly steps: Step[] = [];
  /** By the schema that refuses, and then by keyword and name. */
  readonly #causes = new Map<Place, Map<string, number>>();
  readonly #all: Cause[] = [];
  /** By the first schema on the left. */
  readonly #steps = new Map<Place | undefined, Step[]>();

  get causes(): readonly Cause[] {
    return this.#all;
  }

  addCause(cause: Cause): void {
    const known = this.#causes.get(cause.right) ?? new Map<string, number>();
    this.#causes.set(cause.right, known);
    const key = `${cause.keyword} ${cause.data.name === undefined ? "" : JSON.stringify(cause.data.name)}`;
    const at = known.get(key);
    const same = at === undefined ? undefined : this.#all[at];
    if (at === undefined || same === undefined) known.set(key, this.#all.push(cause) - 1);
    else if (same.data.values && cause.data.values) {
      const values = [...new Set([...same.data.values, ...cause.data.values])];
      this.#all[at] = { ...same, data: { ...same.data, values } };
    }
  }

  add({ causes, steps }: Explanation): void {
    for (const cause of causes) this.addCause(cause);
    for (const step of steps) this.addStep(step);
  }

  addStep(step: Step): void {
    const same = (places: readonly Place[], others: readonly Place[]) =>
      places.length === others.length && places.every((place, i) => place === others[i]);
    const others = this.#steps.get(step.left[0]) ?? [];
    this.#steps.set(step.left[0], others);
    if (others.some((other) => same(other.left, step.left) && same(other.right, step.right))) return;
    others.push(step);
    this.steps.push(step);
  }
}

/** The smallest value that keeps some schemas and holds a value at a property. */
export function embedProperty(decider: Decider, keep: readonly Place[], name: string, value: Json): Json | undefined {
  if (!isWritable(value)) return undefined;
  return embedIn(decider, keep, holdingProperty(name, exactly(value, decider.views.space), decider));
}

/** The smallest value that keeps some schemas and holds a value at an index. */
export function embedItem(decider: Decider, keep: readonly Place[], index: number, value: Json): Json | undefined {
  if (!isWritable(value)) return undefined;
  return embedIn(decider, keep, holdingItem(index, exactly(value, decider.views.space), decider));
}

function embedIn(decider: Decider, keep: readonly Place[], holder: Place): Json | undefined {
  const found = decider.ask({ keep: [...keep, holder], break: [], beside: [] });
  return found.kind === "some" ? found.value : undefined;
}

/**
 * A value that one schema accepts and another refuses, of which the part at the end of a way is refused by a third.
 *
 * @param path the way down, from the whole value
 */
export function findRefusedAt(
  decider: Decider,
  left: Place,
  right: Place,
  path: readonly Pick<Step, "token" | "within">[],
  refusing: Place,
): Found<Json> {
  const { space } = decider.views;
  let holder = space.synthetic({ ...ANYTHING, clauses: [{ kind: "not", part: refusing }] });
  for (const { token, within } of path.toReversed()) {
    // What is inside gets its node first, so that a long way does not exhaust the stack.
    space.node(holder);
    holder =
      within === "object" ? holdingProperty(token, holder, decider) : holdingItem(Number(token), holder, decider);
  }
  return decider.ask({ keep: [left, holder], break: [right], beside: [] });
}

function holdingProperty(name: string, member: Place, { views }: Decider): Place {
  const properties = new Map([[name, member]]);
  return views.space.synthetic({ ...ANYTHING, types: OBJECT, object: { ...ANY_OBJECT, properties, required: [name] } });
}

function holdingItem(index: number, item: Place, { views }: Decider): Place {
  const free = views.space.synthetic(ANYTHING);
  const prefix = [...Array.from({ length: index }, () => free), item];
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
