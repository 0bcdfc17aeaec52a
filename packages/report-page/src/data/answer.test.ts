import type { FindingDocument, JudgedDocument } from "@concordat/engine/page";
import { describe, expect, test } from "vitest";
import { documentOf, findingOf, judgedOf } from "../testing/documents.ts";
import { answerOf, tallyOf } from "./answer.ts";
import { entriesOf } from "./entries.ts";

const tool = { schemaVersion: 1, tool: { name: "concordat", version: "0.0.0" } } as const;
const VERDICT = { pass: true, declaredBump: "none", requiredBump: "none", because: [] } as const;
const pair = (...findings: FindingDocument[]) => ({ documents: [{ document: documentOf(findings) }], rules: {} });
const alone = (...findings: FindingDocument[]) => ({
  documents: [{ document: { ...tool, ...judgedOf(findings), base: null, verdict: VERDICT } }],
  rules: {},
});
type Contract = JudgedDocument & { readonly contract: string };
const checkOf = (...contracts: Contract[]) => ({ ...tool, asOf: "2026-01-01", verdict: VERDICT, contracts });
const contracts = (...judged: Contract[]) => ({ documents: [{ document: checkOf(...judged) }], rules: {} });
const POLICY = { from: "base", reason: "base", commit: null } as const;
const checked = (...judged: Contract[]) => ({
  documents: [{ document: { ...checkOf(...judged), policy: POLICY } }],
  rules: {},
});
const SCORE = { total: 100, themes: [], costliest: [] };
const PROBLEM = { code: "x", message: "Nothing has the name `Room`.", severity: "error" } as const;

describe("the answer of a page", () => {
  const addition = findingOf({ severity: "info", impact: "minor" });
  const broken = { contract: "orders", ...judgedOf([findingOf()]) };
  const fine = { contract: "users", ...judgedOf([addition]) };
  const release = { ...broken, sections: { release: { tag: "v2", date: "2026-01-01" } } };
  test.each([
    ["a break", pair(findingOf()), false, "1 breaking change", "Needs a major bump, declares 1.1.0."],
    [
      "a break that is not decided",
      pair(findingOf({ proof: "undecided" })),
      false,
      "1 breaking change (1 undecided)",
      "Needs a major bump, declares 1.1.0.",
    ],
    ["an addition", pair(addition), true, "No breaking changes", "1.1.0 covers the changes."],
    [
      "lint",
      alone(findingOf({ impact: "none" }), findingOf({ impact: "none", severity: "warn" })),
      false,
      "1 error",
      "Also 1 warning.",
    ],
    [
      "an error of lint beside changes that break nobody",
      pair(addition, findingOf({ rule: "lint/x", impact: "none" })),
      false,
      "1 lint error",
      "1.1.0 covers the changes.",
    ],
    ["nothing found", alone(), true, "No findings", ""],
    [
      "contracts",
      contracts(broken, fine),
      false,
      "1 of 2 contracts fail",
      "Together they have 1 breaking change and 1 error.",
    ],
    [
      "descriptions by themselves",
      contracts(
        { contract: "a.yaml", ...judgedOf([]), base: null },
        { contract: "b.yaml", ...judgedOf([]), base: null },
      ),
      true,
      "2 descriptions pass",
      "Together they have no errors and no warnings.",
    ],
    ["a history", contracts(release, fine), undefined, "2 releases", "1 of them has breaking changes."],
  ])("%s", (_, data, passes, title, detail) => {
    expect(answerOf(data)).toMatchObject({ passes, title, detail });
  });
});

describe("the answer where little or nothing was compared", () => {
  test.each([
    [
      "a new contract in a check",
      checked({ contract: "a", ...judgedOf([]), base: null }),
      true,
      "New contract",
      "There is nothing to compare it with.",
    ],
    [
      "lint findings that a revision adds",
      { documents: [{ document: { ...documentOf([]), score: SCORE } }], rules: {} },
      true,
      "No new findings",
      "",
    ],
    [
      "a problem of a description",
      contracts({ contract: "a", ...judgedOf([]), problems: [PROBLEM] }, { contract: "b", ...judgedOf([]) }),
      false,
      "1 of 2 contracts fail",
      "Together they have 1 new problem.",
    ],
    [
      "the first release of a history",
      contracts({
        contract: "a",
        ...judgedOf([]),
        base: null,
        sections: { release: { tag: "v1", date: "2026-01-01" } },
      }),
      undefined,
      "1 release",
      "There is nothing to compare with.",
    ],
    [
      "breaks whose rules are off",
      checked({ contract: "a", ...judgedOf([]), sections: { turnedOff: 1 } }),
      true,
      "No open breaking changes, 1 turned off",
      "1.1.0 covers the changes.",
    ],
    [
      "breaks of several contracts whose rules are off",
      contracts(
        { contract: "a", ...judgedOf([]), sections: { turnedOff: 1 } },
        { contract: "b", ...judgedOf([]), sections: { turnedOff: 1 } },
      ),
      true,
      "2 contracts pass",
      "Together they have 2 breaking changes turned off.",
    ],
    [
      "contracts of which none changed",
      { documents: [{ document: { ...checkOf(), unchanged: ["a", "b"] } }], rules: {} },
      undefined,
      "Nothing was judged",
      "2 contracts were not judged, as none of their files changed.",
    ],
  ])("%s", (_, data, passes, title, detail) => {
    expect(answerOf(data)).toMatchObject({ passes, title, detail });
  });
});

test("the answer is that of migrations, and of deprecations, where there is nothing else", () => {
  const migration = {
    ...{ subject: "/paths/~1a/get", operation: { method: "GET", path: "/a" }, sunset: null, replacement: null },
    ...{ consumers: [], progress: 0, forecast: null, removable: true, because: [] },
  };
  const window = { from: "2026-01-01", to: "2026-01-30" };
  const migrations = { ...tool, asOf: "2026-01-31", window, migrations: [migration] };
  expect(answerOf({ documents: [{ document: migrations }], rules: {} })).toMatchObject({
    passes: undefined,
    title: "1 migration",
  });
  const deprecations = { ...tool, asOf: "2026-01-31", deprecations: [], problems: [] };
  expect(answerOf({ documents: [{ document: deprecations }], rules: {} }).title).toBe("0 deprecations");
  const faulty = { ...deprecations, problems: [PROBLEM] };
  expect(answerOf({ documents: [{ document: faulty }], rules: {} }).detail).toBe(
    "1 problem with dates or replacements.",
  );
});
test("findings that do not count are counted by themselves, and generated clients break no wire", () => {
  const findings = [
    findingOf(),
    findingOf({ fingerprint: "f2", standing: "baselined" }),
    findingOf({ fingerprint: "f3", audience: "client", severity: "info", impact: "patch" }),
  ];
  expect(tallyOf(entriesOf(pair(...findings)))).toEqual({
    ...{ breaking: 1, undecided: 0, errors: 1, warnings: 0, notes: 1, problems: 0, settled: 1 },
  });
});
