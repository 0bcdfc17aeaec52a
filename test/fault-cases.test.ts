import { describe, expect, test, vi } from "vitest";
import { run } from "../packages/cli/src/cli.ts";
import { type FaultCase, isTold, readFaultCases, type Told, type Wanted } from "./fault-cases.ts";

/*
 * Faults of kinds that were found once: pairs of descriptions with what is right of them, run through the command line
 * within this process. A fault of any of them is not to come back.
 */

vi.stubGlobal("__CONCORDAT_VERSION__", "0.0.0");

/** What a command ended with. */
interface Ended {
  readonly exit: number;
  readonly report: Report;
  readonly errors: string;
}

interface Report {
  readonly findings?: readonly Told[];
  readonly problems?: readonly Told[];
  readonly verdict?: { readonly requiredBump: string; readonly declaredBump: string };
  readonly baseWithinHead?: string;
  readonly headWithinBase?: string;
}

async function runCase({ folder, base, head, expected }: FaultCase): Promise<Ended> {
  const texts = { out: "", err: "" };
  const into = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text;
    },
  });
  const files = expected.command === "lint" ? [head] : [base, head];
  const format = expected.command === "schema" ? [] : ["--format", "json"];
  const exit = await run([expected.command ?? "diff", ...files, ...format, ...(expected.args ?? [])], {
    stdout: into("out"),
    stderr: into("err"),
    stdin: {},
    env: {},
    cwd: () => folder,
  });
  return { exit, report: texts.out === "" ? {} : (JSON.parse(texts.out) as Report), errors: texts.err };
}

/** Faults that are not cured yet. */
const PENDING = [
  ...["blames-type-for-unsatisfiable", "oneof-nine-undecided", "range-2xx-to-200", "refuted-is-not-disagreed"],
  ...["type-texts", "unevaluated-named-additional", "witness-not-a-difference"],
];

const cases = readFaultCases().filter(({ id }) => !PENDING.includes(id.split("/")[0] as string));

describe.skipIf(cases.length === 0)("the fault", { timeout: 90_000 }, () => {
  test.each(cases)("$id is cured", async (each) => {
    const { expected } = each;
    const { exit, report, errors } = await runCase(each);
    const { findings = [], problems = [], verdict } = report;
    const said = [errors, ...findings.map(lineOf), ...problems.map(lineOf)].join("\n");
    expect(exit, said).not.toBe(3);
    if (expected.contested !== "verdict") {
      if (expected.exit !== undefined) expect(exit, said).toBe(expected.exit);
      if (exit === 2) return;
      expectVerdict(each, verdict, exit, said);
    }
    for (const key of ["baseWithinHead", "headWithinBase"] as const)
      if (expected[key] !== undefined) expect(report[key]).toBe(expected[key]);
    if (expected.findings === "none") expect(findings.map(lineOf)).toEqual([]);
    const has = (told: readonly Told[], wanted: Wanted) => told.some((one) => isTold(wanted, one));
    const lacking = [
      ...(expected.must ?? []).filter((wanted) => !has(findings, wanted)),
      ...(expected.problems ?? []).filter((wanted) => !has(problems, wanted)),
      ...(expected.told ?? []).filter((wanted) => !has([...findings, ...problems], wanted)),
    ];
    const unwanted = [
      ...(expected.mustNot ?? []).filter((wanted) => has(findings, wanted)),
      ...(expected.mustNotProblems ?? []).filter((wanted) => has(problems, wanted)),
    ];
    expect({ lacking, unwanted }, said).toEqual({ lacking: [], unwanted: [] });
  });
});

function expectVerdict({ expected }: FaultCase, verdict: Report["verdict"], exit: number, said: string): void {
  if ((expected.command ?? "diff") !== "diff") return;
  const bump = verdict?.requiredBump;
  if (expected.truth === "breaking") expect(bump, said).toBe("major");
  if (expected.truth === "non-breaking") expect(bump, said).not.toBe("major");
  if (expected.truth === "undecidable") expect(exit, said).toBe(1);
  if (expected.requiredBump !== undefined) expect(bump, said).toBe(expected.requiredBump);
  if (expected.declaredBump !== undefined) expect(verdict?.declaredBump, said).toBe(expected.declaredBump);
}

function lineOf({ rule, code, severity, message }: Told): string {
  return `${rule ?? code} ${severity ?? ""} ${message}`;
}
