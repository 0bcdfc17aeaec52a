import { jsonText } from "../base/plain-text.ts";
import type { CheckOutcome, GateReport, Outcome, RuledProblem } from "../outcome.ts";
import type { Member, Ruling } from "../policy/ruling.ts";
import { exitCodeOf } from "../policy/verdict.ts";
import { answerOf } from "./answer.ts";
import type { CheckDocument, DiffDocument, FindingDocument, JudgedDocument } from "./document.ts";
import type { Reporter, ReportInput } from "./report.ts";
import { hurtBy } from "./texts.ts";

/** The whole outcome for programs; `document.ts` has its form. */
export const renderJson: Reporter = (input) => `${jsonText(documentOf(input))}\n`;

/** The published document of an outcome. */
export function documentOf(input: ReportInput): DiffDocument | CheckDocument {
  return input.kind === "diff" ? answerOf(judgedJson(input.outcome)) : answerOf(checkJson(input.outcome));
}

/** What came of one contract or pair, with its fields in a fixed order. */
function judgedJson({
  base,
  head,
  against,
  compatibility,
  verdict,
  next,
  rulings,
  problems,
  sections,
}: Outcome): JudgedDocument {
  const { accepted, proposed, score, timings, ...others } = sections;
  return {
    base,
    head,
    against,
    ...(compatibility && { compatibility }),
    verdict,
    ...(next !== undefined && { next }),
    ...consumersJson(rulings),
    findings: rulings.map(findingJson),
    problems: problems.map(problemJson),
    ...(accepted && { accepted }),
    ...(proposed && { proposed: { verdict: proposed.verdict, pass: exitCodeOf([proposed], "error") === 0 } }),
    ...(score && { score }),
    ...(timings && { timings }),
    ...(Object.keys(others).length > 0 && { sections: others }),
  };
}

function checkJson({
  asOf,
  gate,
  verdict,
  contracts,
  unchanged,
}: CheckOutcome): Omit<CheckDocument, "schemaVersion" | "tool"> {
  return {
    asOf,
    ...(gate && policyJson(gate)),
    verdict,
    contracts: contracts.map((outcome) => ({ contract: outcome.contract ?? "", ...judgedJson(outcome) })),
    ...(unchanged && { unchanged }),
  };
}
function policyJson({ changes, ...policy }: GateReport): Pick<CheckDocument, "policy" | "policyChanges"> {
  return { policy, policyChanges: changes };
}

/** The consumers that the breaks of an outcome hurt, where consumers are known. */
function consumersJson(rulings: readonly Ruling[]): Pick<JudgedDocument, "consumers"> {
  const consumers = hurtBy(rulings);
  return consumers === undefined ? {} : { consumers };
}

/** A finding with its fields in a fixed order. */
function findingJson(ruling: Ruling): FindingDocument {
  const {
    rule,
    fingerprint,
    severity,
    impact,
    audience,
    proof,
    message,
    data,
    standing,
    subject,
    base,
    head,
    operations,
    witness,
    places,
    origins,
    compatibility,
    consumer,
    interaction,
    consumers,
    use,
    members,
  } = ruling;
  return {
    rule,
    fingerprint,
    severity,
    impact,
    audience,
    proof,
    message,
    data,
    standing,
    subject,
    base,
    head,
    operations: operations.map(reachJson),
    witness,
    ...(places && { places }),
    ...(origins && { origins }),
    ...(compatibility && { compatibility }),
    ...(consumer !== undefined && { consumer }),
    ...(interaction !== undefined && { interaction }),
    ...(consumers && { consumers }),
    ...(use && { use }),
    ...(members && { members: members.map(memberJson) }),
  };
}

function memberJson({ fingerprint, subject, message, head, operation }: Member) {
  return { fingerprint, subject, message, head, operation };
}

function reachJson({ method, path, direction, status, mediaType, at }: Ruling["operations"][number]) {
  return { method, path, direction, ...(status && { status }), ...(mediaType && { mediaType }), ...(at && { at }) };
}

function problemJson({ code, message, severity, file, line, column }: RuledProblem) {
  return { code, message, severity, ...(file && { file }), ...(line && { line }), ...(column && { column }) };
}
