import { expect, test } from "vitest";
import type { CheckOutcome, Outcome } from "../outcome.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderSarif } from "./sarif.ts";
import { renderStylish } from "./stylish.ts";

/* What a report has no room for, and what was not judged, is told. */

const CONTEXT = { rules: new Map(), colour: false };
const VERDICT = { pass: true, declaredBump: "major", requiredBump: "major", because: [] } as const;

test.each([
  [{ unchanged: ["orders", "users"] }, "Nothing was judged: no file of 2 contracts changed.\n"],
  [{}, "Nothing was judged.\n"],
])("a check without contracts says so", (more, text) => {
  const outcome: CheckOutcome = { asOf: "2026-01-01", verdict: VERDICT, contracts: [], ...more };
  expect(renderStylish({ kind: "check", outcome }, CONTEXT)).toBe(text);
});

const names = (what: string) => Array.from({ length: 52 }, (_, i) => `${what}-${i}`);
const HURTING: Outcome["rulings"][number] = {
  ...({ rule: "diff/x", fingerprint: "f1", severity: "error", impact: "major", audience: "wire" } as const),
  ...({ proof: "rule", message: "`GET /a` was removed.", subject: "", address: undefined, data: {} } as const),
  ...{ standing: "open", base: { file: "a.yaml", line: 1, column: 1 }, head: null, operations: [], witness: null },
  consumers: { affected: ["web"], unaffected: names("calm"), unknown: names("perhaps"), shown: [] },
};
const PAIR: Outcome = {
  contract: "orders",
  base: { source: "a.yaml", version: "1.0.0", openapi: "3.1.0" },
  head: { source: "a.yaml", version: "2.0.0", openapi: "3.1.0" },
  against: "base",
  verdict: VERDICT,
  rulings: [HURTING],
  problems: [],
  sections: {},
};

test("a comment counts the consumers that it does not name", () => {
  const comment = renderMarkdown({ kind: "diff", outcome: PAIR }, CONTEXT);
  expect(comment).toMatch(/^- May break: `perhaps-0`.* and 2 more$/m);
  expect(comment).toMatch(/^- Not affected: `calm-0`.* and 2 more$/m);
});

test("an excerpt in a terminal counts the lines that it has no room for", () => {
  const excerpts = { base: { "a.yaml": [{ from: 1, lines: ["a:", ...names("  k")] }] } };
  const input = { kind: "diff", outcome: { ...PAIR, excerpts } } as const;
  expect(renderStylish(input, { ...CONTEXT, terminal: { verbose: true } })).toContain("and at least 32 more lines\n");
});

test("SARIF counts the findings that code scanning would drop", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...HURTING, fingerprint: `f${i}` }));
  const sarif = (count: number) => renderSarif({ kind: "diff", outcome: { ...PAIR, rulings: many(count) } }, CONTEXT);
  expect(sarif(5_001)).toContain("Left out: 1 finding of the least weight.");
  expect(sarif(5_000)).not.toContain("invocations");
});
