import { circles } from "../circles.ts";
import type { Steps } from "../steps.ts";
import type { Outline, Unit } from "./unit.ts";

/**
 * Gives units that mean the same one class: those whose texts are equal with the references left out, while the units
 * that these lead to are of one class in turn.
 *
 * Units that do not lead back to themselves get their class from the classes of what they refer to. Those that do are
 * told apart together: at first by what they say themselves, then in rounds by the marks of what they refer to, until a
 * round tells no more apart. That is a bisimulation, and each unit and each reference is looked at once in a round.
 */
export class Classes {
  readonly #outline: (unit: Unit) => Outline;
  readonly #steps: Steps;
  readonly #classElsewhere: (unit: Unit) => number | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #classes = new Map<string, number>();
  #count = 0;

  /**
   * @param steps bounds the rounds; without any left, units that lead back to themselves are not shared
   * @param classElsewhere the class of a unit that is known to mean the same without a look at either
   */
  constructor(
    outline: (unit: Unit) => Outline,
    steps: Steps,
    classElsewhere: (unit: Unit) => number | undefined = () => undefined,
  ) {
    this.#outline = outline;
    this.#steps = steps;
    this.#classElsewhere = classElsewhere;
  }

  /** The class of a unit. */
  of(unit: Unit): number {
    const groups = circles(
      unit,
      (each) => this.#outline(each).references,
      (each) => this.#isKnown(each),
    );
    for (const group of groups) this.#classify(group);
    return unit.class as number;
  }

  #isKnown(unit: Unit): boolean {
    unit.class ??= this.#classElsewhere(unit);
    return unit.class !== undefined;
  }

  #classify(group: readonly Unit[]): void {
    const [only] = group as [Unit];
    if (group.length === 1 && !this.#outline(only).references.includes(only)) {
      only.class = this.#classNamed(this.#written(only));
      return;
    }
    const marks = this.#marks(group);
    if (marks === undefined) {
      for (const unit of group) unit.class = this.#count++;
      return;
    }
    // Groups with the same marks lead on alike from each of them: the last round says how.
    const all = this.#number([...new Set(marks.values())].sort((a, b) => a - b).join());
    for (const unit of group) unit.class = this.#classNamed(`${all}:${marks.get(unit)}`);
    // A unit outside that refers to the group as one of it does means the same.
    for (const unit of group) this.#classes.set(this.#written(unit), unit.class as number);
  }

  /** Marks that units of a group share where they mean the same; undefined where there are no steps left to tell. */
  #marks(group: readonly Unit[]): ReadonlyMap<Unit, number> | undefined {
    let marks = new Map(group.map((unit) => [unit, this.#number(this.#written(unit))]));
    for (let told = 0, count = new Set(marks.values()).size; told < count; ) {
      if (!this.#steps.take(group.length)) return undefined;
      const before: ReadonlyMap<Unit, number> = marks;
      const next = (unit: Unit) =>
        this.#outline(unit)
          .references.map((reference) => before.get(reference) ?? "")
          .join();
      marks = new Map(group.map((unit) => [unit, this.#number(`${before.get(unit)};${next(unit)}`)]));
      told = count;
      count = new Set(marks.values()).size;
    }
    return marks;
  }

  /** What a unit says, with the classes of what it refers to as far as they are known. */
  #written(unit: Unit): string {
    const { text, references } = this.#outline(unit);
    return `${this.#number(text)}>${references.map((reference) => reference.class ?? "").join()}`;
  }

  #classNamed(name: string): number {
    let known = this.#classes.get(name);
    if (known === undefined) this.#classes.set(name, (known = this.#count++));
    return known;
  }

  #number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }
}
