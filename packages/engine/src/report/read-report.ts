import { failed, type Result } from "../base/result.ts";
import type { CheckOutcome, Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { againstOf } from "./against.ts";
import { type CheckDocument, CheckForm, type FindingDocument, type JudgedDocument } from "./document.ts";
import { inForm, malformed, type NoReport, type PublishedDocument, parseDocument } from "./read-document.ts";
import type { ReportInput } from "./report.ts";

/** Reads the JSON of `check`, as `renderJson` writes it. */
export function readReport(text: string): Result<CheckOutcome, NoReport> {
  const json = parseDocument(text);
  const read = failed(json) ? json : inForm(CheckForm, json.value);
  if (failed(read)) return read;
  const outcome = checkOf(read.value);
  const isEmpty = outcome.contracts.length === 0 && (outcome.unchanged ?? []).length === 0;
  return isEmpty ? malformed("it judges no contract") : { value: outcome };
}

/** The outcome that a document was written from, for the reports of one; undefined where it judges nothing. */
export function inputOf(document: PublishedDocument): ReportInput | undefined {
  if ("contracts" in document) return { kind: "check", outcome: checkOf(document) };
  if (!("findings" in document)) return undefined;
  const { schemaVersion: _, tool: __, ...judged } = document;
  return { kind: "diff", outcome: { contract: undefined, ...judgedOf(judged, againstOf(judged, false)) } };
}

function checkOf({ asOf, policy, policyChanges = [], verdict, contracts, unchanged }: CheckDocument): CheckOutcome {
  const changes = policyChanges.map((each) => ({ from: undefined, to: undefined, contract: undefined, ...each }));
  return {
    asOf,
    verdict,
    contracts: contracts.map(({ contract, ...document }) => ({
      contract,
      ...judgedOf(document, againstOf(document, policy !== undefined)),
    })),
    ...(unchanged && { unchanged }),
    ...(policy && { gate: { ...policy, changes } }),
  };
}

function judgedOf(
  { findings, accepted, proposed, score, timings, sections, consumers: _, ...judged }: JudgedDocument,
  against: Outcome["against"],
): Omit<Outcome, "contract"> {
  return {
    ...judged,
    against,
    rulings: findings.map(rulingOf),
    sections: {
      ...(accepted && { accepted }),
      // Of what is objected to by head's own policy it is only told whether there is something.
      ...(proposed?.pass && { proposed: { verdict: proposed.verdict, rulings: [], problems: [] } }),
      ...(score && { score }),
      ...(timings && { timings }),
      ...sections,
    },
  };
}

function rulingOf(finding: FindingDocument): Ruling {
  return { ...finding, address: undefined };
}
