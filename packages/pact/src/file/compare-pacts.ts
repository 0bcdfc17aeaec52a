import type { PactEntry, PactFile } from "./pact-file.ts";

/** How a pact differs from the one that is kept: names of interactions, sorted. */
export interface PactChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Kept, and written by no test any more. */
  readonly stale: readonly string[];
}

/**
 * Compares the pact that tests wrote with the one that is kept.
 * @param kept undefined where there is none
 */
export function comparePacts(kept: PactFile | undefined, written: PactFile): PactChanges {
  const [before, after] = [textsOf(kept?.interactions ?? []), textsOf(written.interactions)];
  const names = (keys: Iterable<string>) => [...keys].sort();
  return {
    added: names([...after.keys()].filter((name) => !before.has(name))),
    changed: names(
      [...after].filter(([name, text]) => before.has(name) && before.get(name) !== text).map(([name]) => name),
    ),
    stale: names([...before.keys()].filter((name) => !after.has(name))),
  };
}

/** What an interaction is called: libraries take those of one description and state for the same. */
function interactionName({ description, states }: PactEntry): string {
  return states.length === 0 ? description : `${description}, given ${states.join(" and ")}`;
}

function textsOf(entries: readonly PactEntry[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(entries, interactionName);
  return new Map([...groups].map(([name, its]) => [name, its.map(({ text }) => text).join("")]));
}

/** Notes what is written over: an interaction that was seen with one content, and later with another. */
export class Overwrites {
  readonly #seen = new Map<string, string>();
  readonly #names = new Set<string>();

  /** Takes in a pact as it stands at a moment. */
  look({ consumer, provider, interactions }: PactFile): void {
    for (const entry of interactions) {
      const key = JSON.stringify([consumer, provider, interactionName(entry)]);
      const before = this.#seen.get(key);
      if (before !== undefined && before !== entry.text) this.#names.add(key);
      this.#seen.set(key, entry.text);
    }
  }

  /** The names of the interactions of a pact that were written over, sorted. */
  of({ consumer, provider, interactions }: PactFile): readonly string[] {
    const names = interactions.map(interactionName);
    return [...new Set(names)].filter((name) => this.#names.has(JSON.stringify([consumer, provider, name]))).sort();
  }
}
