import { parseNumber } from "../exact.ts";
import { canonicalText, isObject, type Json } from "../json.ts";
import type { Library } from "../lower/document.ts";
import type { Place } from "../lower/keywords.ts";
import type { Mode } from "../mode.ts";
import { Steps } from "../steps.ts";
import { closedSchema, NotClosed, TooLarge } from "./closed-schema.ts";
import { type Judgement, judge } from "./validators.ts";
import { workOf } from "./work.ts";

/** Schemas that a validator looks at for one value before that is taken to be too much. */
const MOST_WORK = 500_000;
/** Steps of a run that one validation takes, however little there is to look at, and for each schema looked at. */
const STEPS_OF_ALL = 1_000;
const STEPS_OF_EACH = 4;

/** Of a wire value with as many readings, others may have been left out. */
const MOST_READINGS = 64;

/** A claim that a value of the left schema is no value of the right one. */
export interface Claim {
  readonly left: Place;
  readonly right: Place;
  readonly value: Json;
  /** What the right side sees of the value, where it ignores names it does not know. */
  readonly seen: Json;
}

/**
 * What two validators say of a claim: that it holds, with the value as the left side reads it; that it does not; not the
 * same; or nothing, because they cannot hold one of the numbers, or because to look at the value takes too many steps.
 */
export type Confirmation =
  | { readonly kind: "confirmed"; readonly value: Json }
  | { readonly kind: "refuted" }
  | { readonly kind: "disputed" }
  | { readonly kind: "inexact" }
  | { readonly kind: "unfinished" };

/**
 * Has a claim judged by two independent validators, on the schemas as they are written.
 *
 * @param steps the budget of the run; without enough of it nothing is confirmed
 */
export async function confirm(
  { left, right, value, seen }: Claim,
  library: Library,
  mode: Mode,
  steps: Steps = new Steps(),
): Promise<Confirmation> {
  const wire = left.mode === "wire" || right.mode === "wire";
  const accepted = await firstAccepted(left, wire ? readings(value) : [value], library, mode, steps);
  if (typeof accepted === "string") return { kind: accepted };
  const seenAs = wire ? readings(seen) : [seen];
  if (seenAs.length >= MOST_READINGS) return { kind: "disputed" };
  const open = (await judgeAt(right, seenAs, library, mode, "refused", steps)).find((each) => each !== "refused");
  if (open !== undefined) return { kind: open === "accepted" ? "refuted" : open };
  return { kind: "confirmed", value: accepted.value };
}

/** Values of schemas that validators have accepted in one mode, as canonical texts: many claims are about the same ones. */
export type AcceptedValues = Map<Place, Set<string>>;

/**
 * Has several values of one pair judged. They are judged together, which takes a fraction of the time; what that does not
 * confirm is judged by itself.
 *
 * @param known values that the left side is known to accept; those that it turns out to accept are added
 */
export async function confirmAll(
  claims: readonly Claim[],
  library: Library,
  mode: Mode,
  steps: Steps,
  known: AcceptedValues,
): Promise<readonly Confirmation[]> {
  const together = await confirmedTogether(claims, library, mode, steps, known);
  const confirmations: Confirmation[] = [];
  for (const [i, claim] of claims.entries())
    confirmations.push(
      together[i] ? { kind: "confirmed", value: claim.value } : await confirm(claim, library, mode, steps),
    );
  return confirmations;
}

/** Which claims about one pair hold, as far as that shows when their values are judged at once. */
async function confirmedTogether(
  claims: readonly Claim[],
  library: Library,
  mode: Mode,
  steps: Steps,
  known: AcceptedValues,
): Promise<readonly boolean[]> {
  const [first] = claims;
  if (first === undefined || [first.left, first.right].some((place) => place.mode === "wire")) return [];
  const accepted = known.get(first.left) ?? new Set();
  known.set(first.left, accepted);
  const texts = claims.map(({ value }) => canonicalText(value));
  const open = claims.filter((_, i) => !accepted.has(texts[i] as string)).map(({ value }) => value);
  const judged = open.length === 0 ? [] : await judgeAt(first.left, open, library, mode, "accepted", steps);
  for (const [i, value] of open.entries()) if (judged[i] === "accepted") accepted.add(canonicalText(value));
  const seen = claims.map((claim) => claim.seen);
  const refused = await judgeAt(first.right, seen, library, mode, "refused", steps);
  return claims.map((_, i) => accepted.has(texts[i] as string) && refused[i] === "refused");
}

/** The first of some readings of a value that a schema accepts. */
async function firstAccepted(
  place: Place,
  values: readonly Json[],
  library: Library,
  mode: Mode,
  steps: Steps,
): Promise<{ readonly value: Json } | Exclude<Confirmation["kind"], "confirmed">> {
  let failed: Exclude<Confirmation["kind"], "confirmed"> = values.length < MOST_READINGS ? "refuted" : "disputed";
  for (const value of values) {
    const [judgement = "disputed"] = await judgeAt(place, [value], library, mode, "accepted", steps);
    if (judgement === "accepted") return { value };
    if (judgement !== "refused") failed = judgement;
  }
  return failed;
}

async function judgeAt(
  place: Place,
  values: readonly Json[],
  library: Library,
  mode: Mode,
  claimed: "accepted" | "refused",
  steps: Steps,
): Promise<readonly (Judgement | "unfinished")[]> {
  try {
    const from = { ...place.origin, value: place.value };
    const schema = closedSchema(from, values, library, mode.direction, steps);
    const work = values.reduce<number>((sum, value) => sum + workOf(schema, value), 0);
    if (work > MOST_WORK || !steps.take(STEPS_OF_ALL + work * STEPS_OF_EACH)) return ["unfinished"];
    return await judge(schema, values, claimed);
  } catch (error) {
    if (error instanceof NotClosed) return ["disputed"];
    if (error instanceof TooLarge) return ["unfinished"];
    throw error;
  }
}

/** The JSON values that a text of the wire may be read as: `"5"` is a number as well as a string. */
export function readings(value: Json): Json[] {
  if (typeof value === "string") {
    const typed: Json[] = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) ? [parseNumber(value)] : [];
    if (value === "true" || value === "false") typed.push(value === "true");
    return [...typed, value];
  }
  if (Array.isArray(value)) return combine(value.map(readings));
  if (isObject(value)) {
    const names = Object.keys(value);
    return combine(names.map((name) => readings(value[name] as Json))).map((members) =>
      Object.fromEntries(names.map((name, i) => [name, members[i] as Json])),
    );
  }
  return [value];
}

function combine(choices: readonly Json[][]): Json[][] {
  return choices.reduce<Json[][]>(
    (lists, choice) => lists.flatMap((list) => choice.map((value) => [...list, value])).slice(0, MOST_READINGS),
    [[]],
  );
}
