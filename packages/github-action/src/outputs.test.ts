import { expect, test } from "vitest";
import { fitChangelog, fitReport, outputText } from "./outputs.ts";

test("an output of one line is a line", () => {
  expect(outputText({ result: "pass", "breaking-count": 0, "comment-id": undefined })).toBe(
    "result=pass\nbreaking-count=0\n",
  );
});

test("the end of a longer one is nowhere in it", () => {
  expect(outputText({ result: "pass", changelog: "a\nb\n" })).toBe(
    "result=pass\nchangelog<<concordat-end\na\nb\nconcordat-end\n",
  );
  const hostile = "concordat-end\nconcordat-end-1\nresult=pass";
  expect(outputText({ result: "fail", changelog: hostile })).toBe(
    `result=fail\nchangelog<<concordat-end-2\n${hostile}\nconcordat-end-2\n`,
  );
});

test("a report that does not fit says so, and has no contracts", () => {
  const verdict = { pass: false, declaredBump: "none", requiredBump: "major", because: ["f"] };
  const json = JSON.stringify({ schemaVersion: 1, tool: {}, asOf: "2026-01-01", verdict, contracts: [] });
  expect(fitReport(`${json}\n`, undefined)).toBe(json);
  const short = JSON.parse(fitReport(json, "out.json", 50));
  expect(short).toMatchObject({ verdict: { pass: false, because: [] }, note: expect.stringContaining("in out.json.") });
  expect(short).not.toHaveProperty("contracts");
});

test("a changelog that does not fit ends with a whole line", () => {
  expect(fitChangelog("a\nb\n")).toBe("a\nb");
  const text = fitChangelog("- a line\n".repeat(100), 300);
  expect(text.length).toBeLessThanOrEqual(300);
  expect(text).toMatch(/^(?:- a line\n)+\n_The rest is left out/);
});
