import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { jsonText } from "../base/plain-text.ts";
import type { Severity, Span } from "../finding/finding.ts";
import type { Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { VERSION } from "../version.ts";
import { outcomesOf, type ReportContext, type Reporter } from "./report.ts";
import { countOf, sortByWeight, spanToday, witnessText } from "./texts.ts";

/** GitHub takes 25,000 results of a run and keeps the first 5,000; more are dropped here, the least first. */
const MOST_RESULTS = 5_000;
const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warn: "warning", info: "note", off: "none" };

/** SARIF 2.1.0 for code scanning: one run for each contract, with fingerprints that survive moved lines. */
export const renderSarif: Reporter = (input, context) => {
  const runs = outcomesOf(input).map((outcome) => runOf(outcome, context));
  return `${jsonText({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs })}\n`;
};

function runOf(outcome: Outcome, { rules }: ReportContext) {
  const rulings = sortByWeight(outcome.rulings).slice(0, MOST_RESULTS);
  const used = [...new Set(rulings.map(({ rule }) => rule))].sort();
  const driverRules = used.map((id) => {
    const facts = rules.get(id);
    const help = facts && `${facts.why}\n\n${facts.fix}`;
    return {
      id,
      ...(facts && {
        shortDescription: { text: facts.summary },
        fullDescription: { text: facts.why },
        help: { text: help },
        defaultConfiguration: { level: LEVELS[facts.severity] },
      }),
    };
  });
  const results = [
    ...outcome.problems.map((problem) => problemResult(problem, outcome)),
    ...rulings.map((ruling) => resultOf(ruling, used, outcome)),
  ];
  return {
    tool: {
      driver: {
        name: "Concordat",
        semanticVersion: VERSION,
        rules: driverRules,
      },
    },
    automationDetails: { id: `concordat/${outcome.contract ?? outcome.head.source}/` },
    columnKind: "utf16CodeUnits",
    ...invocationsOf(outcome.rulings.length - rulings.length),
    results,
  };
}

/** How many results are left out, where some are (SARIF 2.1.0, section 3.20.21). */
function invocationsOf(left: number): object {
  if (left === 0) return {};
  const text = `Left out: ${countOf(left, "finding")} of the least weight. Code scanning keeps ${MOST_RESULTS} of a run.`;
  const notification = { level: "warning", message: { text } };
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }] };
}

function resultOf(ruling: Ruling, used: readonly string[], outcome: Outcome) {
  const witness = witnessText(ruling);
  return {
    ruleId: ruling.rule,
    ruleIndex: used.indexOf(ruling.rule),
    level: LEVELS[ruling.severity],
    message: { text: witness ? `${ruling.message} Witness: ${witness}` : ruling.message },
    locations: [locationOf(spanToday(ruling) ?? { file: outcome.head.source, line: 1, column: 1 }, ruling.subject)],
    ...(ruling.base && {
      relatedLocations: [{ id: 1, message: { text: "In base" }, ...locationOf(ruling.base, ruling.subject) }],
    }),
    partialFingerprints: { "concordat/v1": ruling.fingerprint },
    ...(ruling.standing !== "open" && { suppressions: [{ kind: "external", justification: ruling.standing }] }),
    properties: { impact: ruling.impact, audience: ruling.audience, proof: ruling.proof, standing: ruling.standing },
  };
}

function problemResult({ code, severity, message, file, line, column }: RuledProblem, outcome: Outcome) {
  return {
    ruleId: `problem/${code}`,
    level: LEVELS[severity],
    message: { text: message },
    locations: [locationOf({ file: file ?? outcome.head.source, line: line ?? 1, column: column ?? 1 }, undefined)],
  };
}

function locationOf({ file, line, column }: Span, subject: string | undefined) {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, startColumn: column } },
    ...(subject !== undefined && { logicalLocations: [{ fullyQualifiedName: subject }] }),
  };
}

/** A relative path stays relative, as code scanning takes it from the root of the checkout. */
function uriOf(file: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(file)) return encodeURI(file);
  return isAbsolute(file) ? pathToFileURL(file).href : file.split(/[\\/]/).map(encodeURIComponent).join("/");
}
