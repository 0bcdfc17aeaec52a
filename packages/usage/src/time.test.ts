import { describe, expect, it } from "vitest";
import { dayOfNanoseconds, dayOfTime, dayText } from "./time.ts";

describe("the UTC day of a time", () => {
  it.each([
    ["2026-03-27", "2026-03-27"],
    ["2026-03-27T23:59:59.999Z", "2026-03-27"],
    ["2026-03-28T01:30:00+02:00", "2026-03-27"],
    ["2026-03-27 23:30:00,5 -0100", "2026-03-28"],
    ["2026-03-27T10:00:00", "2026-03-27"],
    ["2024-02-29T00:00:00Z", "2024-02-29"],
    ["2016-12-31T23:59:60Z", "2016-12-31"],
    ["1970-01-01", "1970-01-01"],
    ["9999-12-31T23:59:59Z", "9999-12-31"],
    ["01/Jan/2026:00:30:00 +0100", "2025-12-31"],
    ["31/Dec/2025:20:00:00 -0700", "2026-01-01"],
    ["28/Mar/2026:10:00:00", "2026-03-28"],
    [1774656000, "2026-03-28"],
    [1774655999.9, "2026-03-27"],
    [1774656000000, "2026-03-28"],
    [1774656000000000, "2026-03-28"],
    [1774656000000000000n, "2026-03-28"],
    ["1774656000.123", "2026-03-28"],
  ])("of %s is %s", (time, day) => {
    const found = dayOfTime(time);
    expect(found === undefined ? found : dayText(found)).toBe(day);
  });

  it.each([
    ...["2026-02-31", "2026-03-28T25:00:00Z", "2026-03-28T10:60:00Z", "28/Foo/2026:10:00:00 +0000", "28/Mar/2026"],
    ...["31/Feb/2026:10:00:00 +0000", "28/Mar/2026:25:00:00 +0000", "soon", "", "-", "1e9", null, undefined, -1, {}],
    // Sentinels of systems that know no time, and what no calendar has.
    ...["1969-12-31", "1970-01-01T00:00:00+02:00", "1601-01-01T00:00:00Z", "9999-12-31T23:00:00-02:00", 1e25, 3e20],
  ])("is none of %j", (time) => expect(dayOfTime(time)).toBeUndefined());

  it("is counted in nanoseconds, whatever their size, where OpenTelemetry says so", () => {
    expect(dayOfNanoseconds("1774655999999999999")).toBe(dayOfTime("2026-03-27"));
    expect(dayOfNanoseconds("1774656000000000000")).toBe(dayOfTime("2026-03-28"));
    expect(["", "0", undefined, "soon", -1].map(dayOfNanoseconds)).toEqual(Array(5).fill(undefined));
  });
});
