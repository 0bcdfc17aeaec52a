import { expect, test } from "vitest";
import { fitSummary } from "./publish.ts";

test("a summary that fits stays as it is", () => {
  expect(fitSummary("# All\n\n- is well\n", 100)).toBe("# All\n\n- is well\n");
});

test("a summary that is too long for the runner ends with a whole line, and says so", () => {
  const line = `- ${"ü".repeat(40)}\n`;
  const text = fitSummary(line.repeat(100), 2_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
  const [kept, note] = text.split("\n\n_");
  expect(kept?.split("\n").every((each) => `${each}\n` === line)).toBe(true);
  expect(note).toContain("The rest is left out");
});

test("what the runner takes by default is a mebibyte", () => {
  expect(Buffer.byteLength(fitSummary("word\n".repeat(400_000)))).toBeLessThanOrEqual(1024 * 1024);
});
