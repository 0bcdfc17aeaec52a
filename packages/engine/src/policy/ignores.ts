import { escapeToken, isObject } from "@concordat/containment/internal";
import { isDay } from "../base/date.ts";
import { IGNORE_KEY } from "../base/ignore-key.ts";
import type { Problem } from "../base/problem.ts";
import type { IsoDate } from "../host/host.ts";
import type { Description } from "../load/description.ts";
import { subjectOf, subjectText } from "../model/subject.ts";
import type { Location } from "../source/location.ts";
import { matchesGlob } from "./glob.ts";

/** A rule that a description asks to ignore at a place and below it. */
export interface Ignore {
  /** A rule id, or a glob of them. */
  readonly rule: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: IsoDate;
  /** Who answers for it; undefined where it names nobody. */
  readonly owner: string | undefined;
  /** Subject of the place. */
  readonly at: string;
  /** Where the ignore itself stands. */
  readonly place: Location;
}

/** A problem somewhere in a text, before its line is known. */
export interface PlacedProblem extends Location, Omit<Problem, "file" | "line" | "column"> {}

/** All ignores of a description. Those without a reason or an end, or past it, are problems: nothing is ignored in silence. */
export function findIgnores(
  description: Description,
  asOf: IsoDate,
): { readonly ignores: readonly Ignore[]; readonly problems: readonly PlacedProblem[] } {
  const ignores: Ignore[] = [];
  const problems: PlacedProblem[] = [];
  for (const document of description.library.all()) {
    if (!description.texts.get(document.uri)?.ignores) continue;
    for (const { pointer, entries } of ignoreLists(document.root, "")) {
      const at = subjectText(subjectOf({ document, pointer, value: undefined }, description));
      const place = { uri: document.uri, pointer: `${pointer}/${IGNORE_KEY}` };
      for (const entry of entries) {
        const ignore = readIgnore(entry, at, place);
        if (ignore === undefined) {
          problems.push({
            ...place,
            code: "ignore-incomplete",
            message: "An ignore needs `rule`, `reason` and `until` (a date such as 2027-01-31).",
          });
        } else if (ignore.until < asOf) {
          problems.push({
            ...place,
            code: "ignore-expired",
            message: `The ignore of ${ignore.rule} ended on ${ignore.until}. Fix the findings that it hid, or set a new end.`,
          });
        } else ignores.push(ignore);
      }
    }
  }
  return { ignores, problems };
}

/** Ignores of lint rules that nothing is found for any more. */
export function unusedIgnores(
  found: ReturnType<typeof findIgnores> | null | undefined,
  findings: readonly { readonly rule: string; readonly subject: string }[],
  rules: readonly { readonly id: string }[],
): PlacedProblem[] {
  return (found?.ignores ?? [])
    .filter(({ rule, at }) => {
      const judged = rules.some(({ id }) => matchesGlob(id, rule));
      const used = findings.some((finding) => matchesGlob(finding.rule, rule) && isAt(finding.subject, at));
      return judged && !used;
    })
    .map(({ rule, place }) => ({
      ...place,
      code: "ignore-unused",
      message: `${rule} reports nothing here any more. Remove the ignore.`,
    }));
}

/** Whether a subject is a place, or lies below it. */
export function isAt(subject: string, place: string): boolean {
  return subject === place || subject.startsWith(`${place}/`);
}

function readIgnore(entry: unknown, at: string, place: Ignore["place"]): Ignore | undefined {
  if (!isObject(entry)) return undefined;
  const { rule, reason, until, owner } = entry;
  if (typeof rule !== "string" || typeof reason !== "string" || reason.trim() === "" || typeof until !== "string")
    return undefined;
  const named = typeof owner === "string" && owner.trim() !== "" ? owner : undefined;
  return isDay(until) ? { rule, reason, until, owner: named, at, place } : undefined;
}

function* ignoreLists(value: unknown, pointer: string): Generator<{ pointer: string; entries: readonly unknown[] }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === IGNORE_KEY) yield { pointer, entries: Array.isArray(member) ? member : [member] };
    else yield* ignoreLists(member, `${pointer}/${escapeToken(key)}`);
  }
}
