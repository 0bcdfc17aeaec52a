import { type Decider, type Place, plainlyHasValue } from "@concordat/containment/internal";
import type { Direction } from "../../finding/finding.ts";
import type { VacuousTarget } from "../../kit/targets.ts";
import { locatedAt } from "./located.ts";
import type { PlacePair } from "./place-pair.ts";
import type { PlaceWalk } from "./place-walk.ts";
import type { SchemaRoot } from "./schema-graph.ts";

/** What to report, and to compare instead, if the sending side has no value at all. */
interface Vacuity {
  readonly targets: readonly VacuousTarget[];
  /** Those at which the other side has no value either: they mean the same, unless their parts differ. */
  readonly onBothSides: readonly VacuousTarget[];
  /** The pairs right below that have values, as messages of their own. */
  readonly roots: readonly SchemaRoot[];
}

/**
 * Finds pairs at which the side that sends has no value at all, as when every value fits two alternatives of a `oneOf`.
 * All that is sent there is accepted, for nothing is; so its parts are compared side by side.
 */
export function findVacuity(decider: Decider, direction: Direction, walk: PlaceWalk): Vacuity {
  const pairs = walk.allPairs();
  const ofDirection = (root: SchemaRoot) => root.direction === direction;
  const vacuous = new Set(pairs.filter((pair) => isVacuous(decider, direction, pair)));
  const outer = new Set([...vacuous].flatMap(({ incoming }) => incoming.map(({ from }) => from)));
  const [targets, onBothSides]: [VacuousTarget[], VacuousTarget[]] = [[], []];
  for (const pair of vacuous) {
    const operations = walk.progress.reachesOf(pair, ofDirection);
    if (outer.has(pair) || operations.length === 0) continue;
    const isBoth = isEmpty(direction === "request" ? pair.head : pair.base, decider);
    const target = { direction, base: locatedAt(pair.base[0]), head: locatedAt(pair.head[0]), operations };
    (isBoth ? onBothSides : targets).push(target);
  }
  const roots = pairs.flatMap((pair) => {
    const [base, head] = [pair.base[0], pair.head[0]];
    const isAlone = pair.base.length === 1 && pair.head.length === 1;
    if (!isAlone || !base || !head || vacuous.has(pair)) return [];
    if (!pair.incoming.some(({ from }) => vacuous.has(from))) return [];
    return walk.progress.reachesOf(pair, ofDirection).map((reach) => ({ direction, base, head, reach }));
  });
  return { targets, onBothSides, roots };
}

function isVacuous(decider: Decider, direction: Direction, { base, head }: PlacePair): boolean {
  const { space } = decider.views;
  const sent = direction === "request" ? base : head;
  // A schema that is plainly `false` is meant to have none.
  if (sent.some((place) => space.keywords(space.aliasEnd(place)).types === 0)) return false;
  return isEmpty(sent, decider);
}

function isEmpty(places: readonly Place[], decider: Decider): boolean {
  if (plainlyHasValue(places, decider.views)) return false;
  return decider.ask({ keep: places, break: [], beside: [] }).kind === "none";
}
