import {
  append,
  inheritanceOf,
  isNumber,
  isObject,
  jsonEqual,
  type Library,
  type Located,
  own,
  resolveReference,
} from "@concordat/containment/internal";
import { type Context, isProse, memberContext } from "../../load/structure.ts";
import { anchored, DYNAMIC, type DynamicKeyword } from "./dynamic-anchors.ts";

/** How two parts compare: all that they mean is the same, or only what they say themselves, or not even that. */
export type Likeness = "same" | "same-text" | "different";

/** What references lead to on both sides, compared once. */
interface Unit {
  readonly base: Located;
  readonly head: Located;
  likeness: Likeness;
  /** Units that hold a reference to this one. */
  readonly holders: Set<Unit>;
}

/**
 * Tells parts of two revisions that mean the same because they are written the same: word for word but for prose, with
 * references of the same text to parts of which the same is true. Most of a description is; it need not be judged.
 */
export class Sameness {
  readonly #base: Library;
  readonly #head: Library;
  readonly #units = new Map<unknown, Unit[]>();
  #open: Unit[] = [];

  constructor(base: Library, head: Library) {
    this.#base = base;
    this.#head = head;
  }

  /** Compares many pairs at once, so that what they share is compared once; answers whether all they mean is the same. */
  compare(pairs: readonly (readonly [Located, Located])[]): boolean[] {
    const units = pairs.map(([base, head]) => this.#unit(base, head));
    this.#compareOpen();
    return units.map(({ likeness }) => likeness === "same");
  }

  /** Compares one pair. */
  likeness(base: Located, head: Located): Likeness {
    const unit = this.#unit(base, head);
    this.#compareOpen();
    return unit.likeness;
  }

  #compareOpen(): void {
    for (let unit = this.#open.pop(); unit; unit = this.#open.pop()) {
      // The same words can mean another thing in another dialect, as `nullable` does in 3.0 and 3.1.
      const same =
        unit.base.document.dialect === unit.head.document.dialect &&
        unit.base.document.schemas === unit.head.document.schemas &&
        this.#sameText(unit, unit.base.value, unit.head.value, "keywords") &&
        this.#sameChildren(unit);
      if (!same) {
        unit.likeness = "different";
        this.#spread(unit);
      }
    }
  }

  #unit(base: Located, head: Located): Unit {
    const known = this.#units.get(base.value) ?? [];
    let unit = known.find((other) => other.head.value === head.value);
    if (unit === undefined) {
      unit = { base, head, likeness: "same", holders: new Set() };
      this.#units.set(base.value, [...known, unit]);
      this.#open.push(unit);
    }
    return unit;
  }

  /** What refers to a part that differs is no longer the same either. */
  #spread(unit: Unit): void {
    const open = [...unit.holders];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.likeness !== "same") continue;
      next.likeness = "same-text";
      append(open, next.holders);
    }
  }

  #sameText(unit: Unit, base: unknown, head: unknown, context: Context | undefined): boolean {
    if (base === head) return true;
    if (typeof base !== "object" || typeof head !== "object" || base === null || head === null) return false;
    if (isNumber(base) || isNumber(head)) return jsonEqual(base, head);
    if (Array.isArray(base)) {
      if (!Array.isArray(head) || base.length !== head.length) return false;
      for (let i = 0; i < base.length; i++)
        if (!this.#sameText(unit, base[i], head[i], context && "keywords")) return false;
      return true;
    }
    if (!isObject(head)) return false;
    return this.#sameMembers(unit, base as Record<string, unknown>, head, context);
  }

  #sameMembers(
    unit: Unit,
    base: Record<string, unknown>,
    head: Record<string, unknown>,
    context: Context | undefined,
  ): boolean {
    for (const key in base) {
      if (context && isProse(context, key)) continue;
      if (!Object.hasOwn(head, key)) return false;
      const inside = context && memberContext(context, key, base[key]);
      if (!this.#sameText(unit, base[key], head[key], inside)) return false;
    }
    for (const key in head) if (!Object.hasOwn(base, key) && !(context && isProse(context, key))) return false;
    if (context !== "keywords") return true;
    for (const keyword of DYNAMIC)
      if (keyword in base && !this.#sameDynamicTarget(unit, own(base, keyword), keyword)) return false;
    return !("$ref" in base) || this.#sameTarget(unit, own(base, "$ref"));
  }

  /** A dynamic reference may lead to any schema with such an anchor, by the way that validation took. */
  #sameDynamicTarget(unit: Unit, reference: unknown, keyword: DynamicKeyword): boolean {
    if (!this.#sameTarget(unit, reference)) return false;
    const [base = [], head = []] = [this.#base, this.#head].map((library) => anchored(library, keyword));
    if (base.length !== head.length) return false;
    base.forEach((at, i) => {
      this.#hold(unit, at, head[i] as Located);
    });
    return true;
  }

  #sameTarget(unit: Unit, reference: unknown): boolean {
    if (typeof reference !== "string") return true;
    const base = resolveReference(reference, unit.base, this.#base);
    const head = resolveReference(reference, unit.head, this.#head);
    if ("problem" in base || "problem" in head) return "problem" in base && "problem" in head;
    this.#hold(unit, base, head);
    return true;
  }

  /** The children of a schema with a discriminator belong to it without being written in it. */
  #sameChildren(unit: Unit): boolean {
    const base = inheritanceOf(this.#base).children(unit.base);
    const head = new Map(
      inheritanceOf(this.#head)
        .children(unit.head)
        .map(({ name, at }) => [name, at]),
    );
    if (base.length !== head.size || !base.every(({ name }) => head.has(name))) return false;
    for (const { name, at } of base) this.#hold(unit, at, head.get(name) as Located);
    return true;
  }

  /** Notes that a part means the same only as long as another does. */
  #hold(unit: Unit, base: Located, head: Located): void {
    const target = this.#unit(base, head);
    if (target.likeness === "same") target.holders.add(unit);
    else if (unit.likeness === "same") {
      unit.likeness = "same-text";
      this.#spread(unit);
    }
  }
}
