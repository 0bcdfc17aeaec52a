import type { Steps } from "@concordat/containment/internal";
import type { Reach } from "../../finding/finding.ts";
import type { PlacePair } from "./place-pair.ts";
import { messageKey, type SchemaRoot } from "./schema-graph.ts";

/** Steps of the run that a walk may take to find the pairs. */
const MOST_STEPS = 5_000_000;

/** How far a walk over pairs of places gets within the budget of the run, and which messages it did not get through. */
export class Progress {
  readonly #steps: Steps;
  readonly #isSpent: () => boolean;
  readonly #roots: SchemaRoot[] = [];
  readonly #cut: SchemaRoot[] = [];
  #areReachesCut = false;

  constructor(steps: Steps) {
    this.#steps = steps;
    this.#isSpent = steps.portion(MOST_STEPS);
  }

  /** Goes through the pairs that are open below a message, and those that are found on the way. */
  goThrough<P extends PlacePair>(root: SchemaRoot, open: P[], descend: (pair: P) => void): void {
    this.#roots.push(root);
    for (let pair = open.pop(); pair && !this.#isSpent(); pair = open.pop()) descend(pair);
    // What others found is shared, as is what they did not.
    if (this.#isSpent()) this.#cut.push(root);
  }

  /** The messages with pairs that were not found, or of which it is not known that they lead to a pair. */
  get unfinished(): readonly SchemaRoot[] {
    return this.#areReachesCut ? this.#roots : this.#cut;
  }

  /**
   * The operations from whose messages a pair is reached, each once per direction, with the place in what is sent; none where
   * to find them takes too many steps.
   */
  reachesOf(target: PlacePair, counts: (root: SchemaRoot) => boolean = () => true): Reach[] {
    const reaches = new Map<string, Reach>();
    const seen = new Set([target]);
    let layer = [{ pair: target, at: "" }];
    while (layer.length > 0) {
      const next: typeof layer = [];
      for (const { pair, at } of layer) {
        if (!this.#steps.take(pair.roots.length + pair.incoming.length)) {
          this.#areReachesCut = true;
          return [];
        }
        for (const root of pair.roots) {
          const { reach } = root;
          const key = reachKey(reach);
          if (counts(root) && !reaches.has(key)) reaches.set(key, { ...reach, at: (reach.at ?? "") + at });
        }
        for (const { from, path } of pair.incoming) {
          if (seen.has(from)) continue;
          seen.add(from);
          next.push({ pair: from, at: path + at });
        }
      }
      layer = next;
    }
    return [...reaches.values()];
  }
}

const reachKeys = new WeakMap<Reach, string>();

/** What reaches of one message share; it is asked for often. */
function reachKey(reach: Reach): string {
  let key = reachKeys.get(reach);
  if (key === undefined) reachKeys.set(reach, (key = messageKey(reach)));
  return key;
}
