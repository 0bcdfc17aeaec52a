import { expect, test } from "vitest";
import { asksForNotice, type NoticeDays, noticeDaysFor } from "./notice.ts";

test.each<[NoticeDays, string, number]>([
  [90, "stable", 90],
  [{ stable: 365, beta: 90 }, "beta", 90],
  [{ stable: 365, beta: 90 }, "alpha", 365],
  [{ beta: 0 }, "beta", 0],
  [{ beta: 30 }, "toString", 30],
  [{}, "stable", 0],
])("%o gives %s %i days", (notice, stability, days) => {
  expect(noticeDaysFor(notice, stability)).toBe(days);
});

test.each<[NoticeDays, boolean]>([
  [0, false],
  [1, true],
  [{}, false],
  [{ stable: 0 }, false],
  [{ stable: 0, beta: 1 }, true],
])("%o asks for notice: %s", (notice, asks) => {
  expect(asksForNotice(notice)).toBe(asks);
});
