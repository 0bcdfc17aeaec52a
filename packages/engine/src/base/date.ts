/*
 * Days, as descriptions and policies write them. A day is a text, `YYYY-MM-DD`, and always the day in UTC, so that the same
 * text is the same day on every machine; days compare as texts do.
 */

const SECONDS_PER_DAY = 86_400;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: `2027-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The second of Unix time that a day starts with. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}

/** Days from one day to another; negative where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return (startOfDay(to) - startOfDay(from)) / SECONDS_PER_DAY;
}

/** The same day a year later; of a leap day, the day before it. */
export function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace("-02-29", "-02-28")}`;
}

/**
 * The day of a date as ISO 8601, HTTP (RFC 9110, section 5.6.7, all three forms) or structured fields (RFC 9651, section
 * 3.3.7) write it. Undefined where a value is no date, or none of the calendar.
 */
export function parseDay(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const day = isoDay(text) ?? structuredDay(text) ?? httpDay(text);
  return day !== undefined && isDay(day) ? day : undefined;
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d+)?|:60)? ?(?:Z|z|UTC|GMT|([+-])(\d{2}):?(\d{2})?)?)?$/;

/** A day, alone or with a time; a time with an offset may be on another day in UTC. */
function isoDay(text: string): string | undefined {
  const [, day, hour, minute, sign, hours = "00", minutes = "00"] = ISO.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  if (hour === undefined) return day;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60;
  return dayOfSecond(startOfDay(day) + Number(hour) * 3600 + Number(minute) * 60 - offset);
}

function structuredDay(text: string): string | undefined {
  const seconds = /^@(-?\d{1,12})$/.exec(text)?.[1];
  return seconds === undefined ? undefined : dayOfSecond(Number(seconds));
}

function dayOfSecond(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 10);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)";
/** `Sun, 06 Nov 1994 08:49:37 GMT` */
const IMF_FIXDATE = new RegExp(`^\\w{3}, (?<day>\\d{2}) (?<month>\\w{3}) (?<year>\\d{4}) ${TIME} GMT$`);
/** `Sunday, 06-Nov-94 08:49:37 GMT` */
const RFC_850 = new RegExp(`^\\w{6,9}, (?<day>\\d{2})-(?<month>\\w{3})-(?<year>\\d{2}) ${TIME} GMT$`);
/** `Sun Nov  6 08:49:37 1994` */
const ASCTIME = new RegExp(`^\\w{3} (?<month>\\w{3}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`);

function httpDay(text: string): string | undefined {
  const {
    day = "",
    month = "",
    year = "",
  } = [IMF_FIXDATE, RFC_850, ASCTIME].map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined) ??
  {};
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0
    ? undefined
    : `${fullYear(year)}-${String(index + 1).padStart(2, "0")}-${day.trim().padStart(2, "0")}`;
}

/** Two digits are a year from 1970 on: the reading must not change with the day on which it is done. */
function fullYear(year: string): string {
  return year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`;
}
