import * as v from "valibot";
import { lintDescription } from "../analyze/lint/lint.ts";
import type { Result } from "../base/result.ts";
import type { RawFinding } from "../finding/finding.ts";
import { memoryHost } from "../host/memory.ts";
import { DEFAULT_LINT_OPTIONS, type LintOptions } from "../kit/lint-options.ts";
import type { LintRule } from "../kit/lint-rule.ts";
import { type Description, loadDescription } from "../load/description.ts";
import { operationName } from "../model/operation-key.ts";
import { findFaults, needsOf } from "../validate/faults.ts";
import { isSame, parseCaseFile } from "./case-file.ts";
import { completeFragment, type Fragment } from "./fragment.ts";
import { valueIn } from "./value-in.ts";

/*
 * A case file of a lint rule, `<rule>.cases.yaml` beside it, is a list of fragments and what the rule says of each:
 *
 *     - name: a path in camel case
 *       docs: bad                # shown on the page of the rule as an example that fires; `good` as one that does not
 *       note: ...                # why, where the description does not say it itself; shown on the page too
 *       options: { ... }         # options that differ from the default, if the case is about them
 *       asOf: 2026-01-01         # the day, if the case is about it
 *       api: { ... }             # see fragment.ts for what may be left out
 *       expect:                  # exactly the findings of this rule; an empty list where it stays silent
 *         - says: userGroups
 *           subject: /paths/~1userGroups
 */

const expectation = v.strictObject({
  says: v.optional(v.string()),
  data: v.optional(v.record(v.string(), v.unknown())),
  subject: v.optional(v.string()),
  operations: v.optional(v.array(v.string())),
  edits: v.optional(v.record(v.string(), v.unknown())),
});

const cases = v.array(
  v.strictObject({
    name: v.string(),
    docs: v.optional(v.picklist(["bad", "good"])),
    note: v.optional(v.string()),
    options: v.optional(v.record(v.string(), v.unknown())),
    asOf: v.optional(v.string()),
    api: v.record(v.string(), v.unknown()),
    expect: v.array(expectation),
  }),
);

/** What one finding of a lint rule must be; what is not named may be anything. */
export interface LintExpectation {
  /** A part of the message. */
  readonly says?: string | undefined;
  /** Members of the data, each as it is. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** The whole subject. */
  readonly subject?: string | undefined;
  /** All operations that it is about, in order: `GET /users`. */
  readonly operations?: readonly string[] | undefined;
  /** What would fix it: key and value of members to set or to append to; `null` for one to take away. */
  readonly edits?: Readonly<Record<string, unknown>> | undefined;
}

/** A fragment, and the findings that a lint rule must have about it. */
export interface LintCase {
  readonly name: string;
  readonly docs?: "bad" | "good" | undefined;
  readonly note?: string | undefined;
  readonly options?: Partial<LintOptions> | undefined;
  readonly asOf?: string | undefined;
  readonly api: Fragment;
  readonly expect: readonly LintExpectation[];
}

/** A day for cases that do not depend on which. */
const TODAY = "2026-01-01";

/** Reads a case file of a lint rule. */
export function parseLintCases(text: string, file: string): Result<readonly LintCase[]> {
  return parseCaseFile(text, file, cases) as Result<readonly LintCase[]>;
}

/** What rules say of the fragment of a case. Throws where it is no description, or has a problem that takes part of it away. */
export async function judgeLintCase(each: LintCase, rules: readonly LintRule[]): Promise<readonly RawFinding[]> {
  const description = await describeCase(each);
  const faults = await findFaults(needsOf(rules), description);
  return lintDescription(description, { rules, ...surroundings(each), faults }).findings;
}

/** The description that the fragment of a case stands for. Throws where it is none. */
export async function describeCase({ api }: LintCase): Promise<Description> {
  const text = JSON.stringify(completeFragment(api));
  const host = memoryHost({ cwd: "/", today: TODAY, files: { "/api.json": text } });
  return valueIn(await loadDescription("/api.json", host));
}

/** The options and the day that a case is judged by. */
export function surroundings({ options, asOf = TODAY }: LintCase) {
  return { options: { ...DEFAULT_LINT_OPTIONS, ...options }, asOf };
}

/** Where the findings of a rule are not those that its case expects; nothing where they are. */
export function lintMismatches({ expect }: LintCase, rule: string, findings: readonly RawFinding[]): string[] {
  const left = findings.filter((finding) => finding.rule === rule || finding.data["rule"] === rule);
  const lacking = expect.filter((expectation) => {
    const found = left.findIndex((finding) => isExpected(finding, expectation));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [
    ...lacking.map((expectation) => `nothing found that is ${JSON.stringify(expectation)}`),
    ...left.map((finding) => `found, and not expected: ${textOf(finding)}`),
  ];
}

function isExpected(finding: RawFinding, expected: LintExpectation): boolean {
  const { says, data, subject, operations, edits } = expected;
  return (
    (says === undefined || finding.message.includes(says)) &&
    (data === undefined || Object.entries(data).every(([name, value]) => isSame(finding.data[name], value))) &&
    (subject === undefined || finding.subject === subject) &&
    (operations === undefined || isSame(reached(finding), operations)) &&
    (edits === undefined || isSame(editsOf(finding), edits))
  );
}

function reached({ operations }: RawFinding): string[] {
  return operations.map(operationName);
}

function editsOf({ edits = [] }: RawFinding): object {
  return Object.fromEntries(edits.map((edit) => [edit.key, edit.kind === "remove" ? null : edit.value]));
}

function textOf(finding: RawFinding): string {
  const { message, data, subject } = finding;
  return JSON.stringify({ message, data, subject, operations: reached(finding), edits: editsOf(finding) });
}
