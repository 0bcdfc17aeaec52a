import type { RawFinding, Reach } from "../../finding/finding.ts";
import { operationName } from "../../model/operation-key.ts";

/**
 * Findings about one thing, reported as one as they come in: in the words of the first, with the operations of all, shown by the
 * first that has a witness.
 */
export class Joined {
  readonly #first: RawFinding;
  #shown: RawFinding;
  readonly #operations: Reach[];
  readonly #known: Set<string>;

  constructor(first: RawFinding) {
    this.#first = first;
    this.#shown = first;
    this.#operations = [...first.operations];
    this.#known = new Set(first.operations.map(reachKey));
  }

  add(finding: RawFinding): void {
    if (this.#shown.witness === undefined && finding.witness !== undefined) this.#shown = finding;
    for (const reach of finding.operations) {
      const key = reachKey(reach);
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#operations.push(reach);
    }
  }

  get finding(): RawFinding {
    const { proof, witness } = this.#shown;
    return { ...this.#first, operations: this.#operations, proof, witness };
  }
}

function reachKey({ method, path, direction, status, at }: Reach): string {
  return `${operationName({ method, path })} ${direction} ${status} ${at}`;
}
