import { expect, test } from "vitest";
import type { RawFinding } from "../finding/finding.ts";
import { fingerprintOfFinding } from "../finding/fingerprint.ts";
import { forwardBreaks } from "./forward.ts";

const FOUND: RawFinding = {
  rule: "diff/operation-removed",
  severity: "error",
  impact: "major",
  audience: "wire",
  proof: "witness",
  message: "`GET /a` was removed.",
  data: { operation: "GET /a" },
  subject: "/paths/~1a/get",
  address: { file: undefined, steps: ["paths", "/a", "get"] },
  at: { base: { uri: "file:///base.json", pointer: "" } },
  operations: [],
  witness: { value: 1, acceptedBy: "base", refusedBy: "head", reason: "No operation answers it." },
};

test("the sides of a break are those of the pair, not those of the comparison", () => {
  expect(forwardBreaks([FOUND])).toEqual([
    {
      ...FOUND,
      message: "Going back to base: `GET /a` was removed.",
      at: { head: FOUND.at.base },
      witness: { ...FOUND.witness, acceptedBy: "head", refusedBy: "base" },
      compatibility: "forward",
    },
  ]);
});

test.each<[string, Partial<RawFinding>, number]>([
  ["an undecided question", { proof: "undecided", impact: "minor" }, 1],
  ["what only generated code notices", { audience: "client" }, 0],
  ["what only readers notice", { audience: "docs" }, 0],
  ["what breaks nobody", { impact: "minor" }, 0],
])("of %s", (_, part, kept) => {
  expect(forwardBreaks([{ ...FOUND, ...part }])).toHaveLength(kept);
});

test("the same break in both directions has two fingerprints", () => {
  const [forward] = forwardBreaks([FOUND]);
  expect(forward && fingerprintOfFinding(forward)).not.toBe(fingerprintOfFinding(FOUND));
});
