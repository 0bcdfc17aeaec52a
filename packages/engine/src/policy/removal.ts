import type { NoticeTerms } from "../analyze/deprecation/find-faults.ts";
import type { DayCalls, UsageWindow } from "../analyze/usage/migration.ts";
import { daysBetween } from "../base/date.ts";
import { noticeDaysFor } from "../base/notice.ts";
import { compareBy } from "../base/order.ts";
import { countOf } from "../base/plain-text.ts";
import { sunsetHasPassed } from "../model/lifecycle.ts";
import type { OperationKey } from "../model/operation-key.ts";
import { askScan, type CallSite, type Scan, siteName } from "../model/scan.ts";

/** How much use of a deprecated operation lets it be removed all the same: calls within a window, or percent of all. */
export type MaxUse = { readonly calls: number } | { readonly percent: number };

/** Reads a limit: a number of calls, or a percentage such as `0.5%`; undefined where a text is neither. */
export function parseMaxUse(text: string): MaxUse | undefined {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (percent === "%" && Number(number) <= 100) return { percent: Number(number) };
  return percent === "" && Number.isSafeInteger(Number(number)) ? { calls: Number(number) } : undefined;
}

/** What a removal is judged by. */
export interface RemovalTerms extends NoticeTerms {
  /** The day it is judged by. */
  readonly asOf: string;
  readonly maxUse: MaxUse;
}

/** What is known of an operation that is to be removed. */
export interface RemovalEvidence {
  readonly deprecated: string | null;
  readonly sunset: string | null;
  /** Its stability level. */
  readonly stability: string;
  /** Its calls within the window, of all consumers that are not excluded. */
  readonly use: number;
  /** All matched calls of these consumers within the window. */
  readonly all: number;
  /** Days of the window of which there is no row. */
  readonly missingDays: readonly string[];
  /** Whether any call within the window counts for any operation, of whomever. */
  readonly isCounted: boolean;
  /** The consumers whose code uses it, by their scans. */
  readonly code: readonly CodeUse[];
}

/** A consumer whose code calls an operation. */
export interface CodeUse {
  readonly consumer: string;
  readonly sites: readonly CallSite[];
}

/** The consumers whose code calls an operation, without those that do not count. */
export function codeUses(scans: readonly Scan[], operation: OperationKey, exclude: readonly string[]): CodeUse[] {
  return scans.flatMap((scan) => {
    const answer = askScan(scan, operation);
    const isCounted = answer.kind === "used" && !exclude.includes(scan.consumer);
    return isCounted ? [{ consumer: scan.consumer, sites: answer.sites }] : [];
  });
}

/** Whether an operation may be removed; why not, each reason behind its code. */
export interface RemovalVerdict {
  readonly removable: boolean;
  readonly because: readonly string[];
}

/** One consumer's calls of an operation within a window. */
export interface Caller {
  /** Null: nobody knows who. */
  readonly consumer: string | null;
  readonly calls: number;
  readonly lastCall: string;
}

/** How an operation was called before head removes it, and whether that lets it go. */
export interface RemovalUse extends RemovalVerdict {
  /** The days whose calls count, both included. */
  readonly window: UsageWindow;
  /** Who called it, who calls most first. */
  readonly callers: readonly Caller[];
}

/** What is known of an operation that head no longer has. */
export interface RemovalFact {
  /** The day since when it is deprecated; null where nothing tells it. */
  readonly deprecated: string | null;
  /** Undefined where no usage is known. */
  readonly use?: RemovalUse;
}

/** The consumers behind some calls: who calls most first, then by name. */
export function callersOf(calls: readonly DayCalls[]): Caller[] {
  const callers = [...Map.groupBy(calls, ({ consumer }) => consumer)].map(([consumer, those]) => ({
    consumer,
    calls: those.reduce((sum, each) => sum + each.calls, 0),
    lastCall:
      those
        .map(({ day }) => day)
        .toSorted()
        .at(-1) ?? "",
  }));
  return callers.sort(
    compareBy(
      ({ calls: count }) => -count,
      ({ consumer }) => consumer ?? "",
    ),
  );
}

/** Decides whether a deprecated operation may be removed. What the data does not cover never passes. */
export function decideRemoval(evidence: RemovalEvidence, terms: RemovalTerms): RemovalVerdict {
  const because = [...reasons(evidence, terms)];
  return { removable: because.length === 0, because };
}

/** Whether there is more use than is let pass. */
export function isOverLimit({ use, all }: Pick<RemovalEvidence, "use" | "all">, maxUse: MaxUse): boolean {
  return "calls" in maxUse ? use > maxUse.calls : use * 100 > maxUse.percent * all;
}

function* reasons(evidence: RemovalEvidence, terms: RemovalTerms): Generator<string> {
  const { asOf, maxUse, datesRequired } = terms;
  const { deprecated, sunset, use, all, missingDays, isCounted, code } = evidence;
  const noticeDays = noticeDaysFor(terms.noticeDays, evidence.stability);
  if (sunset === null) yield "no-sunset: the description names no sunset";
  else if (!sunsetHasPassed(sunset, asOf)) yield `sunset-not-passed: the sunset is ${sunset}`;
  if (deprecated !== null && sunset !== null && daysBetween(deprecated, sunset) < noticeDays)
    yield `notice-too-short: ${countOf(daysBetween(deprecated, sunset), "day")} from ${deprecated} to ${sunset}, ${noticeDays} are required`;
  if (deprecated === null && datesRequired && noticeDays > 0)
    yield `notice-unknown: nothing says since when it is deprecated, ${noticeDays} days of notice are required`;
  if (isOverLimit({ use, all }, maxUse)) {
    const limit = "calls" in maxUse ? `${maxUse.calls}` : `${maxUse.percent}% of ${all}`;
    yield `in-use: ${countOf(use, "call")} within the window, the limit is ${limit}`;
  }
  for (const { consumer, sites } of code) yield `in-code: the code of ${consumer} uses it${placesText(sites)}`;
  const [first] = missingDays;
  if (first !== undefined)
    yield `data-gap: ${countOf(missingDays.length, "day")} of the window without rows, the first is ${first}`;
  // Logs of another API, or read with another base path, have rows as well.
  else if (!isCounted) yield "no-data: no row of the window is a call of an operation of the description";
}

/** Where code calls an operation, as the end of a sentence: the first place, and how many more there are. */
function placesText([first, ...others]: readonly CallSite[]): string {
  if (first === undefined) return "";
  return ` at ${siteName(first)}${others.length > 0 ? ` and in ${countOf(others.length, "more place")}` : ""}`;
}
