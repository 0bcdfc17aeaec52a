import { expect, test } from "vitest";
import type { CheckOutcome, Outcome } from "../outcome.ts";
import { renderJson } from "./json.ts";
import { readReport } from "./read-report.ts";

/* What is written is read again; anything else is refused with a reason. */

const VERDICT = { pass: false, declaredBump: "none", requiredBump: "major", because: ["f1"] } as const;
const CONTRACT: Outcome = {
  contract: "users",
  base: { source: "base.yaml", version: "1.0.0", openapi: "3.1.0" },
  head: { source: "head.yaml", version: null, openapi: "3.1.0" },
  against: "base",
  verdict: VERDICT,
  rulings: [
    {
      rule: "pact/response-status-undeclared",
      fingerprint: "f2",
      severity: "warn",
      impact: "none",
      audience: "wire",
      proof: "rule",
      message: "`web` expects the status 418.",
      subject: "/paths/~1a/get",
      address: undefined,
      data: {},
      standing: "open",
      base: null,
      head: { file: "head.yaml", line: 3, column: 1 },
      places: { pact: { file: "web.json", line: 7, column: 5 } },
      operations: [],
      witness: null,
      consumer: "web",
      interaction: "a teapot",
    },
    {
      rule: "diff/operation-removed",
      fingerprint: "f1",
      severity: "error",
      impact: "major",
      audience: "wire",
      proof: "witness",
      message: "`GET /a` was removed.",
      subject: "/paths/~1a/get",
      address: undefined,
      data: {},
      standing: "open",
      base: { file: "base.yaml", line: 3, column: 1 },
      head: null,
      operations: [{ method: "GET", path: "/a", direction: "request" }],
      witness: { value: { url: "/a" }, acceptedBy: "base", refusedBy: "head", reason: "There is none." },
    },
  ],
  sections: {
    accepted: [
      {
        ...({ by: "baseline", what: "f3", subject: "", reason: "Agreed.", owner: "ada", until: "2026-03-01" } as const),
        findings: [{ rule: "diff/operation-removed", fingerprint: "f3", message: "m", subject: "/paths/~1b" }],
      },
    ],
    score: { total: 90, themes: [{ theme: "docs", score: 90, findings: 1 }], costliest: [] },
    release: { tag: "v1", date: "2026-01-01" },
    replacements: { f1: "`GET /b`" },
  },
  problems: [{ code: "structure", message: "No.", severity: "warn", file: "head.yaml", line: 1, column: 1 }],
};
const CHECKED: CheckOutcome = {
  asOf: "2026-01-01",
  verdict: VERDICT,
  contracts: [CONTRACT],
  unchanged: ["orders"],
  gate: { from: "base", reason: "base", commit: "abc", changes: [] },
};
const written = (outcome: CheckOutcome) => renderJson({ kind: "check", outcome }, { rules: new Map(), colour: false });

test("a report is read as it was written", () => {
  expect(readReport(written(CHECKED))).toEqual({ value: CHECKED });
});

test("what was read is written again to the letter", () => {
  const read = readReport(written(CHECKED));
  expect("value" in read && written(read.value)).toBe(written(CHECKED));
});

const changed = (change: object) => JSON.stringify({ ...JSON.parse(written(CHECKED)), ...change });
test.each([
  ["no JSON", "{", "not JSON"],
  ["another version of the form", changed({ schemaVersion: 2 }), "schemaVersion"],
  ["no day", changed({ asOf: 7 }), "asOf"],
  [
    "a severity that there is not",
    changed({ contracts: [{ ...CONTRACT, findings: [{ severity: "loud" }] }] }),
    "missing",
  ],
  ["nothing that was judged", changed({ contracts: [], unchanged: [] }), "judges no contract"],
  [
    "more levels than any report has",
    changed({ verdict: JSON.parse(`${"[".repeat(1_100)}${"]".repeat(1_100)}`) }),
    "levels",
  ],
])("%s is refused", (_, text, why) => {
  expect(readReport(text)).toEqual({ failure: "malformed", why: expect.stringContaining(why) });
});
