import { compareNumbers, type JsonNumber, nearestDouble } from "../exact.ts";
import { floorDivide, gcd, isMultiple, lcm, toCommonScale, toNumber } from "./decimal.ts";
import { type Found, NONE, some, unknown } from "./outcome.ts";

/** A set of numbers: an interval, and steps of which each member is a multiple. */
export interface Limits {
  /** `type: integer`; the same as a step of 1. */
  readonly integer: boolean;
  readonly steps: readonly JsonNumber[];
  readonly lower: Bound;
  readonly upper: Bound;
}

/** An end of an interval; infinite where there is none. */
export interface Bound {
  readonly at: JsonNumber;
  readonly exclusive: boolean;
}

/** Whether a bound bounds anything. */
export function isBound({ at }: Bound): boolean {
  return typeof at !== "number" || Number.isFinite(at);
}

export const ANY_NUMBER: Limits = {
  integer: false,
  steps: [],
  lower: { at: Number.NEGATIVE_INFINITY, exclusive: false },
  upper: { at: Number.POSITIVE_INFINITY, exclusive: false },
};

/** How many multiples are tried one by one before the search gives up. */
const MULTIPLES_TRIED = 20_000;

/** Whether a number lies within limits. */
export function withinLimits(value: JsonNumber, limits: Limits): boolean {
  return withinInterval(value, limits) && stepsOf(limits).every((step) => isMultiple(value, step));
}

/** The numbers within both limits. */
export function meetLimits(a: Limits, b: Limits): Limits {
  const [below, above] = [compareNumbers(a.lower.at, b.lower.at), compareNumbers(a.upper.at, b.upper.at)];
  const lower = below > 0 || (below === 0 && a.lower.exclusive) ? a.lower : b.lower;
  const upper = above < 0 || (above === 0 && a.upper.exclusive) ? a.upper : b.upper;
  return {
    integer: a.integer || b.integer,
    steps: [...new Set([...a.steps, ...b.steps])].sort(compareNumbers),
    lower,
    upper,
  };
}

/** One way for a number to break limits: to lie outside one part of them. */
export interface NumberViolation {
  readonly keyword: "type" | "multipleOf" | "minimum" | "maximum";
  /** The part alone. */
  readonly limits: Limits;
}

/** All ways in which a number can break limits. */
export function numberViolations({ integer, steps, lower, upper }: Limits): NumberViolation[] {
  return [
    ...(integer ? [{ keyword: "type", limits: { ...ANY_NUMBER, integer } } as const] : []),
    ...steps.map((step) => ({ keyword: "multipleOf", limits: { ...ANY_NUMBER, steps: [step] } }) as const),
    ...(isBound(lower) ? [{ keyword: "minimum", limits: { ...ANY_NUMBER, lower } } as const] : []),
    ...(isBound(upper) ? [{ keyword: "maximum", limits: { ...ANY_NUMBER, upper } } as const] : []),
  ];
}

/** The limits that only one number keeps. */
export function pointLimits(at: JsonNumber): Limits {
  const bound = { at, exclusive: false };
  return { ...ANY_NUMBER, lower: bound, upper: bound };
}

/**
 * A number within `within` and outside each of `outside`, the simplest there is.
 *
 * The bounds of all limits cut the line into points and open gaps. On each piece a limit either holds nothing,
 * or all, or the multiples of its steps; so a piece is decided by arithmetic on lattices, exactly.
 */
export function findNumber(within: Limits, outside: readonly Limits[]): Found<JsonNumber> {
  const cuts = [...new Set([within, ...outside].flatMap(({ lower, upper }) => [lower.at, upper.at, 0]))]
    .sort(compareNumbers)
    // Numbers of different spellings may be equal.
    .filter((at, i, all) => i === 0 || compareNumbers(all[i - 1] as JsonNumber, at) !== 0);
  const pieces: Piece[] = cuts.flatMap((at, i) => [
    ...(isBound({ at, exclusive: false }) ? [{ from: at, to: at }] : []),
    ...(i + 1 < cuts.length ? [{ from: at, to: cuts[i + 1] as JsonNumber }] : []),
  ]);
  let undecided: Found<JsonNumber> | undefined;
  for (const piece of pieces
    .filter((p) => covers(within, p))
    .sort((a, b) => distanceFromZero(a) - distanceFromZero(b) || compareNumbers(b.to, a.to))) {
    const found = findInPiece(
      piece,
      within,
      outside.filter((limits) => covers(limits, piece)),
    );
    if (found.kind === "some") return found;
    if (found.kind === "unknown") undecided = found;
  }
  return undecided ?? NONE;
}

/** A point (`from` equals `to`) or the open gap between two cuts. */
interface Piece {
  readonly from: JsonNumber;
  readonly to: JsonNumber;
}

function stepsOf(limits: Limits): readonly JsonNumber[] {
  return limits.integer ? [1, ...limits.steps] : limits.steps;
}

function withinInterval(value: JsonNumber, { lower, upper }: Limits): boolean {
  const [above, below] = [compareNumbers(value, lower.at), compareNumbers(value, upper.at)];
  return (above > 0 || (above === 0 && !lower.exclusive)) && (below < 0 || (below === 0 && !upper.exclusive));
}

/** Whether the interval holds a whole piece; as bounds are cuts, it holds all of it or nothing. */
function covers(limits: Limits, { from, to }: Piece): boolean {
  if (from === to) return withinInterval(from, limits);
  return compareNumbers(limits.lower.at, from) <= 0 && compareNumbers(to, limits.upper.at) <= 0;
}

function distanceFromZero({ from, to }: Piece): number {
  const [low, high] = [Math.abs(nearestDouble(from)), Math.abs(nearestDouble(to))];
  // A gap comes just after the bound of it that lies nearer to zero.
  return from === to ? low : Math.min(low, high) + Number.MIN_VALUE;
}

function findInPiece(piece: Piece, within: Limits, outside: readonly Limits[]): Found<JsonNumber> {
  if (outside.some((limits) => stepsOf(limits).length === 0)) return NONE;
  const fits = (value: JsonNumber) =>
    withinLimits(value, within) && !outside.some((limits) => withinLimits(value, limits));
  if (piece.from === piece.to) return fits(piece.from) ? some(piece.from) : NONE;
  return stepsOf(within).length === 0 ? findBetween(piece, fits) : findMultiple(piece, within, outside);
}

/** Between two bounds there are more decimals than the multiples of finitely many steps can cover. */
function findBetween(piece: Piece, fits: (value: number) => boolean): Found<number> {
  const [from, to] = [nearestDouble(piece.from), nearestDouble(piece.to)];
  const isBetween = (value: number) => compareNumbers(value, piece.from) > 0 && compareNumbers(value, piece.to) < 0;
  const near = Number.isFinite(from) ? from : Number.isFinite(to) ? to - 1 : 0;
  const width = Number.isFinite(to) && Number.isFinite(from) ? to - from : 1;
  const parts = [1, 2, 5, 10, 7, 3, 11, 13, 17, 19, 23, 29, 1000, 9973];
  // Halves, fifths and tenths read best.
  const candidates = [
    ...parts.map((part) => near + width / part),
    ...parts.map((part) => near + width - width / (part * 3)),
  ];
  for (const candidate of candidates) {
    const value = Number(candidate.toPrecision(12));
    if (isBetween(value) && fits(value)) return some(value);
    if (isBetween(candidate) && fits(candidate)) return some(candidate);
  }
  return unknown("the numbers between two bounds lie too close together");
}

/** Walks the multiples of the steps from zero outwards; the pattern repeats after the period of all steps. */
function findMultiple({ from, to }: Piece, within: Limits, outside: readonly Limits[]): Found<JsonNumber> {
  const own = stepsOf(within);
  const others = outside.map(stepsOf);
  const [hasLow, hasHigh] = [from, to].map((at) => isBound({ at, exclusive: false }));
  const bounds = [...(hasLow ? [from] : []), ...(hasHigh ? [to] : [])];
  const { integers, scale } = toCommonScale([...own, ...others.flat(), ...bounds]);
  let taken = 0;
  const take = (count: number) => integers.slice(taken, (taken += count));
  const step = take(own.length).reduce(lcm);
  const holes = others.map((steps) => take(steps.length).reduce(lcm));
  const low = hasLow ? floorDivide(integers[taken++] as bigint, step) + 1n : undefined;
  const high = hasHigh ? -floorDivide(-(integers[taken] as bigint), step) - 1n : undefined;
  if (low !== undefined && high !== undefined && low > high) return NONE;
  const period = holes.map((hole) => hole / gcd(hole, step)).reduce(lcm, 1n);
  // The piece lies on one side of zero, since zero is a cut.
  const [start, direction] = low !== undefined && (high === undefined || low > 0n) ? [low, 1n] : [high ?? 0n, -1n];
  const available = low !== undefined && high !== undefined ? high - low + 1n : undefined;
  const needed = available !== undefined && available < period ? available : period;
  for (let i = 0n; i < needed; i++) {
    if (i >= MULTIPLES_TRIED) return unknown("the multiples repeat too late");
    const candidate = (start + direction * i) * step;
    if (!holes.some((hole) => candidate % hole === 0n)) return some(toNumber({ digits: candidate, scale }));
  }
  return NONE;
}
