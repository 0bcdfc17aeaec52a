import {
  type Cause,
  Decider,
  Explainer,
  escapeToken,
  isObject,
  type Json,
  type Library,
  type Located,
  type Mode,
  own,
  type Place,
  type Space,
} from "@concordat/containment";
import type { Direction, Reach, Witness } from "../../finding/finding.ts";
import type { Facet } from "../../kit/targets.ts";
import { facetOf, isExtensible } from "./facets.ts";
import {
  embed,
  FailureGraph,
  type GraphNode,
  type Route,
  reachesOf,
  routesTo,
  type SchemaRoot,
} from "./schema-graph.ts";

/** What happened to the values that a schema accepts, at the schema where it happened. */
export interface SchemaChange {
  readonly facet: Facet;
  readonly direction: Direction;
  readonly change: "narrowed" | "widened";
  readonly cause: Cause;
  /** The schemas concerned on each side; a side may say nothing there. */
  readonly base: Place | undefined;
  readonly head: Place | undefined;
  readonly operations: readonly Reach[];
  /** For changes that break: a confirmed value, or why there is none. */
  readonly proof: { readonly witness: Witness } | { readonly undecided: string } | { readonly unwritten: true } | undefined;
}

export interface SchemaCompareOptions {
  readonly unknownResponseProperties: "ignore" | "refuse";
}

/** Messages from which a cause is tried to be shown before it is called undecided. */
const MOST_TRIALS = 3;

/** Whether a change of this kind breaks consumers: requests may not lose values, responses may not gain any. */
export function breaks(direction: Direction, change: "narrowed" | "widened"): boolean {
  return (direction === "request") === (change === "narrowed");
}

/** Compares the schemas of two revisions through containment. */
export class SchemaComparison {
  readonly #space: Space;
  readonly #library: Library;
  readonly #options: SchemaCompareOptions;
  readonly #roots: SchemaRoot[] = [];

  constructor(space: Space, library: Library, options: SchemaCompareOptions) {
    this.#space = space;
    this.#library = library;
    this.#options = options;
  }

  add(root: SchemaRoot): void {
    this.#roots.push(root);
  }

  /** All changes, those that break with their proof. */
  async changes(): Promise<SchemaChange[]> {
    const found: SchemaChange[] = [];
    for (const direction of ["request", "response"] as const) {
      const roots = this.#roots.filter(
        (root) => root.direction === direction && this.#space.node(root.base) !== this.#space.node(root.head),
      );
      if (roots.length > 0) found.push(...(await this.#compare(direction, roots)));
    }
    return found;
  }

  async #compare(direction: Direction, roots: readonly SchemaRoot[]): Promise<SchemaChange[]> {
    const mode: Mode = {
      extras: "declared",
      direction,
      unknownProperties: direction === "response" ? this.#options.unknownResponseProperties : "refuse",
    };
    let decider = new Decider(this.#space, mode);
    let graphs = this.#graphs(decider, roots);
    if (decider.lackedAutomata) {
      // Automata are large to load; most comparisons need none.
      const { RefaAutomata } = await import("@concordat/containment/automata");
      decider = new Decider(this.#space, mode, new RefaAutomata());
      graphs = this.#graphs(decider, roots);
    }
    const found: SchemaChange[] = [];
    for (const change of ["narrowed", "widened"] as const) {
      const judge = new Judge(decider, mode, this.#library, direction, change);
      for (const node of graphs[change].nodes) found.push(...(await judge.changesAt(node)));
      if (breaks(direction, change)) found.push(...(await judge.unexplained(graphs[change])));
    }
    return found;
  }

  #graphs(
    decider: Decider,
    roots: readonly SchemaRoot[],
  ): { readonly narrowed: FailureGraph; readonly widened: FailureGraph } {
    const explainer = new Explainer(decider);
    const graphs = { narrowed: new FailureGraph(explainer), widened: new FailureGraph(explainer) };
    for (const root of roots) {
      if (decider.counterexample([root.base], [root.head]).kind !== "none")
        graphs.narrowed.add(root, root.base, root.head);
      if (decider.counterexample([root.head], [root.base]).kind !== "none")
        graphs.widened.add(root, root.head, root.base);
    }
    return graphs;
  }
}

/** Turns causes into changes, and proves those that break. */
class Judge {
  readonly #decider: Decider;
  readonly #mode: Mode;
  readonly #library: Library;
  readonly #direction: Direction;
  readonly #change: "narrowed" | "widened";
  readonly #explained = new Set<SchemaRoot>();

  constructor(decider: Decider, mode: Mode, library: Library, direction: Direction, change: "narrowed" | "widened") {
    this.#decider = decider;
    this.#mode = mode;
    this.#library = library;
    this.#direction = direction;
    this.#change = change;
  }

  async changesAt(node: GraphNode): Promise<SchemaChange[]> {
    if (node.causes.length === 0) return [];
    const routes = routesTo(node);
    const operations = reachesOf(routes);
    const changes: SchemaChange[] = [];
    for (const cause of node.causes) {
      const proof = breaks(this.#direction, this.#change) ? await this.#prove(cause, routes) : undefined;
      if (proof === "masked") continue;
      if (proof) for (const { root } of routes) this.#explained.add(root);
      changes.push({
        facet: this.#facet(cause),
        direction: this.#direction,
        change: this.#change,
        cause,
        ...this.#sides(cause),
        operations,
        proof,
      });
    }
    return changes;
  }

  /** Messages that fail although each single cause is masked: they fail by a combination, and are reported as a whole. */
  async unexplained(graph: FailureGraph): Promise<SchemaChange[]> {
    const changes: SchemaChange[] = [];
    for (const start of graph.nodes) {
      const roots = start.roots.filter((root) => !this.#explained.has(root));
      const found = roots.length > 0 ? this.#decider.counterexample(start.left, start.right) : undefined;
      if (found === undefined || found.kind === "none") continue;
      const [left, right] = [start.left[0] as Place, start.right[0] as Place];
      const value = found.kind === "some" ? found.value : undefined;
      const reason = found.kind === "unknown" ? found.reason : undefined;
      const cause: Cause = { keyword: "schema", type: 0, left: [left], right, data: {}, value, reason, exists: found.kind === "some" || found.exists };
      const routes = roots.map((root) => ({ root, steps: [], start }));
      const proof = await this.#prove(cause, routes);
      if (proof === "masked") continue;
      changes.push({
        facet: "schema",
        direction: this.#direction,
        change: this.#change,
        cause,
        ...this.#sides(cause),
        operations: reachesOf(routes),
        proof,
      });
    }
    return changes;
  }

  #facet(cause: Cause): Facet {
    const { space } = this.#decider.views;
    const facet = facetOf(cause, (place, name) => space.keywords(place).object?.properties.has(name) ?? false);
    const grown = facet === "enum" && this.#direction === "response" && this.#change === "widened";
    return grown && isExtensible(cause.right) ? "extensible-enum" : facet;
  }

  #sides(cause: Cause): { base: Place | undefined; head: Place | undefined } {
    const left =
      cause.left.find((place) => isObject(place.value) && own(place.value, cause.keyword) !== undefined) ??
      cause.left[0];
    return this.#change === "narrowed" ? { base: left, head: cause.right } : { base: cause.right, head: left };
  }

  /** `masked`: wherever the schema is used, another alternative accepts what is refused here, or base never had it. */
  async #prove(cause: Cause, routes: readonly Route[]): Promise<SchemaChange["proof"] | "masked"> {
    if (cause.value === undefined && cause.exists) return { unwritten: true };
    if (cause.value === undefined) return { undecided: cause.reason ?? "it could not be decided" };
    const { validator } = this.#decider;
    let masked = true;
    for (const route of routes.slice(0, MOST_TRIALS)) {
      const value = embed(cause.value, route);
      const [left, right] = [route.start.left[0] as Place, route.start.right[0] as Place];
      if (value !== undefined && validator.accepts(right, value, "right") === true) continue;
      if (value !== undefined && validator.accepts(left, value, "left") === false) continue;
      masked = false;
      if (value === undefined) continue;
      const { confirm } = await import("@concordat/containment/confirm");
      const confirmed = await confirm(
        { left, right, value, seen: validator.seen([right], value) },
        this.#library,
        this.#mode,
      );
      if (confirmed) return { witness: this.#witness(confirmed.value, cause, route) };
    }
    return masked ? "masked" : { undecided: "a value was found, but the validators do not agree on it" };
  }

  #witness(value: Json, cause: Cause, { steps }: Route): Witness {
    const at = steps.map(({ token }) => `/${escapeToken(token)}`).join("");
    const where = at === "" ? "The value" : `\`${at}\``;
    const sides =
      this.#change === "narrowed"
        ? ({ acceptedBy: "base", refusedBy: "head" } as const)
        : ({ acceptedBy: "head", refusedBy: "base" } as const);
    return {
      value,
      ...sides,
      reason: `${where} is refused by \`${cause.keyword}\`${cause.data.name === undefined ? "" : ` (\`${cause.data.name}\`)`}.`,
    };
  }
}

/** Where a schema stands, as positions and subjects need it. */
export function locatedAt(place: Place | undefined): Located | undefined {
  return place && { document: place.document, pointer: place.pointer, value: place.value };
}
