import {
  append,
  type Cause,
  type Explainer,
  escapeToken,
  type Json,
  type Place,
  type Step,
  type Steps,
} from "@concordat/containment";
import type { Direction, Reach } from "../../finding/finding.ts";
import { operationName } from "../../model/operation-key.ts";

/** A schema of base and its counterpart in head, at one place of what an operation sends. */
export interface SchemaRoot {
  readonly direction: Direction;
  readonly base: Place;
  readonly head: Place;
  readonly reach: Reach;
}

/** Two sets of schemas that stand at the same place of a value. */
export interface GraphNode {
  readonly left: readonly Place[];
  readonly right: readonly Place[];
  readonly causes: readonly Cause[];
  readonly incoming: GraphEdge[];
  readonly roots: SchemaRoot[];
}

interface GraphEdge {
  readonly from: GraphNode;
  readonly step: Step;
}

/** A way down from a node, as long as it is only one of many that are followed. */
interface Way {
  readonly step: Step;
  readonly next: Way | undefined;
}

/** Steps of a run that one way from a pair to another takes. */
const STEPS_OF_EDGE = 10;

/** A way from a message to a place in it. */
export interface Route {
  readonly root: SchemaRoot;
  readonly steps: readonly Step[];
  readonly start: GraphNode;
}

/** All pairs of schemas at which containment fails, from the messages of operations downwards; each pair once. */
export class FailureGraph {
  readonly nodes: GraphNode[] = [];
  readonly #explainer: Explainer;
  readonly #known = new Map<string, GraphNode>();
  readonly #numbers = new Map<Place, number>();
  readonly #steps: Steps;
  #rootCount = 0;

  /** @param steps the budget of the run; what is left when it is spent is not entered */
  constructor(explainer: Explainer, steps: Steps) {
    this.#explainer = explainer;
    this.#steps = steps;
  }

  /** Adds a message of which values of `left` are not all values of `right`. */
  add(root: SchemaRoot, left: Place, right: Place): void {
    const open: GraphNode[] = [];
    const first = this.#node([left], [right], open);
    first.roots.push(root);
    this.#rootCount++;
    for (let node = open.pop(); node; node = open.pop()) {
      const { steps } = this.#explainer.explain(node.left, node.right);
      if (!this.#steps.take(steps.length * STEPS_OF_EDGE)) return;
      for (const step of steps) this.#node(step.left, step.right, open).incoming.push({ from: node, step });
    }
  }

  /**
   * The shortest route to a node from each message that leads there, in the order of length; undefined where there are not
   * steps enough to find them.
   */
  routesTo(target: GraphNode): Route[] | undefined {
    const routes: Route[] = [];
    const seen = new Set([target]);
    let layer: { node: GraphNode; way: Way | undefined }[] = [{ node: target, way: undefined }];
    while (layer.length > 0) {
      const next: typeof layer = [];
      for (const { node, way } of layer) {
        if (node.roots.length > 0) {
          const steps = stepsOf(way);
          append(
            routes,
            node.roots.map((root) => ({ root, steps, start: node })),
          );
          if (routes.length === this.#rootCount) return routes;
        }
        if (!this.#steps.take(node.incoming.length)) return undefined;
        for (const { from, step } of node.incoming) {
          if (seen.has(from)) continue;
          seen.add(from);
          next.push({ node: from, way: { step, next: way } });
        }
      }
      layer = next;
    }
    return routes;
  }

  #node(left: readonly Place[], right: readonly Place[], open: GraphNode[]): GraphNode {
    const key = `${left.map((place) => this.#number(place)).join()}>${right.map((place) => this.#number(place)).join()}`;
    let node = this.#known.get(key);
    if (node === undefined) {
      node = { left, right, causes: this.#explainer.explain(left, right).causes, incoming: [], roots: [] };
      this.#known.set(key, node);
      this.nodes.push(node);
      open.push(node);
    }
    return node;
  }

  #number(place: Place): number {
    let number = this.#numbers.get(place);
    if (number === undefined) this.#numbers.set(place, (number = this.#numbers.size));
    return number;
  }
}

function stepsOf(way: Way | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = way; at; at = at.next) steps.push(at.step);
  return steps;
}

/** The operations that routes start from, each once per direction, with the place in what is sent. */
export function reachesOf(routes: readonly Route[]): Reach[] {
  const reaches = new Map<string, Reach>();
  for (const { root, steps } of routes) {
    const key = `${operationName(root.reach)} ${root.reach.direction}`;
    if (reaches.has(key)) continue;
    const at = steps.map(({ token }) => `/${escapeToken(token)}`).join("");
    reaches.set(key, { ...root.reach, at: (root.reach.at ?? "") + at });
  }
  return [...reaches.values()];
}

/** The value at the end of a route, embedded in the smallest message that holds it there. */
export function embed(value: Json, { steps }: Route): Json | undefined {
  let embedded: Json | undefined = value;
  for (const step of steps.toReversed()) {
    if (embedded === undefined) return undefined;
    embedded = step.embed(embedded);
  }
  return embedded;
}
