import { styleText } from "node:util";
import { oneLine, plainLines } from "../base/plain-text.ts";
import type { Severity } from "../finding/finding.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import { operationName } from "../model/operation-key.ts";
import type { CheckOutcome, GateReport, Outcome, RuledProblem } from "../outcome.ts";
import type { Score } from "../overview/score.ts";
import type { Member, Ruling } from "../policy/ruling.ts";
import { counts, exitCodeOf } from "../policy/verdict.ts";
import { acceptedTexts, changeTexts, gateText } from "./policy-texts.ts";
import { outcomesOf, type ReportContext, type Reporter } from "./report.ts";
import {
  affectedText,
  compatibilityText,
  consumersText,
  fixText,
  placeText,
  reachText,
  shortFingerprint,
  sortByWeight,
  unusedText,
  versionText,
  witnessText,
} from "./texts.ts";

/** Findings that only inform, shown before the rest is counted. */
const MOST_INFOS = 15;
/** Members of a finding that stands for several, likewise. */
const MOST_MEMBERS = 4;
/** Themes that are named beside the score. */
const MOST_THEMES = 3;

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** For people at a terminal: the verdict last, where they look; what breaks in full, the rest in a line each. */
export const renderStylish: Reporter = (input, context) => {
  const paint: Paint = (style, text) => (context.colour ? styleText(style, text, { validateStream: false }) : text);
  const parts = outcomesOf(input).map((outcome) => renderOutcome(outcome, context, paint));
  const summary = input.kind === "check" && input.outcome.contracts.length > 1 ? [checkLine(input.outcome, paint)] : [];
  const gate = input.kind === "check" && input.outcome.gate ? policyLines(input.outcome.gate, paint) : [];
  const policy = gate.length === 0 ? [] : [gate.join("\n")];
  const hint = input.kind === "check" && input.outcome.gate ? acceptLines(input.outcome, paint) : [];
  return plainLines(`${[...parts, ...policy, ...summary, ...hint].join("\n\n")}\n`, { styled: context.colour });
};

/** How the first of the findings that fail a check can be accepted. */
function acceptLines({ contracts }: CheckOutcome, paint: Paint): string[] {
  for (const { rulings, verdict } of contracts) {
    const first = sortByWeight(rulings).find((ruling) => counts(ruling, "error", verdict.declaredBump));
    if (first !== undefined)
      return [
        `  ${paint("dim", "To accept a finding:")} concordat accept ${shortFingerprint(first.fingerprint)} --reason "..."`,
      ];
  }
  return [];
}

/** Whose policy it was, and what head changes of it. */
function policyLines(gate: GateReport, paint: Paint): string[] {
  const note = gateText(gate);
  const changes = changeTexts(gate);
  return [
    ...(note === undefined ? [] : [`  ${paint("dim", oneLine(note))}`]),
    ...(changes === undefined
      ? []
      : [`  ${paint("yellow", changes.title)}`, ...changes.lines.map((line) => `  - ${oneLine(line)}`)]),
  ];
}

/** What is accepted here for the first time: readers are to see it before they see that it does not count. */
function acceptedLines(outcome: Outcome, paint: Paint): string[] {
  const lines = acceptedTexts(outcome);
  if (lines.length === 0) return [];
  return [
    `  ${paint("yellow", "Accepted here for the first time")}`,
    ...lines.map((line) => `  - ${oneLine(line)}`),
    "",
  ];
}

function renderOutcome(outcome: Outcome, context: ReportContext, paint: Paint): string {
  const rulings = sortByWeight(outcome.rulings);
  const loud = rulings.filter(({ severity, standing }) => severity !== "info" && standing === "open");
  const quiet = rulings.filter(({ severity, standing }) => severity === "info" && standing === "open");
  const settled = rulings.filter(({ standing }) => standing !== "open");
  const hurt = consumersText(outcome.rulings);
  const title = [paint("bold", versionText(outcome)), ...(hurt === undefined ? [] : [`  ${oneLine(hurt)}`])];
  const lines = [...title, "", ...acceptedLines(outcome, paint)];
  for (const problem of outcome.problems) lines.push(...problemLines(problem, paint), "");
  const told = new Set<string>();
  for (const ruling of loud) {
    lines.push(...findingLines(ruling, told.has(ruling.rule) ? undefined : fixText(ruling, context.rules), paint), "");
    if (isOfFamily("lint", ruling.rule)) told.add(ruling.rule);
  }
  for (const ruling of quiet.slice(0, MOST_INFOS))
    lines.push(`  ${severityMark("info", paint)} ${oneLine(ruling.message)} ${paint("dim", oneLine(ruling.subject))}`);
  if (quiet.length > MOST_INFOS)
    lines.push(`  ${paint("dim", `and ${quiet.length - MOST_INFOS} more that only inform; --format json lists all`)}`);
  if (quiet.length > 0) lines.push("");
  for (const each of settled) {
    const evidence = unusedText(each);
    if (evidence !== undefined) lines.push(`  ${paint("green", "ok   ")} ${evidence}`);
  }
  if (settled.length > 0) lines.push(`  ${paint("dim", `${settled.length} not counted: ${settledText(settled)}`)}`, "");
  if (outcome.against === "new") lines.push("  New contract: there is nothing to compare it with.", "");
  else if (rulings.length === 0) lines.push(`  ${nothingText(outcome)}`, "");
  const { score } = outcome.sections;
  if (score && outcome.against === "alone") lines.push(...scoreLines(score, paint));
  lines.push(verdictLine(outcome, paint));
  return lines.join("\n");
}

function nothingText({ against, base }: Outcome): string {
  if (against === "base") return "No change that concerns consumers.";
  return base === null ? "No findings." : "No new findings.";
}

/** @param fix what to do; undefined where it was said already */
function findingLines(ruling: Ruling, fix: string | undefined, paint: Paint): string[] {
  const { severity, impact, audience, message, rule, subject, fingerprint } = ruling;
  const weight = impact === "none" && isOfFamily("lint", rule) ? [] : [audience, impact];
  const place = placeText(ruling);
  const witness = witnessText(ruling);
  const hurt = affectedText(ruling);
  return [
    `  ${severityMark(severity, paint)} ${paint("bold", oneLine(message))}`,
    `        ${subject === "" ? "" : `${oneLine(subject)}  `}${place ? paint("dim", place) : ""}`,
    ...(ruling.members ? memberLines(ruling.members, paint) : reachLines(ruling, paint)),
    ...(hurt === undefined ? [] : [`        ${paint("dim", "hurts")}   ${hurt}`]),
    ...(witness ? [`        ${paint("dim", "witness")} ${witness}`] : []),
    ...(fix && severity !== "info" ? [`        ${paint("dim", "fix")}     ${fix}`] : []),
    `        ${paint("dim", [rule, ...weight, shortFingerprint(fingerprint)].join(" · "))}`,
  ];
}

function reachLines(ruling: Ruling, paint: Paint): string[] {
  // Of a lint rule the subject says it already.
  if (ruling.operations.length === 0 || isOfFamily("lint", ruling.rule)) return [];
  return [`        ${paint("dim", "reaches")} ${reachText(ruling.operations)}`];
}

/** The first of several that a finding stands for, a line each. */
function memberLines(members: readonly Member[], paint: Paint): string[] {
  const named = new Map<string, string>();
  for (const { operation, subject, head } of members) {
    const name = oneLine(operation ? operationName(operation) : subject);
    // Of one operation several things may be said; where it stands is said once.
    if (!named.has(name)) named.set(name, head ? paint("dim", `  ${oneLine(`${head.file}:${head.line}`)}`) : "");
  }
  const lines = [...named].slice(0, MOST_MEMBERS).map(([name, place]) => `        - ${name}${place}`);
  const rest = named.size - MOST_MEMBERS;
  return rest > 0 ? [...lines, `        ${paint("dim", `and ${rest} more; --format json lists all`)}`] : lines;
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

function verdictLine(outcome: Outcome, paint: Paint): string {
  const { verdict, problems, rulings, against } = outcome;
  const { pass, requiredBump, declaredBump } = verdict;
  const problemCount = problems.filter(({ severity }) => severity === "error").length;
  const errorCount = rulings.filter((ruling) => counts(ruling, "error", declaredBump)).length;
  const objections = [
    ...(pass && errorCount > 0 ? [`${countOf(errorCount, "finding")} that no bump covers`] : []),
    ...(problemCount > 0 ? [`${countOf(problemCount, "new problem")} in the description`] : []),
  ];
  const mark = pass && objections.length === 0 ? paint("green", "✔ pass") : paint("red", "✘ fail");
  if (against === "alone") {
    const open = rulings.filter(({ standing }) => standing === "open");
    const parts = (["error", "warn", "info"] as const).map((severity) => {
      const count = open.filter((ruling) => ruling.severity === severity).length;
      return countOf(count, severity === "warn" ? "warning" : severity === "info" ? "note" : "error");
    });
    return `  ${mark}  ${[...parts, ...objections.slice(pass && errorCount > 0 ? 1 : 0)].join(", ")}`;
  }
  return `  ${mark}  ${[`required bump: ${requiredBump}, declared: ${declaredBump}${compatibilityText(outcome)}`, ...objections].join(", ")}`;
}

/** The score, the themes that cost it most, and the operations. */
function scoreLines({ total, themes, costliest }: Score, paint: Paint): string[] {
  const weakest = themes.filter(({ score }) => score < 100).toSorted((a, b) => a.score - b.score);
  const named = weakest.slice(0, MOST_THEMES).map(({ theme, score }) => `${theme} ${score}`);
  const [costly] = costliest;
  return [
    `  ${paint("dim", "score")}   ${[`${total} of 100`, ...named].join(", ")}`,
    ...(costly ? [`  ${paint("dim", "costliest")} ${oneLine(operationName(costly))}`] : []),
    "",
  ];
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
