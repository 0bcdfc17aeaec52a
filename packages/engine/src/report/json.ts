import type { CheckOutcome, Outcome, RuledProblem } from "../outcome.ts";
import type { Member, Ruling } from "../policy/ruling.ts";
import { exitCodeOf } from "../policy/verdict.ts";
import { answerJson } from "./answer.ts";
import type { Reporter } from "./report.ts";

/** The whole outcome for programs; the form is published as a JSON Schema. */
export const renderJson: Reporter = (input) =>
  answerJson(input.kind === "diff" ? diffJson(input.outcome) : checkJson(input.outcome));

function diffJson({ base, head, compatibility, verdict, rulings, problems, score, timings }: Outcome) {
  return {
    base,
    head,
    ...(compatibility && { compatibility }),
    verdict,
    findings: rulings.map(findingJson),
    problems: problems.map(problemJson),
    ...(score && { score }),
    ...(timings && { timings }),
  };
}

function checkJson({ asOf, gate, verdict, contracts, unchanged }: CheckOutcome) {
  const parts = contracts.map(
    ({ contract, base, head, compatibility, verdict: own, rulings, problems, score, accepted, proposed }) => {
      return {
        contract,
        base,
        head,
        ...(compatibility && { compatibility }),
        verdict: own,
        findings: rulings.map(findingJson),
        problems: problems.map(problemJson),
        ...(accepted && { accepted }),
        ...(proposed && { proposed: { verdict: proposed.verdict, pass: exitCodeOf([proposed], "error") === 0 } }),
        ...(score && { score }),
      };
    },
  );
  const { changes, ...policy } = gate ?? { changes: [] };
  return {
    asOf,
    ...(gate && { policy, policyChanges: changes }),
    verdict,
    contracts: parts,
    ...(unchanged && { unchanged }),
  };
}

/** A finding with its fields in a fixed order. */
function findingJson(ruling: Ruling) {
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
    compatibility,
    consumer,
    interaction,
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
    ...(compatibility && { compatibility }),
    ...(consumer !== undefined && { consumer }),
    ...(interaction !== undefined && { interaction }),
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
