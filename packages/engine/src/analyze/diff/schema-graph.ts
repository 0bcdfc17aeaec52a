import {
  append,
  type Cause,
  type Explainer,
  type Explanation,
  escapeToken,
  type Json,
  type Place,
  type Step,
  type Steps,
} from "@concordat/containment/internal";
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
  causes: readonly Cause[];
  readonly incoming: GraphEdge[];
  /** The place in the order in which pairs are entered. */
  order: number;
  readonly roots: SchemaRoot[];
}

/** Pairs below which the same is found: references to the same schemas. All their steps are taken from one. */
interface Twins {
  readonly nodes: GraphNode[];
  /** The last search that came by; searches are numbered. */
  search: number;
}

interface GraphEdge {
  readonly from: Twins;
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
  readonly #twins = new Map<Explanation, Twins>();
  #rootCount = 0;
  #entered = 0;
  #searches = 0;

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
      node.order = this.#entered++;
      const explanation = this.#explainer.explain(node.left, node.right);
      const { steps } = explanation;
      const known = this.#twins.get(explanation);
      if (known) {
        known.nodes.push(node);
        continue;
      }
      const from: Twins = { nodes: [node], search: 0 };
      this.#twins.set(explanation, from);
      if (!this.#steps.take(steps.length * STEPS_OF_EDGE)) {
        first.causes = [...first.causes, this.#explainer.unfinished(first.left, first.right)];
        return;
      }
      for (const step of steps) this.#node(step.left, step.right, open).incoming.push({ from, step });
    }
  }

  /**
   * The shortest route to a node from each message that leads there, in the order of length; undefined where there are not
   * steps enough to find them.
   */
  routesTo(target: GraphNode): Route[] | undefined {
    const routes: Route[] = [];
    const seen = new Set([target]);
    const search = ++this.#searches;
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
        if (node.incoming.length === 0) continue;
        if (!this.#steps.take(node.incoming.length)) return undefined;
        const open = node.incoming.filter(({ from }) => from.search !== search);
        for (const { from, step } of inOrder(open)) {
          from.twins.search = search;
          if (seen.has(from.node)) continue;
          seen.add(from.node);
          next.push({ node: from.node, way: { step, next: way } });
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
      node = { left, right, causes: this.#explainer.explain(left, right).causes, incoming: [], order: 0, roots: [] };
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

/** The pairs from which edges come, in the order in which they were entered. */
function inOrder(
  edges: readonly GraphEdge[],
): { readonly from: { readonly node: GraphNode; readonly twins: Twins }; readonly step: Step }[] {
  const all = edges.flatMap(({ from, step }) => from.nodes.map((node) => ({ from: { node, twins: from }, step })));
  return edges.length < 2 ? all : all.sort((a, b) => a.from.node.order - b.from.node.order);
}

function stepsOf(way: Way | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = way; at; at = at.next) steps.push(at.step);
  return steps;
}

/** The operations that routes start from, each once per message of it, with the place in what is sent. */
export function reachesOf(routes: readonly Route[]): Reach[] {
  const reaches = new Map<string, Reach>();
  for (const { root, steps } of routes) {
    const key = messageKey(root.reach);
    if (reaches.has(key)) continue;
    const at = steps.map(({ token }) => `/${escapeToken(token)}`).join("");
    reaches.set(key, { ...root.reach, at: (root.reach.at ?? "") + at });
  }
  return [...reaches.values()];
}

/** What tells a message of an operation, or a parameter of it, from others; that it is sent in several media types does not. */
export function messageKey({ direction, status, at, ...operation }: Reach): string {
  const part = at === undefined || at.startsWith("/") ? "" : at;
  return [operationName(operation), direction, status, part].join(" ");
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
