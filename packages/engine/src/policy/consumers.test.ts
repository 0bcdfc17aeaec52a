import { expect, test } from "vitest";
import type { RawFinding } from "../finding/finding.ts";
import { Hurts } from "./consumers.ts";

const finding: RawFinding = {
  rule: "diff/response-enum-widened",
  severity: "error",
  impact: "major",
  audience: "wire",
  proof: "undecided",
  message: "There are more than 50000 places; the others were not looked at.",
  data: {},
  subject: "",
  address: { file: undefined, steps: [] },
  at: {},
  operations: [],
  witness: undefined,
};

const consumption = { consumers: ["web"], uses: [] };

test("places that were not looked at may hurt anybody", () => {
  expect(new Hurts([finding], consumption).of(finding)).toMatchObject({ unaffected: [], unknown: ["web"] });
});

test("a change that reaches no use hurts nobody", () => {
  const elsewhere: RawFinding = {
    ...finding,
    operations: [{ method: "GET", path: "/orders", direction: "response" }],
  };
  expect(new Hurts([elsewhere], consumption).of(elsewhere)).toMatchObject({ unaffected: ["web"], unknown: [] });
});
