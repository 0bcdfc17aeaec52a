import * as v from "valibot";
import { findingsOf } from "../analyze/pact/findings.ts";
import { judgePacts } from "../analyze/pact/pact.ts";
import type { Result } from "../base/result.ts";
import type { RawFinding } from "../finding/finding.ts";
import { memoryHost } from "../host/memory.ts";
import type { PactRule } from "../kit/pact-rule.ts";
import { loadDescription } from "../load/description.ts";
import { operationName } from "../model/operation-key.ts";
import { readPact } from "../model/read-pact.ts";
import { parseText } from "../source/parse.ts";
import { isSame, parseCaseFile } from "./case-file.ts";
import { completeFragment, type Fragment } from "./fragment.ts";
import { valueIn } from "./value-in.ts";

/*
 * A case file of a rule about pacts, `<rule>.cases.yaml` beside it, is a list of fragments, each with what a consumer expects,
 * and what the rule says of it:
 *
 *     - name: an optional property
 *       docs: bad                # shown on the page of the rule as an example that fires; `good` as one that does not
 *       note: ...                # why, where the fragment does not say it itself; shown on the page too
 *       api: { ... }             # see fragment.ts for what may be left out
 *       verified: { ... }        # what came of it when it was replayed: result, states and reasons; where that is judged
 *       pact: { ... }            # a request and a response; or a whole pact, where the case is about what is around them
 *       expect:                  # exactly the findings of this rule; an empty list where it stays silent
 *         - says: "`email`"
 */

const expectation = v.strictObject({
  /** A part of the message. */
  says: v.optional(v.string()),
  /** Members of the data, each as it is. */
  data: v.optional(v.record(v.string(), v.unknown())),
  /** The whole subject. */
  subject: v.optional(v.string()),
  /** All operations that it is about, in order: `GET /users`. */
  operations: v.optional(v.array(v.string())),
  /** Where it stands in the pact, from the interaction. */
  place: v.optional(v.string()),
  /** The value of the witness. */
  witness: v.optional(v.unknown()),
});

const cases = v.array(
  v.strictObject({
    name: v.string(),
    docs: v.optional(v.picklist(["bad", "good"])),
    note: v.optional(v.string()),
    api: v.record(v.string(), v.unknown()),
    pact: v.record(v.string(), v.unknown()),
    verified: v.optional(
      v.strictObject({
        result: v.picklist(["failed", "unverified"]),
        states: v.optional(v.array(v.string())),
        reasons: v.array(v.string()),
      }),
    ),
    expect: v.array(expectation),
  }),
);

/** What a finding has to be; what is left out may be anything. */
export interface PactExpectation {
  readonly says?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly subject?: string | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly place?: string | undefined;
  readonly witness?: unknown;
}

/** A fragment, what a consumer expects, and the findings that a rule must have about it. */
export interface PactCase {
  readonly name: string;
  readonly docs?: "bad" | "good" | undefined;
  readonly note?: string | undefined;
  readonly api: Fragment;
  readonly pact: Readonly<Record<string, unknown>>;
  readonly verified?:
    | {
        readonly result: "failed" | "unverified";
        readonly states?: readonly string[] | undefined;
        readonly reasons: readonly string[];
      }
    | undefined;
  readonly expect: readonly PactExpectation[];
}

/** A day for all cases; none depends on which. */
const TODAY = "2026-01-01";
const INTERACTION = "/interactions/0";

/** Reads a case file of a rule about pacts. */
export function parsePactCases(text: string, file: string): Result<readonly PactCase[]> {
  return parseCaseFile(text, file, cases) as Result<readonly PactCase[]>;
}

/** What rules say of a case. Throws where its fragment is no description, or its pact none. */
export async function judgePactCase(
  { api, pact, verified }: PactCase,
  rules: readonly PactRule[],
): Promise<readonly RawFinding[]> {
  const text = JSON.stringify(completeFragment(api));
  const host = memoryHost({ cwd: "/", today: TODAY, files: { "/api.json": text } });
  const description = valueIn(await loadDescription("/api.json", host));
  const source = { uri: "file:///pact.json", name: "pact.json", text: JSON.stringify(completePact(pact)) };
  const read = valueIn(readPact({ source, parsed: parseText(source) }));
  const { findings } = await judgePacts(description, [read], [], rules);
  const [interaction] = read.interactions;
  if (verified === undefined || interaction === undefined) return findings;
  const { result, states = [], reasons } = verified;
  const of = { pact: read, interaction, place: interaction.at, head: undefined, operations: [] };
  const target = { ...of, provider: read.provider, result, states, reasons };
  return [...findings, ...findingsOf([{ kind: "verification", target }], rules)];
}

/** A pact with what a case need not say. */
function completePact(pact: PactCase["pact"]): unknown {
  const parties = { consumer: { name: "web" }, provider: { name: "provider" } };
  if (!("request" in pact) && !("contents" in pact)) return { ...parties, ...pact };
  const metadata = { pactSpecification: { version: "contents" in pact ? "4.0" : "3.0.0" } };
  return { ...parties, interactions: [{ description: "an interaction", ...pact }], metadata };
}

/** Where the findings of a rule are not those that its case expects; nothing where they are. */
export function pactMismatches({ expect }: PactCase, rule: string, findings: readonly RawFinding[]): string[] {
  const left = findings.filter((finding) => finding.rule === rule);
  const lacking = expect.filter((each) => {
    const found = left.findIndex((finding) => isExpected(finding, each));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [
    ...lacking.map((each) => `nothing found that is ${JSON.stringify(each)}`),
    ...left.map((finding) => `found, and not expected: ${textOf(finding)}`),
  ];
}

function isExpected(finding: RawFinding, each: PactExpectation): boolean {
  const { says, data, subject, operations, place, witness } = each;
  return (
    (says === undefined || finding.message.includes(says)) &&
    (data === undefined || Object.entries(data).every(([name, value]) => isSame(finding.data[name], value))) &&
    (subject === undefined || finding.subject === subject) &&
    (operations === undefined || isSame(finding.operations.map(operationName), operations)) &&
    (place === undefined || finding.at.pact?.pointer === `${INTERACTION}${place}`) &&
    (witness === undefined || (finding.witness !== undefined && isSame(finding.witness.value, witness)))
  );
}

function textOf({ message, data, subject, operations, at, witness }: RawFinding): string {
  return JSON.stringify({ message, data, subject, operations: operations.map(operationName), place: at.pact, witness });
}
