import {
  append,
  type Cause,
  Decider,
  Explainer,
  escapeToken,
  findRefusedAt,
  isObject,
  type Json,
  keyOf,
  type Library,
  type Mode,
  own,
  type Place,
  type Space,
  UNCONFIRMED,
  type Unconfirmed,
  type View,
  type Views,
} from "@concordat/containment/internal";

import type { Direction, Reach, Witness } from "../../finding/finding.ts";
import type { Facet, VacuousTarget } from "../../kit/targets.ts";
import { ToldTags } from "./discriminators.ts";
import { facetOf, isExtensible, keywordOf } from "./facets.ts";
import type { JudgedPair } from "./place-pair.ts";
import type { PlaceWalk } from "./place-walk.ts";
import { embed, FailureGraph, type GraphNode, type Route, reachesOf, type SchemaRoot } from "./schema-graph.ts";
import { findVacuity } from "./vacuous.ts";
import { writtenType } from "./written-type.ts";

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
  /** What each side writes as the type, where the two differ in it. */
  readonly types: { readonly base: string; readonly head: string } | undefined;
  /** For changes that break: a confirmed value, or why there is none. */
  readonly proof:
    | { readonly witness: Witness }
    | { readonly undecided: string }
    | { readonly unwritten: true }
    | undefined;
}

export interface SchemaCompareOptions {
  readonly unknownResponseProperties: "ignore" | "refuse";
}

/** Messages from which a cause is tried to be shown before it is called undecided; masked in all of these, it is tried further. */
const MOST_TRIALS = 3;
/** Steps of a run that one trial takes, beside those of its search. */
const STEPS_OF_TRIAL = 100;

const UNTRIED = "to try it in all messages would take too many steps";

const UNREACHED = "to find out which messages it is in would take too many steps";

/** Compares the schemas of two revisions through containment. */
export class SchemaComparison {
  readonly #space: Space;
  readonly #library: Library;
  readonly #options: SchemaCompareOptions;
  /** Where nothing can be sent; known when the changes are. */
  readonly vacuous: VacuousTarget[] = [];

  constructor(space: Space, library: Library, options: SchemaCompareOptions) {
    this.#space = space;
    this.#library = library;
    this.#options = options;
  }

  /** All changes, those that break with their proof. `walk` has been through all roots. */
  async changes(roots: readonly SchemaRoot[], walk: PlaceWalk): Promise<SchemaChange[]> {
    const found: SchemaChange[] = [];
    for (const direction of ["request", "response"] as const) {
      const mine = roots.filter(
        (root) => root.direction === direction && this.#space.node(root.base) !== this.#space.node(root.head),
      );
      if (mine.length > 0) append(found, await this.#compare(direction, mine, walk));
    }
    return found;
  }

  async #compare(direction: Direction, roots: readonly SchemaRoot[], walk: PlaceWalk): Promise<SchemaChange[]> {
    const { unknownResponseProperties } = this.#options;
    const unknownProperties = direction === "response" ? unknownResponseProperties : "refuse";
    const mode: Mode = { extras: "declared", direction, unknownProperties };
    const asked: Asked = { lost: new Set(), gained: new Set(), count: 0 };
    let decider = new Decider(this.#space, mode);
    let analysis = this.#analyse(decider, direction, roots, walk, asked);
    if (analysis === undefined) {
      // Automata are large to load; most comparisons need none.
      const { RefaAutomata } = await import("@concordat/containment/automata");
      decider = decider.withAutomata(new RefaAutomata());
      analysis = this.#analyse(decider, direction, roots, walk, asked);
    }
    if (analysis === undefined) throw new Error("Automata are there, and still lacking.");
    const { graph, compatible, vacuous } = analysis;
    append(this.vacuous, vacuous);
    const judge = new Judge(
      decider,
      mode,
      this.#library,
      direction,
      new ToldTags(walk.pairs(), direction, this.#space),
    );
    const found: SchemaChange[] = [];
    for (const node of graph.nodes) append(found, await judge.changesAt(node, graph));
    append(found, await judge.unexplained(graph));
    return [...found, ...compatible];
  }

  /** @returns undefined where automata are lacking; what was answered without them stays in `asked` */
  #analyse(
    decider: Decider,
    direction: Direction,
    roots: readonly SchemaRoot[],
    walk: PlaceWalk,
    asked: Asked,
  ): Analysis | undefined {
    for (const root of roots.slice(asked.count)) {
      const [sent, accepted] = sides(root);
      const isLost = decider.counterexample([sent], [accepted]).kind !== "none";
      const isGained = decider.counterexample([accepted], [sent]).kind !== "none";
      if (decider.lackedAutomata) return undefined;
      if (isLost) asked.lost.add(root);
      if (isGained) asked.gained.add(root);
      asked.count++;
    }
    const lost = new Set(asked.lost);
    const vacuity = findVacuity(decider, direction, walk);
    for (const root of vacuity.roots) {
      const [sent, accepted] = sides(root);
      if (decider.counterexample([sent], [accepted]).kind !== "none") lost.add(root);
    }
    if (decider.lackedAutomata) return undefined;
    const explainer = new Explainer(decider);
    const graph = new FailureGraph(explainer, this.#space.steps);
    for (const root of lost) graph.add(root, ...sides(root));
    const compatible = [...compatibleChanges(decider, explainer, direction, asked.gained, walk)];
    if (decider.lackedAutomata) return undefined;
    const differs = vacuity.roots.some((root) => lost.has(root));
    return { graph, compatible, vacuous: [...vacuity.targets, ...(differs ? vacuity.onBothSides : [])] };
  }
}

/** The messages of one direction of which some values are not accepted by the other side, as far as is asked. */
interface Asked {
  readonly lost: Set<SchemaRoot>;
  readonly gained: Set<SchemaRoot>;
  /** How many were asked about, from the first. */
  count: number;
}

/** What is found of the messages of one direction, before anything is proven. */
interface Analysis {
  readonly graph: FailureGraph;
  readonly compatible: readonly SchemaChange[];
  readonly vacuous: readonly VacuousTarget[];
}

/** What one side sends and the other must accept: requests of base by head, responses of head by base. */
function sides({ direction, base, head }: SchemaRoot): [sent: Place, accepted: Place] {
  return direction === "request" ? [base, head] : [head, base];
}

/** Changes that break nobody: values that requests may have now, and that responses no longer have. */
function* compatibleChanges(
  decider: Decider,
  explainer: Explainer,
  direction: Direction,
  grown: ReadonlySet<SchemaRoot>,
  walk: PlaceWalk,
): Generator<SchemaChange> {
  const change = direction === "request" ? "widened" : "narrowed";
  if (grown.size === 0) return;
  for (const pair of walk.pairs()) {
    if (saysTheSame(pair, decider.views.space)) continue;
    const operations = walk.progress.reachesOf(pair, (root) => grown.has(root));
    if (operations.length === 0) continue;
    const [left, right] = direction === "request" ? [pair.head, pair.base] : [pair.base, pair.head];
    // An excluded part is reported at the whole that it belongs to.
    if (pair.roots.length === 0 && right.some((place) => isRuledOut(place, decider.views.space))) continue;
    for (const cause of explainer.localCauses(left, right)) {
      const facts = { facet: facetFor(cause, direction, change, decider.views.space), direction, change } as const;
      const proof = cause.keyword === "unfinished" ? unshown(cause) : undefined;
      yield { ...facts, cause, ...sidesOf(cause, change, decider.views), operations, proof };
    }
  }
}

function isRuledOut(place: Place, space: Space): boolean {
  return space.keywords(space.aliasEnd(place)).types === 0;
}

/** Whether two places say the same themselves, so that the change is reported further down. */
function saysTheSame({ views }: JudgedPair, space: Space): boolean {
  const part = (place: Place) => (isRuledOut(place, space) ? "none" : "");
  const outline = ({ members }: View) =>
    members
      .map((place) => (place.keywords ? keyOf(place.keywords, part) : ""))
      .sort()
      .join();
  return outline(views.base) === outline(views.head);
}

function facetFor(cause: Cause, direction: Direction, change: "narrowed" | "widened", space: Space): Facet {
  const facet = facetOf(cause, (place, name) => space.keywords(place).object?.properties.has(name) ?? false);
  const grown = facet === "enum" && direction === "response" && change === "widened";
  return grown && isExtensible(cause.right) ? "extensible-enum" : facet;
}

/** The schemas that a cause is about, and the types that they write. */
function sidesOf(
  cause: Cause,
  change: "narrowed" | "widened",
  views: Views,
): Pick<SchemaChange, "base" | "head" | "types"> {
  const says = (place: Place) => isObject(place.value) && own(place.value, cause.keyword) !== undefined;
  const left = cause.left.find(says) ?? cause.left[0];
  const [from, to] = [writtenType(cause.left), writtenType(views.located([cause.right]).members)];
  const differ = from !== undefined && to !== undefined && from !== to;
  return change === "narrowed"
    ? { base: left, head: cause.right, types: differ ? { base: from, head: to } : undefined }
    : { base: cause.right, head: left, types: differ ? { base: to, head: from } : undefined };
}

/** Routes of which no two start at the same schemas: messages that say the same show the same. */
function onePerSchema(routes: readonly Route[]): Route[] {
  return [...Map.groupBy(routes, ({ start }) => start).values()].flatMap(([first]) => first ?? []);
}

/** The proof of a cause that no value shows. */
function unshown({ exists, reason }: Cause): SchemaChange["proof"] {
  return exists ? { unwritten: true } : { undecided: reason ?? "it could not be decided" };
}

/** Turns the causes of breaks into changes, with their proof. */
class Judge {
  readonly #decider: Decider;
  readonly #mode: Mode;
  readonly #library: Library;
  readonly #direction: Direction;
  readonly #change: "narrowed" | "widened";
  readonly #told: ToldTags;
  readonly #explained = new Set<SchemaRoot>();

  constructor(decider: Decider, mode: Mode, library: Library, direction: Direction, told: ToldTags) {
    this.#decider = decider;
    this.#mode = mode;
    this.#library = library;
    this.#direction = direction;
    this.#change = direction === "request" ? "narrowed" : "widened";
    this.#told = told;
  }

  async changesAt(node: GraphNode, graph: FailureGraph): Promise<SchemaChange[]> {
    if (node.causes.length === 0) return [];
    const routes = graph.routesTo(node);
    // Not known to be reached from all, a cause is not said to be reached from some.
    const operations = reachesOf(routes ?? []);
    const changes: SchemaChange[] = [];
    for (const cause of node.causes) {
      const proof = routes ? await this.#prove(cause, routes) : ({ undecided: UNREACHED } as const);
      if (proof === "masked") continue;
      for (const { root } of routes ?? []) this.#explained.add(root);
      if (this.#told.tellOf(cause)) continue;
      changes.push({
        facet: facetFor(cause, this.#direction, this.#change, this.#decider.views.space),
        direction: this.#direction,
        change: this.#change,
        cause,
        ...sidesOf(cause, this.#change, this.#decider.views),
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
      const cause: Cause = {
        keyword: "schema",
        type: 0,
        left: [left],
        right,
        data: {},
        value,
        reason,
        exists: found.kind === "some" || found.exists,
      };
      const routes = roots.map((root) => ({ root, steps: [], start }));
      changes.push({
        facet: "schema",
        direction: this.#direction,
        change: this.#change,
        cause,
        ...sidesOf(cause, this.#change, this.#decider.views),
        operations: reachesOf(routes),
        proof: await this.#proveWhole(cause, routes[0] as Route),
      });
    }
    return changes;
  }

  async #proveWhole(cause: Cause, route: Route): Promise<SchemaChange["proof"]> {
    if (cause.value === undefined) return unshown(cause);
    const judged = await this.#judge(cause.value, cause, route);
    return typeof judged === "object" ? judged : { undecided: UNCONFIRMED[judged] };
  }

  /** `masked`: wherever the schema is used, another alternative accepts what is refused here, or base never had it. */
  async #prove(cause: Cause, routes: readonly Route[]): Promise<SchemaChange["proof"] | "masked"> {
    const { value } = cause;
    if (value === undefined) return unshown(cause);
    let open: { readonly undecided: string } | undefined;
    let tried = 0;
    for (const route of onePerSchema(routes)) {
      if (open && tried >= MOST_TRIALS) break;
      if (!this.#decider.views.space.steps.take(STEPS_OF_TRIAL)) return open ?? { undecided: UNTRIED };
      tried++;
      const shown = await this.#try({ ...cause, value }, route);
      if (shown === "masked") continue;
      if ("witness" in shown) return shown;
      open ??= shown;
    }
    return open ?? "masked";
  }

  /** What the message at the start of one route shows of a cause. */
  async #try(
    cause: Cause & { readonly value: Json },
    route: Route,
  ): Promise<{ readonly witness: Witness } | { readonly undecided: string } | "masked"> {
    const simplest = embed(cause.value, route);
    let judged = simplest === undefined ? "refuted" : await this.#judge(simplest, cause, route);
    if (judged === "refuted" && route.steps.length > 0) {
      // Another value may be refused here that nothing masks.
      const [left, right] = [route.start.left[0] as Place, route.start.right[0] as Place];
      const found = findRefusedAt(this.#decider, left, right, route.steps, cause.right);
      if (found.kind === "unknown") return { undecided: found.reason };
      if (found.kind === "some") judged = await this.#judge(found.value, cause, route);
    }
    if (typeof judged === "object") return judged;
    return judged === "refuted" ? "masked" : { undecided: UNCONFIRMED[judged] };
  }

  /** Whether a message shows a cause; `refuted` where one of the sides judges it otherwise. */
  async #judge(value: Json, cause: Cause, route: Route): Promise<{ readonly witness: Witness } | Unconfirmed> {
    const { validator } = this.#decider;
    const [left, right] = [route.start.left[0] as Place, route.start.right[0] as Place];
    if (validator.accepts(right, value, "right") === true) return "refuted";
    if (validator.accepts(left, value, "left") === false) return "refuted";
    const { confirm } = await import("@concordat/containment/confirm");
    const claim = { left, right, value, seen: validator.seen([right], value) };
    const confirmed = await confirm(claim, this.#library, this.#mode, this.#decider.views.space.steps);
    return confirmed.kind === "confirmed" ? { witness: this.#witness(confirmed.value, cause, route) } : confirmed.kind;
  }

  #witness(value: Json, cause: Cause, { steps }: Route): Witness {
    const at = steps.map(({ token }) => `/${escapeToken(token)}`).join("");
    const where = at === "" ? "The value" : `\`${at}\``;
    const keyword = keywordOf(cause);
    const by = keyword === "schema" ? "the schema" : `\`${keyword}\``;
    const sides =
      this.#change === "narrowed"
        ? ({ acceptedBy: "base", refusedBy: "head" } as const)
        : ({ acceptedBy: "head", refusedBy: "base" } as const);
    return {
      value,
      ...sides,
      reason: `${where} is refused by ${by}${cause.data.name === undefined ? "" : ` (\`${cause.data.name}\`)`}.`,
    };
  }
}
