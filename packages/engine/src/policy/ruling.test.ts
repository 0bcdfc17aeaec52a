import { expect, test } from "vitest";
import type { RawFinding } from "../finding/finding.ts";
import type { RuleTraits } from "./dials.ts";
import { DEFAULT_POLICY, type Policy } from "./policy.ts";
import { decideRuling, type RulingContext } from "./ruling.ts";

const TODAY = "2026-06-30";
const YESTERDAY = "2026-06-29";
const REMOVED = "diff/operation-removed";

const RULES: Readonly<Record<string, RuleTraits>> = {
  [REMOVED]: { about: { area: "operation", aspect: "existence", action: "removed" }, endsAtSunset: true },
  "diff/response-enum-widened": {
    about: { area: "schema", aspect: "enum", action: "widened" },
    direction: "response",
  },
  "diff/server-removed": { about: { area: "server", aspect: "existence", action: "removed" } },
};

const finding: RawFinding & { readonly fingerprint: string } = {
  rule: "diff/response-enum-widened",
  severity: "error",
  impact: "major",
  audience: "wire",
  proof: "rule",
  message: "",
  data: {},
  subject: "/components/schemas/State",
  address: { file: undefined, steps: ["components", "schemas", "State"] },
  at: {},
  operations: [
    { method: "GET", path: "/beta/a", direction: "response" },
    { method: "GET", path: "/b", direction: "response" },
  ],
  witness: undefined,
  fingerprint: "f",
};

const POLICY: Policy = { ...DEFAULT_POLICY, noticeDays: 30 };
const CONTEXT: RulingContext = {
  policy: POLICY,
  contract: "orders",
  asOf: TODAY,
  preset: new Map(),
  waivers: [],
  ignores: [],
  known: new Set(),
  ruleOf: (id) => RULES[id],
  stabilityOf: ({ path }) => (path.startsWith("/beta") ? "draft" : "stable"),
  removals: new Map(),
};

const ignore = {
  rule: "diff/response-*",
  reason: "r",
  until: TODAY,
  owner: undefined,
  at: "/components/schemas",
  place: { uri: "", pointer: "" },
};
const waiver = { fingerprint: "f", reason: "r", owner: "o", expires: TODAY };
const sunset = (announced?: string) => ({
  rule: REMOVED,
  data: { deprecated: true, sunset: YESTERDAY, ...(announced !== undefined && { announced }) },
});
const overriding = (...overrides: Policy["overrides"]) => ({ overrides });
const unstable = (...levels: readonly string[]) => ({ policy: { unstable: levels } });

interface Given {
  readonly finding?: Partial<RawFinding>;
  readonly policy?: Partial<Policy>;
  readonly context?: Partial<RulingContext>;
}

const cases: readonly [name: string, given: Given, dials: string, standing: string][] = [
  ["nothing is set", {}, "error major wire", "open"],
  ["the preset has a severity", { context: { preset: new Map([[finding.rule, "info"]]) } }, "info major wire", "open"],
  ["an enum may grow", { policy: { extensibleEnums: ["/components/**"] } }, "info minor client", "open"],
  ["another enum may grow", { policy: { extensibleEnums: ["/paths/**"] } }, "error major wire", "open"],
  [
    "what is undecided is a warning",
    { finding: { proof: "undecided" }, policy: { undecided: "warning" } },
    "warn none wire",
    "open",
  ],
  ["what is decided stays", { policy: { undecided: "warning" } }, "error major wire", "open"],
  [
    "servers are deployment",
    { finding: { rule: "diff/server-removed" }, policy: { servers: "deployment" } },
    "info none docs",
    "open",
  ],
  ["all that it reaches promises nothing", unstable("draft", "stable"), "info minor wire", "open"],
  ["one that it reaches promises something", unstable("draft"), "error major wire", "open"],
  [
    "it reaches nothing, and promises stay",
    { finding: { operations: [] }, ...unstable("draft") },
    "error major wire",
    "open",
  ],
  [
    "the last of two overrides wins",
    { policy: overriding({ rules: ["diff/*"], severity: "off" }, { rules: ["diff/*"], severity: "warn" }) },
    "warn major wire",
    "open",
  ],
  [
    "an override of another contract",
    { policy: overriding({ rules: ["diff/*"], contracts: ["billing"], impact: "none" }) },
    "error major wire",
    "open",
  ],
  [
    "an override of one of two paths",
    { policy: overriding({ rules: ["diff/*"], paths: ["/beta/**"], impact: "none" }) },
    "error major wire",
    "open",
  ],
  [
    "an override of both paths",
    { policy: overriding({ rules: ["diff/*"], paths: ["/beta/**", "/b"], impact: "none" }) },
    "error none wire",
    "open",
  ],
  ["a waiver on its last day", { context: { waivers: [waiver] } }, "error major wire", "baselined"],
  ["a waiver on the day after", { context: { waivers: [waiver], asOf: "2026-07-01" } }, "error major wire", "open"],
  ["base had it", { context: { known: new Set(["f"]) } }, "error major wire", "baselined"],
  ["an ignore on its last day", { context: { ignores: [ignore] } }, "error major wire", "waived"],
  ["an ignore on the day after", { context: { ignores: [ignore], asOf: "2026-07-01" } }, "error major wire", "open"],
  [
    "an ignore of a place with a longer name",
    { context: { ignores: [{ ...ignore, at: "/components/schemas/Sta" }] } },
    "error major wire",
    "open",
  ],
  ["a sunset that passed, announced in time", { finding: sunset("2026-01-01") }, "error major wire", "past-sunset"],
  ["a sunset with notice to the day", { finding: sunset("2026-05-30") }, "error major wire", "past-sunset"],
  ["a sunset announced a day late", { finding: sunset("2026-05-31") }, "error major wire", "open"],
  [
    "a sunset with less notice, where its level gets less",
    {
      finding: sunset("2026-05-31"),
      policy: { noticeDays: { beta: 29, stable: 30 } },
      context: { stabilityOf: () => "beta" },
    },
    "error major wire",
    "past-sunset",
  ],
  ["a sunset that nobody announced", { finding: sunset() }, "error major wire", "open"],
  ["a sunset today", { finding: sunset("2026-01-01"), context: { asOf: YESTERDAY } }, "error major wire", "open"],
  [
    "a sunset of what is not deprecated",
    { finding: { rule: REMOVED, data: { sunset: YESTERDAY, announced: "2026-01-01" } } },
    "error major wire",
    "open",
  ],
];

test.each(cases)("%s", (_, { finding: more, policy, context }, dials, standing) => {
  const ruling = decideRuling({ ...finding, ...more }, { ...CONTEXT, policy: { ...POLICY, ...policy }, ...context });
  expect(`${ruling.severity} ${ruling.impact} ${ruling.audience}`).toBe(dials);
  expect(ruling.standing).toBe(standing);
});

test("a ruling names the extended configuration that changed a dial, until the configuration itself says it", () => {
  const from = "policies/org.yaml";
  const policy: Policy = {
    ...DEFAULT_POLICY,
    overrides: [
      { rules: ["diff/**"], severity: "warn", impact: "major", from },
      { rules: ["diff/**"], audience: "client", from },
      { rules: ["diff/**"], audience: "client" },
    ],
  };
  const ruling = decideRuling(finding, { ...CONTEXT, policy });
  expect(ruling).toMatchObject({ severity: "warn", impact: "major", audience: "client" });
  expect(ruling.origins).toEqual({ severity: from });
});

test("a ruling names the extended configuration whose option changed a dial", () => {
  const from = "@acme/api-policy";
  const policy: Policy = {
    ...DEFAULT_POLICY,
    extensibleEnums: true,
    origins: { extensibleEnums: from, servers: from },
  };
  expect(decideRuling(finding, { ...CONTEXT, policy }).origins).toEqual({
    severity: from,
    impact: from,
    audience: from,
  });
});
