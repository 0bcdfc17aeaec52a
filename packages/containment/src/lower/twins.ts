import type { Located } from "./document.ts";
import type { Unit } from "./unit.ts";

/** Where a schema stands that is known to mean the same as that at a place, by means that need not read either. */
export type TwinOf = (at: Located) => Located | undefined;

/**
 * Units that are known to mean the same as others, so that only one of the two need be read: most of a description is the
 * same in its next revision.
 */
export class Twins {
  readonly #twinOf: TwinOf;
  readonly #unitAt: (at: Located, like: Unit) => Unit | undefined;

  /** @param unitAt the unit at a place that is read as another is; undefined where none has been asked for */
  constructor(twinOf: TwinOf, unitAt: (at: Located, like: Unit) => Unit | undefined) {
    this.#twinOf = twinOf;
    this.#unitAt = unitAt;
  }

  /** The twin of a unit, where it has been read already, with all that it refers to. */
  of(unit: Unit): Unit | undefined {
    const { document, suffix, value, scope } = unit.place;
    if (scope?.key) return undefined;
    const at = (unit.twinAt ??= this.#twinOf({ document, pointer: suffix, value }) ?? null);
    const twin = at === null ? undefined : this.#unitAt(at, unit);
    return twin?.class === undefined && twin?.place.node === undefined ? undefined : twin;
  }
}
