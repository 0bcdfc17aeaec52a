import type { RuledProblem } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { code, text } from "./comment-parts.ts";
import { operationsOf } from "./grouping.ts";
import { originsText } from "./policy-texts.ts";
import type { ReportContext } from "./report.ts";
import { affectedText, countOf, fileText, fixText, shortFingerprint, spanToday, unusedText } from "./texts.ts";
import { showWitness } from "./witness-text.ts";

/** Characters of a message that is shown with its witness. */
const LONGEST_MESSAGE = 160;

/** A breaking change in full. @param told fixes that were said already; what is said here is added */
export function breakingItem(ruling: Ruling, context: ReportContext, told: Set<string>): string {
  const fix = fixText(ruling, context.rules);
  const isNew = fix !== undefined && !told.has(fix);
  if (isNew) told.add(fix);
  const hurt = affectedText(ruling);
  return [
    `- ${startOf(ruling)}**${text(ruling.message)}**`,
    ...witnessParts(ruling),
    ...(hurt === undefined ? [] : [`  Hurts ${code(hurt)}`]),
    ...(isNew ? [`  Fix: ${text(fix)}`] : []),
    `  ${footOf(ruling, context)}`,
  ].join("  \n");
}

function witnessParts(ruling: Ruling): string[] {
  const shown = showWitness(ruling);
  if (shown === undefined)
    return ruling.proof === "undecided" ? ["  It could not be decided whether this breaks anyone."] : [];
  const { lead, what, answer, message, isRequest } = shown;
  const isTold = message !== undefined && isRequest && message.length <= LONGEST_MESSAGE;
  const told = [lead, code(what), text(answer)].filter((part) => part !== "").join(" ");
  return [`  ${told}${isTold ? `: ${code(message)}` : ""}`];
}

/** A change in a line. */
export function briefItem(ruling: Ruling, context: ReportContext): string {
  return `- ${startOf(ruling)}${text(ruling.message)} ${footOf(ruling, context)}`;
}

/** A lint finding in a line. */
export function lintItem(ruling: Ruling, context: ReportContext): string {
  return `- ${ruling.members ? "" : startOf(ruling)}${ruling.severity}: ${text(ruling.message)} ${footOf(ruling, context)}`;
}

/** A break that passes, and why; a removal with the evidence that lets it pass. */
export function passedItem(ruling: Ruling, context: ReportContext): string {
  const evidence = unusedText(ruling);
  return evidence === undefined ? `${briefItem(ruling, context)} — ${ruling.standing}` : `- ${text(evidence)}`;
}

/** A problem of a description in a line. */
export function problemItem({ severity, message, file, line }: RuledProblem, context: ReportContext): string {
  const place = file === undefined ? "" : ` ${placeLink(file, line, context)}`;
  return `- ${severity}: ${text(message)}${place}`;
}

/** The operation that an item begins with; its subject where it has none. */
function startOf({ operations, subject, message }: Ruling): string {
  const [first, ...others] = operationsOf(operations);
  const name = first ?? subject;
  if (name === "" || (others.length === 0 && message.includes(`\`${name}\``))) return "";
  return `${code(name)}${others.length > 0 ? ` and ${countOf(others.length, "more operation")}` : ""} — `;
}

/** Where it is, by which rule, and what names it. */
function footOf(ruling: Ruling, context: ReportContext): string {
  const { rule, fingerprint } = ruling;
  const span = spanToday(ruling);
  const page = context.links?.rulePage?.(rule);
  const parts = [
    ...(span
      ? [placeLink(span.file, span.line, context)]
      : ruling.base
        ? [code(`${fileText(ruling.base.file)}:${ruling.base.line}`)]
        : []),
    linked(code(rule), page),
    code(shortFingerprint(fingerprint)),
    ...(ruling.origins ? [text(originsText(ruling))] : []),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}

function placeLink(file: string, line: number | undefined, { links }: ReportContext): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return linked(code(place), line === undefined ? undefined : links?.line?.(file, line));
}

/** @param markdown what is shown: code, which holds no link of its own */
function linked(markdown: string, url: string | undefined): string {
  return url === undefined ? markdown : `[${markdown}](${url})`;
}
