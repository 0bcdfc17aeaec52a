import {
  append,
  type Cause,
  type Explainer,
  escapeToken,
  type Json,
  type Place,
  type Step,
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
  readonly edges: GraphEdge[];
  readonly incoming: GraphEdge[];
  readonly roots: SchemaRoot[];
}

interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly step: Step;
}

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

  constructor(explainer: Explainer) {
    this.#explainer = explainer;
  }

  /** Adds a message of which values of `left` are not all values of `right`. */
  add(root: SchemaRoot, left: Place, right: Place): void {
    const open: GraphNode[] = [];
    const first = this.#node([left], [right], open);
    first.roots.push(root);
    for (let node = open.pop(); node; node = open.pop()) {
      for (const step of this.#explainer.explain(node.left, node.right).steps) {
        const edge = { from: node, to: this.#node(step.left, step.right, open), step };
        edge.from.edges.push(edge);
        edge.to.incoming.push(edge);
      }
    }
  }

  #node(left: readonly Place[], right: readonly Place[], open: GraphNode[]): GraphNode {
    const key = `${left.map((place) => this.#number(place)).join()}>${right.map((place) => this.#number(place)).join()}`;
    let node = this.#known.get(key);
    if (node === undefined) {
      node = { left, right, causes: this.#explainer.explain(left, right).causes, edges: [], incoming: [], roots: [] };
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

/** The shortest route to a node from each message that leads there, in the order of length. */
export function routesTo(target: GraphNode): Route[] {
  const routes: Route[] = [];
  const seen = new Set([target]);
  let layer: { node: GraphNode; steps: readonly Step[] }[] = [{ node: target, steps: [] }];
  while (layer.length > 0) {
    const next: typeof layer = [];
    for (const { node, steps } of layer) {
      append(
        routes,
        node.roots.map((root) => ({ root, steps, start: node })),
      );
      for (const edge of node.incoming) {
        if (seen.has(edge.from)) continue;
        seen.add(edge.from);
        next.push({ node: edge.from, steps: [edge.step, ...steps] });
      }
    }
    layer = next;
  }
  return routes;
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
