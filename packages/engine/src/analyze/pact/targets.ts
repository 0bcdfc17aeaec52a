import type { Located } from "@concordat/containment/internal";
import type { Reach } from "../../finding/finding.ts";
import type { OfInteraction, PactTargets } from "../../kit/pact-targets.ts";
import type { Interaction, Pact } from "../../model/pact.ts";

/** Something to be judged by rules, with its kind. */
export type Target = {
  [Kind in keyof PactTargets]: { readonly kind: Kind; readonly target: PactTargets[Kind] };
}[keyof PactTargets];

/** An interaction, and what of a target is the same for all that is said of it. */
export class Subject {
  readonly pact: Pact;
  readonly interaction: Interaction;
  /** The operation, once it is known. */
  readonly operation: Omit<Reach, "direction"> | undefined;
  readonly #head: Located | undefined;

  constructor(pact: Pact, interaction: Interaction, operation?: Omit<Reach, "direction">, head?: Located) {
    this.pact = pact;
    this.interaction = interaction;
    this.operation = operation;
    this.#head = head;
  }

  /**
   * What all targets have in common.
   *
   * @param place where it stands in the pact
   * @param head what the description says of it; the operation where nothing is given
   */
  of(place: Located, direction: Reach["direction"], head?: Located, at?: string): OfInteraction {
    const { pact, interaction, operation } = this;
    const operations = operation ? [{ ...operation, direction, ...(at !== undefined && at !== "" && { at }) }] : [];
    return { pact, interaction, place, head: head ?? this.#head, operations };
  }
}

/** The place of a member of a place, as far as it is there. */
export function below({ document, pointer, value }: Located, ...keys: readonly string[]): Located {
  let found: Located = { document, pointer, value };
  for (const key of keys) {
    const holder = found.value;
    const member =
      typeof holder === "object" && holder !== null ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
    if (member === undefined) return found;
    const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
    found = { document, pointer: `${found.pointer}/${token}`, value: member };
  }
  return found;
}

/** A member of an object by its name in any case, as it is written there. */
export function memberIn({ value }: Located, name: string): string {
  return Object.keys(Object(value)).find((key) => key.toLowerCase() === name) ?? name;
}
