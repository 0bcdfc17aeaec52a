import { describe, expect, it } from "vitest";
import { daysBetween, isDay, parseDay } from "./date.ts";

describe("the day of a date", () => {
  it.each([
    ["2027-06-30", "2027-06-30"],
    [" 2027-06-30 ", "2027-06-30"],
    ["2027-06-30T23:59:59Z", "2027-06-30"],
    ["2027-06-30T23:59:59", "2027-06-30"],
    ["2023-03-01T00:30:00+02:00", "2023-02-28"],
    ["2023-02-28T23:30:00-01:00", "2023-03-01"],
    ["2023-03-01 00:30 +0200", "2023-02-28"],
    ["2023-12-31T23:30:00.250-05", "2024-01-01"],
    ["Wed, 31 Dec 2025 23:59:59 GMT", "2025-12-31"],
    ["Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06"],
    ["Friday, 06-Nov-26 08:49:37 GMT", "2026-11-06"],
    ["Sun Nov  6 08:49:37 1994", "1994-11-06"],
    ["@1688169599", "2023-06-30"],
    ["@-1", "1969-12-31"],
  ])("%j is %s", (text, day) => expect(parseDay(text)).toBe(day));

  it.each([
    ...["next summer", "31.12.2025", "2026-02-30", "2026-02-30T00:00:00Z", "2026-13-01", "20260101", "2026-01-011"],
    ...[
      "2027-06-30 or later",
      "2026-01-01T25:00:00Z",
      "Wed, 31 Dec 2025 23:99:59 GMT",
      "Wed, 31 Dec 2025 23:59:59 PST",
    ],
    ...["Wed, 31 Foo 2025 23:59:59 GMT", "Tue, 30 Feb 2026 00:00:00 GMT", "@", "@999999999999", "true", "?1", ""],
    ...[true, null, undefined, 20270630, {}],
  ])("%j is none", (value) => expect(parseDay(value)).toBeUndefined());
});

describe("days", () => {
  it.each([
    ["2026-01-01", "2026-01-31", 30],
    ["2024-02-28", "2024-03-01", 2],
    ["2026-06-01", "2026-01-31", -121],
  ])("from %s to %s are %i", (from, to, days) => expect(daysBetween(from, to)).toBe(days));

  it.each([
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-2-1", false],
  ])("%s is one of the calendar: %s", (text, is) => expect(isDay(text)).toBe(is));
});
