/*
 * Times of logs. A row counts for the UTC day of its time; days are numbers, counted from 1970-01-01.
 */

/** The last day that counts, 9999-12-31; the first is 0. What a log writes of other days is no time of a call. */
export const LAST_DAY = 2_932_896;

const SECONDS_PER_DAY = 86_400;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-03-27T23:59:59.123+02:00`, or a day alone; without an offset it is UTC. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?(?:[Zz]|UTC|GMT|([+-])(\d\d):?(\d\d)?)?)?$/;
/** `27/Mar/2026:23:59:59 +0200` */
const CLF = /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?: ([+-])(\d\d):?(\d\d))?$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** The day of a time: ISO 8601, as access logs write it, or epoch seconds to nanoseconds; undefined where it is none. */
export function dayOfTime(value: unknown): number | undefined {
  if (typeof value === "number") return dayOfEpoch(value);
  if (typeof value === "bigint") return dayOfEpoch(Number(value));
  if (typeof value !== "string") return undefined;
  const iso = ISO.exec(value);
  if (iso !== null) {
    const [, year, month, day, hour = 0, minute = 0, second = 0, sign, hours, minutes] = iso;
    return dayOf(
      Number(year),
      Number(month),
      Number(day),
      secondsOf(hour, minute, second),
      offsetOf(sign, hours, minutes),
    );
  }
  const clf = CLF.exec(value);
  if (clf !== null) {
    const [, day, month = "", year, hour = 0, minute = 0, second = 0, sign, hours, minutes] = clf;
    const index = MONTHS.indexOf(month) + 1;
    return dayOf(Number(year), index, Number(day), secondsOf(hour, minute, second), offsetOf(sign, hours, minutes));
  }
  return NUMBER.test(value) ? dayOfEpoch(Number(value)) : undefined;
}

/** The day of nanoseconds since 1970, whatever their size, as OpenTelemetry writes them: a number or its text. */
export function dayOfNanoseconds(value: unknown): number | undefined {
  const text = typeof value === "number" && value > 0 ? BigInt(Math.trunc(value)).toString() : value;
  if (typeof text !== "string" || !/^\d{1,20}$/.test(text) || /^0+$/.test(text)) return undefined;
  return countable(Math.floor(Number(text.slice(0, -9)) / SECONDS_PER_DAY));
}

/** A day as it is written, `2026-03-27`. */
export function dayText(day: number): string {
  return new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10);
}

/** Epoch seconds, milli-, micro- or nanoseconds, recognised by their size. */
function dayOfEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  const perSecond = value < 1e11 ? 1 : value < 1e14 ? 1e3 : value < 1e17 ? 1e6 : 1e9;
  return countable(Math.floor(value / perSecond / SECONDS_PER_DAY));
}

/** Seconds of the day; a leap second counts for the day that it ends. */
function secondsOf(hour: string | number, minute: string | number, second: string | number): number | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h < 24 && m < 60 && s <= 60 ? h * 3600 + m * 60 + Math.min(s, 59) : undefined;
}

function offsetOf(sign: string | undefined, hours = "0", minutes = "0"): number {
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** The last day that was made out, as logs come in order of time. */
let last = { year: 0, month: 0, day: 0, value: 0 };

function dayOf(
  year: number,
  month: number,
  day: number,
  seconds: number | undefined,
  offset: number,
): number | undefined {
  if (seconds === undefined || month < 1 || day < 1) return undefined;
  if (last.day !== day || last.month !== month || last.year !== year) {
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1000) return undefined;
    last = { year, month, day, value: date.getTime() / 1000 / SECONDS_PER_DAY };
  }
  return countable(last.value + Math.floor((seconds - offset) / SECONDS_PER_DAY));
}

function countable(day: number): number | undefined {
  return day >= 0 && day <= LAST_DAY ? day : undefined;
}
