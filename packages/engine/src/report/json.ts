import type { CheckOutcome, Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { VERSION } from "../version.ts";
import type { Reporter } from "./report.ts";

/** The version of the form of this report; it rises when a field is renamed or taken away. */
const SCHEMA_VERSION = 1;
const TOOL = { name: "concordat", version: VERSION };

/** The whole outcome for programs; the form is published as a JSON Schema. */
export const renderJson: Reporter = (input) =>
  `${JSON.stringify(input.kind === "diff" ? diffJson(input.outcome) : checkJson(input.outcome))}\n`;

function diffJson({ base, head, verdict, rulings, problems, score, timings }: Outcome) {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: TOOL,
    base,
    head,
    verdict,
    findings: rulings.map(findingJson),
    problems: problems.map(problemJson),
    ...(score && { score }),
    ...(timings && { timings }),
  };
}

function checkJson({ asOf, verdict, contracts }: CheckOutcome) {
  const parts = contracts.map(({ contract, base, head, verdict: own, rulings, problems, score }) => {
    return {
      contract,
      base,
      head,
      verdict: own,
      findings: rulings.map(findingJson),
      problems: problems.map(problemJson),
      ...(score && { score }),
    };
  });
  return { schemaVersion: SCHEMA_VERSION, tool: TOOL, asOf, verdict, contracts: parts };
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
    ...(members && { members }),
  };
}

function reachJson({ method, path, direction, status, mediaType, at }: Ruling["operations"][number]) {
  return { method, path, direction, ...(status && { status }), ...(mediaType && { mediaType }), ...(at && { at }) };
}

function problemJson({ code, message, severity, file, line, column }: RuledProblem) {
  return { code, message, severity, ...(file && { file }), ...(line && { line }), ...(column && { column }) };
}
