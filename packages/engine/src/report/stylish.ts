import { styleText } from "node:util";
import type { Severity } from "../finding/finding.ts";
import type { CheckOutcome, Outcome, RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { counts, exitCodeOf } from "../policy/verdict.ts";
import { outcomesOf, type ReportContext, type Reporter } from "./report.ts";
import { oneLine, placeText, reachText, sortByWeight, versionText, witnessText } from "./texts.ts";

/** Findings that only inform, shown before the rest is counted. */
const MOST_INFOS = 15;

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** For people at a terminal: the verdict last, where they look; what breaks in full, the rest in a line each. */
export const renderStylish: Reporter = (input, context) => {
  const paint: Paint = (style, text) => (context.colour ? styleText(style, text, { validateStream: false }) : text);
  const parts = outcomesOf(input).map((outcome) => renderOutcome(outcome, context, paint));
  const summary = input.kind === "check" && input.outcome.contracts.length > 1 ? [checkLine(input.outcome, paint)] : [];
  return `${[...parts, ...summary].join("\n\n")}\n`;
};

function renderOutcome(outcome: Outcome, context: ReportContext, paint: Paint): string {
  const rulings = sortByWeight(outcome.rulings);
  const loud = rulings.filter(({ severity, standing }) => severity !== "info" && standing === "open");
  const quiet = rulings.filter(({ severity, standing }) => severity === "info" && standing === "open");
  const settled = rulings.filter(({ standing }) => standing !== "open");
  const lines = [paint("bold", versionText(outcome)), ""];
  for (const problem of outcome.problems) lines.push(...problemLines(problem, paint), "");
  for (const ruling of loud) lines.push(...findingLines(ruling, context, paint), "");
  for (const ruling of quiet.slice(0, MOST_INFOS))
    lines.push(`  ${severityMark("info", paint)} ${oneLine(ruling.message)} ${paint("dim", oneLine(ruling.subject))}`);
  if (quiet.length > MOST_INFOS)
    lines.push(`  ${paint("dim", `and ${quiet.length - MOST_INFOS} more that only inform; --format json lists all`)}`);
  if (quiet.length > 0) lines.push("");
  if (settled.length > 0) lines.push(`  ${paint("dim", `${settled.length} not counted: ${settledText(settled)}`)}`, "");
  if (rulings.length === 0 && outcome.base === null)
    lines.push("  New contract: there is nothing to compare it with.", "");
  else if (rulings.length === 0) lines.push("  No change that concerns consumers.", "");
  lines.push(verdictLine(outcome, paint));
  return lines.join("\n");
}

function findingLines(ruling: Ruling, { rules }: ReportContext, paint: Paint): string[] {
  const { severity, impact, audience, message, rule, subject } = ruling;
  const place = placeText(ruling);
  const witness = witnessText(ruling);
  const fix = rules.get(rule)?.fix;
  return [
    `  ${severityMark(severity, paint)} ${paint("bold", oneLine(message))}`,
    `        ${oneLine(subject)}${place ? paint("dim", `  ${place}`) : ""}`,
    ...(ruling.operations.length > 0 ? [`        ${paint("dim", "reaches")} ${reachText(ruling.operations)}`] : []),
    ...(witness ? [`        ${paint("dim", "witness")} ${witness}`] : []),
    ...(fix && severity !== "info" ? [`        ${paint("dim", "fix")}     ${fix}`] : []),
    `        ${paint("dim", `${rule} · ${audience} · ${impact}`)}`,
  ];
}

function severityMark(severity: Severity, paint: Paint): string {
  if (severity === "error") return paint("red", "error");
  return severity === "warn" ? paint("yellow", "warn ") : paint("cyan", "info ");
}

function problemLines({ severity, message, file, line, column, code }: RuledProblem, paint: Paint): string[] {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return [
    `  ${severityMark(severity, paint)} ${oneLine(message)}`,
    `        ${place ? `${oneLine(place)}  ` : ""}${paint("dim", `${code} · problem`)}`,
  ];
}

function settledText(settled: readonly Ruling[]): string {
  const counts = Map.groupBy(settled, ({ standing }) => standing);
  return [...counts].map(([standing, list]) => `${list.length} ${standing}`).join(", ");
}

function verdictLine({ verdict, problems, rulings }: Outcome, paint: Paint): string {
  const { pass, requiredBump, declaredBump } = verdict;
  const problemCount = problems.filter(({ severity }) => severity === "error").length;
  const errorCount = rulings.filter((ruling) => counts(ruling, "error", declaredBump)).length;
  const objections = [
    ...(pass && errorCount > 0 ? [`${countOf(errorCount, "finding")} that no bump covers`] : []),
    ...(problemCount > 0 ? [`${countOf(problemCount, "new problem")} in the description`] : []),
  ];
  const mark = pass && objections.length === 0 ? paint("green", "✔ pass") : paint("red", "✘ fail");
  return `  ${mark}  ${[`required bump: ${requiredBump}, declared: ${declaredBump}`, ...objections].join(", ")}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function checkLine({ contracts }: CheckOutcome, paint: Paint): string {
  const failed = contracts.filter((outcome) => exitCodeOf([outcome], "error") !== 0).length;
  const text =
    failed === 0 ? `${contracts.length} contracts pass.` : `${failed} of ${contracts.length} contracts fail.`;
  return paint(failed === 0 ? "green" : "red", text);
}
