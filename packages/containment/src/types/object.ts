import type { Goal, OfSide } from "../goal.ts";
import type { Json } from "../json.ts";
import type { ObjectLimits, Place } from "../lower/keywords.ts";
import { isMentioned, type Mentions } from "../mentions.ts";
import type { Mode } from "../mode.ts";
import type { MemberLimits, View, Views } from "../view.ts";
import type { FreshName } from "./name-kinds.ts";
import type { Found } from "./outcome.ts";
import { matches } from "./string.ts";

/** The keyword by which an object limits the value of a property. */
export type ValueKeyword = "properties" | "patternProperties" | "additionalProperties";

/** One way for an object to break limits. */
export type ObjectViolation =
  | { readonly keyword: "required"; readonly name: string }
  | { readonly keyword: ValueKeyword; readonly name: string | FreshName; readonly place: Place }
  | { readonly keyword: "propertyNames"; readonly name: string | FreshName; readonly place: Place }
  | { readonly keyword: "minProperties"; readonly most: number; readonly known: Mentions | undefined }
  | { readonly keyword: "maxProperties"; readonly least: number; readonly known: Mentions | undefined };

/** A keyword for which it is unknown whether an object can break it. */
export interface Undecided {
  readonly keyword: "patternProperties" | "propertyNames";
  readonly undecided: string;
}

/** What objects need of the search around them. */
export interface Solver {
  readonly views: Views;
  readonly mode: Mode;
  find(goal: Goal): Found<Json>;
  /** Whether a schema accepts a property name; undefined where it cannot be judged. */
  acceptsName(place: Place, name: string): boolean | undefined;
  /** The kinds of names by the patterns they match, each that some name is of among them; undefined where they are too many. */
  nameKinds(patterns: readonly string[]): readonly FreshName[] | undefined;
}

export const TOO_MANY_KINDS = "the patterns of property names combine in too many ways";

/** A schema that limits the value of a property, with its keyword. */
interface ValueSchema {
  readonly keyword: ValueKeyword;
  readonly place: Place;
}

/** The schemas that limit the value of a property, each with its keyword. */
export function valueSchemas(objects: readonly ObjectLimits[], name: string): ValueSchema[] {
  const found: ValueSchema[] = [];
  for (const limits of objects) addValueSchemas(found, limits, name);
  return found;
}

function addValueSchemas(found: ValueSchema[], { properties, patterns, additional }: ObjectLimits, name: string): void {
  const before = found.length;
  const property = properties.get(name);
  if (property) found.push({ keyword: "properties", place: property });
  for (const { source, place } of patterns)
    if (matches(name, source)) found.push({ keyword: "patternProperties", place });
  if (found.length === before && additional) found.push({ keyword: "additionalProperties", place: additional });
}

/** The schemas that limit a fresh name's value. */
export function freshSchemas(
  objects: readonly ObjectLimits[],
  matching: readonly string[],
): { readonly keyword: ValueKeyword; readonly place: Place }[] {
  return objects.flatMap(({ patterns, additional }) => {
    const found = patterns
      .filter(({ source }) => matching.includes(source))
      .map(({ place }) => ({ keyword: "patternProperties" as ValueKeyword, place }));
    return found.length === 0 && additional
      ? [{ keyword: "additionalProperties" as ValueKeyword, place: additional }]
      : found;
  });
}

/** What is known of the two sides when an object is to keep `left` and break a member of the right side. */
export interface Sides {
  readonly left: View;
  /** The member's limits. */
  readonly right: ObjectLimits;
  /** Properties of the whole schema to be broken that the direction does not send: it refuses nothing about them. */
  readonly unsent: ReadonlySet<string>;
  /** What the right side mentions at this place. */
  readonly mentions: Mentions;
  /** The names that count, where others are passed over. */
  readonly known: Mentions | undefined;
  /** Names that other schemas to be broken spell out. */
  otherNames(): Iterable<string>;
}

/** All ways in which an object that keeps the left side can break limits of the right side. */
export function* objectViolations(
  { left, right, unsent, mentions, known, otherNames }: Sides,
  solver: Solver,
): Generator<ObjectViolation | Undecided> {
  const { mode, views } = solver;
  const isKnown = (name: string) => known === undefined || isMentioned(known, name);
  // What the left side asks for too, no object of it lacks.
  const isAsked = (name: string) =>
    !left.unsent.has(name) && left.objects.some(({ required }) => required.includes(name));
  for (const name of right.required) if (!unsent.has(name) && !isAsked(name)) yield { keyword: "required", name };
  if (right.minProperties > 0) yield { keyword: "minProperties", most: right.minProperties - 1, known };
  if (right.maxProperties !== Number.POSITIVE_INFINITY)
    yield { keyword: "maxProperties", least: right.maxProperties + 1, known };
  const excluded = excludedNames(left, mentions, mode);
  // Where names are passed over, any that the right side knows may be what is refused.
  for (const name of namesToTry(left, right, () => [...otherNames(), ...(known?.names ?? [])])) {
    if (left.unsent.has(name) || excluded(name) || !isKnown(name)) continue;
    const limiting = unsent.has(name) ? [] : valueSchemas([right], name);
    // Mostly the right side says nothing of a name, and what the left side says is of no weight.
    const kept = limiting.length === 0 ? [] : valueSchemas(left.objects, name).map(({ place }) => views.id(place));
    for (const { keyword, place } of limiting) if (!kept.includes(views.id(place))) yield { keyword, name, place };
    const accepted = right.names === undefined || solver.acceptsName(right.names, name);
    if (right.names && accepted === false) yield { keyword: "propertyNames", name, place: right.names };
    if (accepted === undefined) yield { keyword: "propertyNames", undecided: "a schema of names cannot be judged" };
  }
  if (!mayHoldFresh(left, views)) return;
  const kinds = solver.nameKinds([...new Set([...patternsOf([...left.objects, right]), ...(known?.patterns ?? [])])]);
  if (kinds === undefined) yield { keyword: "patternProperties", undecided: TOO_MANY_KINDS };
  for (const fresh of kinds ?? []) {
    if (known && !known.patterns.some((source) => fresh.matching.includes(source))) continue;
    for (const { keyword, place } of freshSchemas([right], fresh.matching)) yield { keyword, name: fresh, place };
    if (right.names) yield { keyword: "propertyNames", name: fresh, place: right.names };
  }
}

/** The names of properties by which an object may break limits: where these are open to others, only those they spell out. */
function namesToTry({ objects }: View, right: ObjectLimits, others: () => Iterable<string>): Set<string> {
  const isOpen = right.additional === undefined && right.patterns.length === 0 && right.names === undefined;
  const names = new Set<string>();
  const add = (name: string) => {
    if (!isOpen || right.properties.has(name)) names.add(name);
  };
  for (const { properties, required } of [...objects, right]) {
    for (const name of properties.keys()) add(name);
    for (const name of required) add(name);
  }
  if (!isOpen) for (const name of others()) names.add(name);
  return names;
}

/**
 * The declared reading: an open left object holds no name that only the right side mentions (`Mode.extras`).
 */
export function excludedNames(left: View, mentions: Mentions, mode: Mode): (name: string) => boolean {
  const { objects } = left.left ?? left;
  const open = objects.every(({ additional }) => additional === undefined);
  if (mode.extras === "strict" || !open) return () => false;
  const declared = (name: string) =>
    objects.some(
      ({ properties, required, patterns }) =>
        properties.has(name) || required.includes(name) || patterns.some(({ source }) => matches(name, source)),
    );
  return (name) => mentions.names.has(name) && !declared(name);
}

/** All names that limits spell out. */
export function namesIn(objects: readonly ObjectLimits[]): string[] {
  return objects.flatMap(({ properties, required }) => [...properties.keys(), ...required]);
}

/** Whether an object of this view may hold names that it does not spell out. */
export function mayHoldFresh({ objects }: View, { space }: Views): boolean {
  return objects.every(
    ({ additional, patterns }) =>
      patterns.length > 0 || additional === undefined || space.keywords(additional).types !== 0,
  );
}

export function patternsOf(objects: readonly ObjectLimits[]): string[] {
  return [...new Set(objects.flatMap(({ patterns }) => patterns.map(({ source }) => source)))];
}

/** A violation, with the side whose schema it breaks. */
export type Sided<V> = V & { readonly of: OfSide };

/** Schemas that a member is to break, by the side they belong to. */
export type Broken = Readonly<Record<OfSide, readonly Place[]>>;

export const NONE_BROKEN: Broken = { left: [], right: [] };

/** Schemas to be broken by side, those of several violations together. */
export function brokenBySide(entries: readonly { readonly of: OfSide; readonly place: Place }[]): Broken {
  const ofSide = (side: OfSide) => entries.filter((entry) => entry.of === side).map(({ place }) => place);
  return { left: ofSide("left"), right: ofSide("right") };
}

/**
 * The goal for a member of a value that keeps a view and breaks the given schemas.
 *
 * @param around what the right side says at the place of the value
 * @param schemasIn the schemas that limits have for the member
 */
export function memberGoal(
  { left, fitting: fits, ...both }: View,
  broken: Broken,
  around: MemberLimits,
  schemasIn: (limits: MemberLimits) => readonly Place[],
  views: Views,
): Goal {
  const keep = schemasIn(left ?? both);
  const fitting = fits === undefined ? [] : schemasIn(fits).filter((place) => !keep.includes(place));
  const held =
    left === undefined ? [] : schemasIn(both).filter((place) => !keep.includes(place) && !fitting.includes(place));
  // A value that has nothing to do with the right side may have any name.
  const isFree = broken.right.length + broken.left.length + held.length === 0;
  const beside = isFree ? [] : views.mentioning(schemasIn(around));
  return { keep, fitting, held, break: broken.right, refused: broken.left, beside };
}

/** The schemas that limits have for a property. */
export function propertySchemas(name: string): ({ objects }: MemberLimits) => Place[] {
  return ({ objects }) => valueSchemas(objects, name).map(({ place }) => place);
}
