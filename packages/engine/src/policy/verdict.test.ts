import { describe, expect, test } from "vitest";
import type { Impact, Severity } from "../finding/finding.ts";
import { DEFAULT_POLICY, type Policy } from "./policy.ts";
import type { Ruling } from "./ruling.ts";
import { counts, decideVerdict, exitCodeOf, type FailOn, NO_VERDICT } from "./verdict.ts";

/** `error major wire open`, called by its fingerprint. */
function ruling(dials: string, fingerprint = dials): Ruling {
  const [severity, impact, audience, standing] = dials.split(" ");
  return { severity, impact, audience, standing, fingerprint } as unknown as Ruling;
}

const BREAK = "error major wire open";
const ADDITION = "info minor wire open";

describe("the bump that is required", () => {
  const cases: readonly [string, readonly string[], Impact, Partial<Policy>, string][] = [
    ["nothing was found", [], "none", {}, "none pass"],
    ["a break that nothing declares", [BREAK], "none", {}, "major fail"],
    ["a break with a minor bump", [BREAK], "minor", {}, "major fail"],
    ["a break with a major bump", [BREAK], "major", {}, "major pass"],
    ["an addition that nothing declares", [ADDITION], "none", {}, "minor pass"],
    [
      "an addition that nothing declares, and all bumps are asked for",
      [ADDITION],
      "none",
      { requireBump: "all" },
      "minor fail",
    ],
    ["the greatest of several", [ADDITION, BREAK], "minor", {}, "major fail"],
    ["what is accepted", ["error major wire baselined", "error major wire waived"], "none", {}, "none pass"],
    ["what is turned off", ["off major wire open"], "none", {}, "none pass"],
    ["a break for others than policy asks about", ["error major client open"], "none", {}, "none pass"],
    [
      "a break for clients, which policy asks about",
      ["error major client open"],
      "none",
      { audiences: ["client"] },
      "major fail",
    ],
    ["a break after its sunset", ["error major wire past-sunset"], "none", {}, "none pass"],
  ];
  test.each(cases)("%s", (_, dials, declared, policy, expected) => {
    const rulings = dials.map((each) => ruling(each));
    const { requiredBump, pass, declaredBump } = decideVerdict(rulings, declared, { ...DEFAULT_POLICY, ...policy });
    expect(`${requiredBump} ${pass ? "pass" : "fail"}`).toBe(expected);
    expect(declaredBump).toBe(declared);
  });

  test("rests on the findings that demand it, each once, and on none where none is", () => {
    const found = [ruling(BREAK, "a"), ruling(ADDITION, "b"), ruling(BREAK, "c"), ruling(BREAK, "a")];
    expect(decideVerdict(found, "none", DEFAULT_POLICY).because).toEqual(["a", "c"]);
    expect(decideVerdict([ruling("error none docs open")], "none", DEFAULT_POLICY).because).toEqual([]);
  });
});

describe("a finding counts", () => {
  const cases: readonly [string, FailOn, Impact, boolean][] = [
    [BREAK, "error", "none", true],
    [BREAK, "error", "minor", true],
    [BREAK, "error", "major", false],
    [BREAK, "never", "none", false],
    ["warn none docs open", "error", "none", false],
    ["warn none docs open", "warn", "none", true],
    ["warn none docs open", "warn", "major", true],
    ["info minor wire open", "warn", "none", false],
    ["error major wire waived", "warn", "none", false],
  ];
  test.each(cases)("%s, failing on %s, declared %s: %s", (dials, failOn, declared, expected) => {
    expect(counts(ruling(dials), failOn, declared)).toBe(expected);
  });
});

describe("a run fails", () => {
  const failed = { ...NO_VERDICT, pass: false };
  const problem = (severity: Exclude<Severity, "off" | "info">) => [{ severity }];
  const cases: readonly [string, Parameters<typeof exitCodeOf>[0], FailOn, 0 | 1][] = [
    ["nothing", [], "error", 0],
    ["a verdict that fails", [{ verdict: failed, rulings: [], problems: [] }], "error", 1],
    ["the same, asked never to", [{ verdict: failed, rulings: [], problems: problem("error") }], "never", 0],
    ["a problem that head brings", [{ verdict: NO_VERDICT, rulings: [], problems: problem("error") }], "error", 1],
    ["one that base had", [{ verdict: NO_VERDICT, rulings: [], problems: problem("warn") }], "error", 0],
    ["the same, where warnings count", [{ verdict: NO_VERDICT, rulings: [], problems: problem("warn") }], "warn", 1],
    [
      "one finding of the second contract",
      [
        { verdict: NO_VERDICT, rulings: [], problems: [] },
        { verdict: NO_VERDICT, rulings: [ruling("error none docs open")], problems: [] },
      ],
      "error",
      1,
    ],
  ];
  test.each(cases)("for %s", (_, endings, failOn, code) => expect(exitCodeOf(endings, failOn)).toBe(code));
});
