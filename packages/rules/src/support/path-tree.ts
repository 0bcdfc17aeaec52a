import { type LintSteps, pathShape, type Resource, type Segment } from "@concordat/engine/kit";
import { prefixOf } from "./resources.ts";

/* Paths that match the same URLs, and whether one of them is the more specific. */

const OPEN = "{}";

/** Paths by their segments, one level for each, to find those that match the same URLs without comparing all pairs. */
export class PathTree {
  readonly #below = new Map<string, PathTree>();
  readonly #resources: Resource[] = [];

  insert(resource: Resource): void {
    let tree: PathTree = this;
    for (const segment of resource.segments) {
      const key = pathShape(segment.text);
      const next = tree.#below.get(key) ?? new PathTree();
      tree.#below.set(key, next);
      tree = next;
    }
    tree.#resources.push(resource);
  }

  /**
   * Paths of the same shape, or of one with as many segments each of which can hold the same text.
   *
   * @param steps takes one for each segment that is looked at; with none left no more are found
   */
  *matching(segments: readonly Segment[], steps: LintSteps): Generator<Resource> {
    const shapes = segments.map(({ text }) => pathShape(text));
    const open: { readonly tree: PathTree; readonly depth: number }[] = [{ tree: this, depth: 0 }];
    for (let at = open.pop(); at; at = open.pop()) {
      if (!steps.take()) return;
      const shape = shapes[at.depth];
      if (shape === undefined) {
        if (steps.take(at.tree.#resources.length * shapes.length)) yield* at.tree.#resources;
        continue;
      }
      const keys = shape === OPEN ? [...at.tree.#below.keys()] : [shape, OPEN];
      for (const key of keys.toReversed()) {
        const tree = at.tree.#below.get(key);
        if (tree) open.push({ tree, depth: at.depth + 1 });
      }
    }
  }
}

/** The first segment in which they differ by more than names of parameters; -1 where there is none. */
export function differAt(a: Resource, b: Resource): number {
  return a.segments.findIndex(({ text }, i) => {
    const other = b.segments[i]?.text;
    return text !== other && (other === undefined || pathShape(text) !== pathShape(other));
  });
}

/** Whether each has a literal where the other has a parameter: literals go first, and here neither path does. */
export function isUndecided(a: Resource, b: Resource): boolean {
  const firmer = (one: Resource, two: Resource) =>
    one.segments.some(({ kind }, i) => kind !== "parameter" && two.segments[i]?.kind === "parameter");
  return firmer(a, b) && firmer(b, a);
}

/** The beginnings of both up to where they differ. */
export function reasonOf(a: Resource, b: Resource): string {
  const index = differAt(a, b);
  return [prefixOf(a, index), prefixOf(b, index)].sort().join(" ");
}
