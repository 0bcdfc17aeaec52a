import { goByTheSame } from "../counterpart.ts";
import type { Decider } from "../decide.ts";
import type { Clause, Keywords, Place } from "../lower/keywords.ts";
import { keyOf } from "../lower/node.ts";
import { type Explanation, embedItem, embedProperty, Findings } from "./explanation.ts";

type Explain = (left: Place, right: Place) => Explanation;

/**
 * Explains two schemas whose keywords are equal but for their subschemas: the subschemas that differ are where it fails.
 * Undefined where the keywords differ too, or do not let each subschema be looked at by itself.
 */
export function explainBelow(left: Place, right: Place, decider: Decider, explain: Explain): Explanation | undefined {
  const { space } = decider.views;
  const [a, b] = [space.aliasEnd(left), space.aliasEnd(right)];
  const [keywords, others] = [space.keywords(a), space.keywords(b)];
  if (!isPlain(keywords) || keyOf(keywords, () => "") !== keyOf(others, () => "")) return undefined;
  const found = new Findings();
  const members = new Members(a, decider, found);
  for (const [name, place] of keywords.object?.properties ?? [])
    members.property(name, place, others.object?.properties.get(name));
  members.property("*", keywords.object?.additional, others.object?.additional);
  const prefix = keywords.array?.prefix ?? [];
  for (const [index, place] of prefix.entries()) members.item(index, place, others.array?.prefix[index]);
  members.item(prefix.length, keywords.array?.rest, others.array?.rest);
  for (const [i, clause] of keywords.clauses.entries()) {
    const explained = explainParts(partsOf(clause), partsOf(others.clauses[i]), right, decider, explain);
    if (explained === undefined) return undefined;
    found.add(explained);
  }
  return members.refused || found.causes.length + found.steps.length === 0 ? undefined : found;
}

/** Whether each subschema limits its own part of a value, and all subschemas are of kinds that are looked at. */
function isPlain({ object, array, all, clauses, unevaluatedItems, unevaluatedProperties, opaque }: Keywords): boolean {
  if (all.length > 0 || clauses.length > 1 || opaque || unevaluatedItems || unevaluatedProperties) return false;
  if (object && (object.patterns.length > 0 || object.names)) return false;
  return !array?.contains && clauses.every(({ kind }) => kind === "anyOf" || kind === "oneOf");
}

function partsOf(clause: Clause | undefined): readonly Place[] {
  return clause && (clause.kind === "anyOf" || clause.kind === "oneOf") ? clause.parts : [];
}

/** Alternatives one by one, as long as they stand in the same order; the others of the right side may take a value over. */
function explainParts(
  left: readonly Place[],
  right: readonly Place[],
  whole: Place,
  decider: Decider,
  explain: Explain,
): Explanation | undefined {
  const { views } = decider;
  const found = new Findings();
  for (const [i, part] of left.entries()) {
    const other = right[i];
    if (other === undefined || !goByTheSame(part, other, views.space)) return undefined;
    if (views.id(part) === views.id(other)) continue;
    if (decider.ask({ keep: [part], break: [whole], beside: [] }).kind === "none") continue;
    const explained = explain(part, other);
    if (explained.causes.length + explained.steps.length === 0) return undefined;
    found.add(explained);
  }
  return found;
}

/** Collects the members of values at which two schemas fail. */
class Members {
  /** Whether the right side refuses some member altogether, which is no matter of the member. */
  refused = false;
  readonly #place: Place;
  readonly #decider: Decider;
  readonly #found: Findings;

  constructor(place: Place, decider: Decider, found: Findings) {
    this.#place = place;
    this.#decider = decider;
    this.#found = found;
  }

  property(name: string, left: Place | undefined, right: Place | undefined): void {
    const unsent = this.#decider.views.of([this.#place]).unsent.has(name);
    if (left === undefined || right === undefined || unsent || !this.#fails(left, right)) return;
    const token = name === "*" ? "extra" : name;
    const embed = (value: Parameters<typeof embedProperty>[3]) =>
      embedProperty(this.#decider, [this.#place], token, value);
    this.#found.addStep({ token, within: "object", left: [left], right: [right], embed });
  }

  item(index: number, left: Place | undefined, right: Place | undefined): void {
    if (left === undefined || right === undefined || !this.#fails(left, right)) return;
    const embed = (value: Parameters<typeof embedItem>[3]) => embedItem(this.#decider, [this.#place], index, value);
    this.#found.addStep({ token: String(index), within: "array", left: [left], right: [right], embed });
  }

  #fails(left: Place, right: Place): boolean {
    const { views } = this.#decider;
    if (views.id(left) === views.id(right)) return false;
    if (views.space.keywords(views.space.aliasEnd(right)).types === 0) this.refused = true;
    return this.#decider.ask({ keep: [left], break: [right], beside: [] }).kind !== "none";
  }
}
