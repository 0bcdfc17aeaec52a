import {
  type Api,
  examplesOf,
  isObject,
  type Located,
  lifecycleOf,
  type Operation,
  own,
  valueAt,
} from "@concordat/engine/kit";

/*
 * What rules about deprecations share: dates, and what to move to.
 */

/** When an operation was deprecated and when it goes, as far as its description says. */
export interface Dates {
  readonly announced: string | undefined;
  readonly sunset: string | undefined;
}

/** Dates of an operation: from extensions of several vendors, else from examples of its headers. */
export function datesOf(operation: Operation, api: Api): Dates {
  const { announced, sunset } = lifecycleOf(operation.ref);
  const vendor = ["x-github", "x-ms-deprecation", "x-sap-deprecated-operation"].flatMap((key) => {
    const at = api.member(operation.ref.at, key);
    return at === undefined ? [] : [at];
  });
  const told = (keys: readonly string[]) => vendor.flatMap((at) => keys.map((key) => dayOf(valueAt(at, key))));
  const raw = (key: string) => dayOf(valueAt(operation.ref.at, key));
  const shown = (name: string) =>
    operation.responses.flatMap(({ headers }) =>
      headers
        .filter((header) => header.name.toLowerCase() === name)
        .flatMap((header) => examplesOf(header.at, header.serialisation.schema, api).map(dayOf)),
    );
  const first = (days: readonly (string | undefined)[]) => days.find((day) => day !== undefined);
  return {
    announced:
      announced ?? first([raw("x-deprecated-at"), ...told(["deprecationDate", "date"]), ...shown("deprecation")]),
    sunset: sunset ?? first([raw("x-sunset"), raw("x-remove-on"), ...told(["removalDate"]), ...shown("sunset")]),
  };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const DAY = 86_400;

/** The day of a date as ISO 8601, HTTP (RFC 9110, section 5.6.7) or structured fields (RFC 9651, section 3.3.7) write it. */
function dayOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(value.trim())?.[0];
  if (iso !== undefined) return iso;
  const seconds = /^@(\d{1,12})$/.exec(value.trim())?.[1];
  if (seconds !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const [, day = "", month = "", year = ""] = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) /.exec(value.trim()) ?? [];
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0 ? undefined : `${year}-${String(index + 1).padStart(2, "0")}-${day}`;
}

/** Days from one day to another; undefined where one of them is none of the calendar. */
export function daysFrom(start: string, end: string): number | undefined {
  const days = secondsOf(end) - secondsOf(start);
  return Number.isNaN(days) ? undefined : Math.round(days / DAY);
}

/** The second of Unix time that a day starts with. */
export function secondsOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

const REPLACEMENTS = ["x-replaced-by", "x-replacement", "x-speakeasy-deprecation-replacement"];

/** What an extension names as the replacement of something deprecated; `none` where it says that there is none. */
export function replacementOf(at: Located, api: Api): string | undefined {
  const sap = api.member(at, "x-sap-deprecated-operation");
  const values = [
    ...REPLACEMENTS.map((key) => valueAt(at, key)),
    ...["successorOperationId", "successorOperationRef"].map((key) => valueAt(sap, key)),
  ];
  const value = values.find((each) => each !== undefined);
  if (value === false || value === null) return "none";
  const named = isObject(value) ? (own(value, "operationId") ?? own(value, "$ref") ?? own(value, "name")) : value;
  return typeof named === "string" && named !== "" ? named.trim() : undefined;
}

/** Words by which people say what to use instead, or that there is nothing to use. */
const NEXT =
  /\b(?:instead|replac\w+|supersed\w+|succe(?:eded|ssor)|in favou?r of|migrat\w+|moved (?:to|into)|renamed|prefer\w*|recommend\w*|alternative\w*|now (?:in|part of|called)|no longer|no effect|ignored|unused|not used|obsolete|discontinu\w+|legacy|will be removed|removed in)\b/i;
const USE = /\b(?:use|see)\b|\bdeprecated,? as (?!of\b)/i;

/** Whether a description, or a note on the deprecation itself, says what to do about it. */
export function tellsWhatNext(at: Located): boolean {
  const texts = Object.entries(isObject(at.value) ? at.value : {}).flatMap(([key, value]) => {
    const isNote = /^x-.*deprecat/.test(key);
    if (typeof value !== "string" || !(isNote || key === "description" || key === "summary")) return [];
    return value.split(/\n|(?<=[.!?])\s/).map((text) => ({ text, isAbout: isNote || /deprecat/i.test(value) }));
  });
  return texts.some(({ text, isAbout }) => NEXT.test(text) || (isAbout && USE.test(text)));
}
