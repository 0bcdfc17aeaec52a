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
 * Says of changes which consumers they hurt: those with an interaction that base served and that fails with head at the place
 * of the change. That it fails was decided by containment and by the judge of exchanges.
 */
export class Hurts {
  readonly #consumption: Consumption;
  readonly #breaks: readonly RawFinding[];
  readonly #nearest = new Map<Failure, number>();

  /** @param findings of all changes: a failure is put down to those that are nearest to it, and without any it may be of each */
  constructor(findings: readonly RawFinding[], consumption: Consumption) {
    this.#breaks = findings.filter(isBreak);
    this.#consumption = consumption;
  }

  /** The consumers that one of the changes hurts. */
  of(finding: RawFinding): Affected {
    const { consumers, uses } = this.#consumption;
    if (!isBreak(finding)) return { affected: [], unaffected: consumers, unknown: [], shown: [] };
    // What stands for places that were not looked at may be of any operation.
    if (finding.proof === "undecided" && finding.operations.length === 0)
      return { affected: [], unaffected: [], unknown: consumers, shown: [] };
    const shown = new Map<string, Affected["shown"][number]>();
    const unknown = new Set<string>();
    for (const use of uses) {
      const reached = reachedOf(finding.operations, use);
      const directions = reached.map(({ direction }) => direction);
      const failures = use.failures.filter(({ direction }) => directions.includes(direction));
      const isMine = (failure: Failure) => {
        const nearness = nearnessOf(failure, finding, reached);
        return nearness > FAR && nearness === this.#nearestTo(failure, use);
      };
      const mine = failures.filter(isMine);
      const { consumer, interaction } = use;
      const sure = mine.find(({ isSure }) => isSure);
      if (sure && !shown.has(consumer)) shown.set(consumer, { consumer, interaction, witness: sure.witness ?? null });
      const isOrphan = (failure: Failure) => failure.isNew && this.#nearestTo(failure, use) === FAR;
      const isUnread = use.unread.some((direction) => directions.includes(direction));
      const isInDoubt = (failure: Failure) => mayHide(failure, finding, reached);
      if (mine.length > 0 || failures.some(isOrphan) || failures.some(isInDoubt)) unknown.add(consumer);
      if (isUnread || isHidden(finding, reached, use)) unknown.add(consumer);
    }
    return {
      affected: consumers.filter((name) => shown.has(name)),
      unaffected: consumers.filter((name) => !shown.has(name) && !unknown.has(name)),
      unknown: consumers.filter((name) => !shown.has(name) && unknown.has(name)),
      shown: consumers.flatMap((name) => shown.get(name) ?? []),
    };
  }

  /** How near to a failure the nearest break is. Failures are shared by those who expect the same, and so use the same. */
  #nearestTo(failure: Failure, use: Use): number {
    let nearest = this.#nearest.get(failure);
    if (nearest === undefined) {
      const all = this.#breaks.map((each) => nearnessOf(failure, each, reachedOf(each.operations, use)));
      this.#nearest.set(failure, (nearest = Math.max(FAR, ...all)));
    }
    return nearest;
  }
}

/** Whether a finding is of a change that breaks consumers of base, or may. */
export function isBreak({ impact, proof, compatibility }: RawFinding): boolean {
  return compatibility === undefined && (impact === "major" || proof === "undecided");
}

/**
 * Whether a change is of what no pact shows: what the credentials of its consumer are good for. One that expects to be refused
 * (401, 403) needs none.
 */
function isHidden({ address: { steps } }: RawFinding, reached: readonly Reach[], { status }: Use): boolean {
  const isOfSecurity =
    steps.at(-1) === "security" && !["properties", "schemas", "headers"].includes(String(steps.at(-2)));
  return isOfSecurity && reached.length > 0 && !["401", "403"].includes(status);
}

/** How near a finding is to a failure: somewhere else, around it or within it, or at the very same place. */
const [FAR, NEAR, SAME] = [0, 1, 2];

/** What failed before is of a change only where it is at the very same place, or may have other reasons now. */
function nearnessOf(failure: Failure, finding: RawFinding, reached: readonly Reach[]): number {
  const { at, isNew, isWhole, schema } = failure;
  const mayBeNew = isNew || isWhole;
  // That a member is missing says nothing of a change of its values.
  const isOther = schema?.member !== undefined && finding.data["name"] !== schema.member;
  const here = inDirectionOf(failure, reached);
  if (here.length > 0 && isAtSchema(failure, finding)) return SAME;
  const nearness = here.map((reach) => {
    const place = locationOf(finding, reach);
    if (at === place) return !isOther && (mayBeNew || place !== "") ? SAME : FAR;
    const isWithin = (at !== "" || (!isNew && isWhole)) && isBelow(place, at);
    return mayBeNew && (isAround(failure, place, reach) || isWithin) ? NEAR : FAR;
  });
  return Math.max(FAR, ...nearness);
}

/**
 * Whether a failure that is put down to a nearer break may come of a change as well: one around it that lets other values in, or
 * one within it where it says no more than that the whole fails.
 */
function mayHide(failure: Failure, finding: RawFinding, reached: readonly Reach[]): boolean {
  const { at, isNew, isWhole } = failure;
  return inDirectionOf(failure, reached).some((reach) => {
    const place = locationOf(finding, reach);
    return (isNew && isAround(failure, place, reach)) || (isWhole && isBelow(place, at));
  });
}

function inDirectionOf({ direction }: Failure, reached: readonly Reach[]): readonly Reach[] {
  return reached.filter((reach) => reach.direction === direction);
}

/** A schema of the whole body is around all that is in it; what is about the message itself has no place in the body. */
function isAround({ at }: Failure, place: string, reach: Reach): boolean {
  return place === "" ? reach.at === "" && at.startsWith("/") : isBelow(at, place);
}

/** Whether a finding is about the schema that a failure comes from, at whichever place of a message that stands. */
function isAtSchema({ schema }: Failure, { at: { head }, data, address: { steps } }: RawFinding): boolean {
  if (schema === undefined || head === undefined || head.uri !== schema.at.uri) return false;
  const { member } = schema;
  // That a member is missing is told of at the schema that had it, and says nothing of other values of that schema.
  const property = steps.at(-2) === "properties" ? `/properties/${escapeToken(String(steps.at(-1)))}/` : "";
  if (member === undefined && !`${schema.at.pointer}/`.includes(property)) return false;
  if (member !== undefined && data["name"] !== member) return false;
  const holder = `${schema.at.pointer}${member === undefined ? "" : `/properties/${escapeToken(member)}`}`;
  return head.pointer === holder || isKeywordOf(head.pointer, member === undefined ? holder : schema.at.pointer);
}

/** Whether a pointer leads to a keyword of a schema itself. */
function isKeywordOf(pointer: string, schema: string): boolean {
  return isBelow(pointer, schema) && !pointer.slice(schema.length + 1).includes("/");
}

/** Whether a place lies below another. */
function isBelow(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}/`);
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
