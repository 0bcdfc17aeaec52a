import { escapeToken } from "@concordat/containment/internal";
import { type Failure, parameterAt, placeOf, reachedOf, type Use } from "../analyze/pact/use.ts";
import type { RawFinding, Reach, Witness } from "../finding/finding.ts";

/** What consumers use of base, and how that fares with head. */
export interface Consumption {
  /** All consumers that are known, sorted. */
  readonly consumers: readonly string[];
  /** What of it breaks reach. */
  readonly uses: readonly Use[];
}

/** The consumers that a change hurts. Names are sorted. */
export interface Affected {
  readonly affected: readonly string[];
  readonly unaffected: readonly string[];
  /** Of whom it is not known: part of what they rely on is not read, or the search ended before it knew. */
  readonly unknown: readonly string[];
  /** In which interaction it hurts each of those affected, with a message that shows it where there is one. */
  readonly shown: readonly {
    readonly consumer: string;
    readonly interaction: string;
    readonly witness: Witness | null;
  }[];
}

/**
 * The consumers that a change hurts: those with an interaction that base served and that fails with head at the place of
 * the change. That it fails was decided by containment and by the judge of exchanges.
 *
 * @param others the findings beside it that break: a failure at none of their places may be of any
 */
export function affectedBy(
  finding: RawFinding,
  others: readonly RawFinding[],
  { consumers, uses }: Consumption,
): Affected {
  if (!isBreak(finding)) return { affected: [], unaffected: consumers, unknown: [], shown: [] };
  const shown = new Map<string, Affected["shown"][number]>();
  const unknown = new Set<string>();
  for (const use of uses) {
    const reached = reachedOf(finding.operations, use);
    if (reached.length === 0) continue;
    const { consumer, interaction } = use;
    const directions = reached.map(({ direction }) => direction);
    const failures = use.failures.filter(({ direction }) => directions.includes(direction));
    const mine = failures.filter((failure) => isAt(failure, finding, reached));
    const sure = mine.find(({ isSure }) => isSure);
    if (sure && !shown.has(consumer)) shown.set(consumer, { consumer, interaction, witness: sure.witness ?? null });
    const isOrphan = (failure: Failure) =>
      failure.isNew &&
      !others.some((other) => isBreak(other) && isAt(failure, other, reachedOf(other.operations, use)));
    if (mine.length > 0 || failures.some(isOrphan) || use.unread.some((direction) => directions.includes(direction)))
      unknown.add(consumer);
  }
  return {
    affected: consumers.filter((name) => shown.has(name)),
    unaffected: consumers.filter((name) => !shown.has(name) && !unknown.has(name)),
    unknown: consumers.filter((name) => !shown.has(name) && unknown.has(name)),
    shown: consumers.flatMap((name) => shown.get(name) ?? []),
  };
}

/** Whether a finding is of a change that breaks consumers of base, or may. */
export function isBreak({ impact, proof, compatibility }: RawFinding): boolean {
  return compatibility === undefined && (impact === "major" || proof === "undecided");
}

/** Whether a failure is at the place of a finding; what failed before only where it is the very same place. */
function isAt(failure: Failure, finding: RawFinding, reached: readonly Reach[]): boolean {
  const { at, isNew, direction } = failure;
  const here = reached.filter((reach) => reach.direction === direction);
  if (here.length > 0 && isAtSchema(failure, finding)) return true;
  return here
    .map((reach) => locationOf(finding, reach))
    .some((place) => {
      if (at === place) return isNew || place !== "";
      if (!isNew) return false;
      return isBelow(at, place) || (at !== "" && isBelow(place, at));
    });
}

/** Whether a finding is about the schema that a failure comes from, at whichever place of a message that stands. */
function isAtSchema({ schema }: Failure, { at: { head }, data }: RawFinding): boolean {
  if (schema === undefined || head === undefined || head.uri !== schema.at.uri) return false;
  const { member } = schema;
  if (member !== undefined && data["name"] !== member) return false;
  const holder = `${schema.at.pointer}${member === undefined ? "" : `/properties/${escapeToken(member)}`}`;
  return head.pointer === holder || isKeywordOf(head.pointer, member === undefined ? holder : schema.at.pointer);
}

/** Whether a pointer leads to a keyword of a schema itself. */
function isKeywordOf(pointer: string, schema: string): boolean {
  return isBelow(pointer, schema) && !pointer.slice(schema.length + 1).includes("/");
}

/** Whether a place lies below another; what is about a message as a whole holds no parameters. */
function isBelow(inner: string, outer: string): boolean {
  return outer === "" ? false : inner.startsWith(`${outer}/`);
}

/** Where in a message a finding is, as failures say it. */
function locationOf({ data, address: { steps } }: RawFinding, { at = "" }: Reach): string {
  if (at !== "" && !at.startsWith("/")) return placeOf(at);
  const { in: place, name } = data;
  const header = steps[steps.lastIndexOf("headers") + 1];
  if (steps.includes("headers") && typeof header === "string") return parameterAt("header", header);
  const parameter = steps.find((step) => typeof step === "object");
  if (parameter) return parameterAt(parameter.in, parameter.name);
  if (typeof place === "string" && typeof name === "string") return parameterAt(place, name);
  return placeOf(typeof name === "string" ? `${at}/${escapeToken(name)}` : at);
}
