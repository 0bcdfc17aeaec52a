import { compareBy } from "../base/order.ts";
import { logLine, oneLine } from "../base/plain-text.ts";
import { impactRank, type Span } from "../finding/finding.ts";
import type { Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { type AnnotationPlan, outcomesOf, type ReportContext, type Reporter } from "./report.ts";
import { compatibilityText, fixText, reachText, sortByWeight, spanToday } from "./texts.ts";
import { showWitness } from "./witness-text.ts";
import { workflowCommand } from "./workflow-command.ts";

/** GitHub shows at most ten annotations of a kind for a step, and cuts their text. */
const MOST_OF_A_KIND = 10;
const LONGEST_MESSAGE = 4_000;

const KINDS = ["error", "warning"] as const;
type Level = (typeof KINDS)[number];
/** What only informs is not worth a place among the lines of a change. */
const LEVELS: Readonly<Record<"error" | "warn", Level>> = { error: "error", warn: "warning" };

interface Annotation {
  readonly level: Level;
  /** What it demands, as a rank. */
  readonly weight: number;
  readonly title: string;
  readonly message: string;
  readonly span: Pick<Span, "file"> & Partial<Span>;
}

/** Workflow commands: annotations on the lines concerned, the worst first, and the verdict as a plain line. */
export const renderGithub: Reporter = (input, context) => {
  const outcomes = outcomesOf(input);
  const plan = context.annotations;
  if (plan) {
    const all = outcomes.flatMap((outcome) => annotationsOf(outcome, context));
    return textOf([...planned(all, plan), ...outcomes.map(verdictLine)]);
  }
  return textOf(
    outcomes.flatMap((outcome) => {
      const all = annotationsOf(outcome, context);
      const kinds = KINDS.flatMap((level) => {
        const mine = all.filter((annotation) => annotation.level === level);
        const left = mine.length - MOST_OF_A_KIND;
        const note = left > 0 ? [`${left} more of kind ${level} are not shown as annotations.`] : [];
        return [...mine.slice(0, MOST_OF_A_KIND).map(command), ...note];
      });
      return [...kinds, verdictLine(outcome)];
    }),
  );
};

/** The annotations of a step that are written: of each kind those that GitHub shows, then the worst of the others. */
function planned(all: readonly Annotation[], { most, touched }: AnnotationPlan): string[] {
  const ranked = all.toSorted(
    compareBy(
      ({ level }) => KINDS.indexOf(level),
      ({ span }) => (touched.has(span.file) ? 0 : 1),
      ({ weight }) => -weight,
    ),
  );
  const byKind = KINDS.map((level) => ranked.filter((annotation) => annotation.level === level));
  const shown = byKind.flatMap((kind) => kind.slice(0, MOST_OF_A_KIND));
  const others = byKind.flatMap((kind) => kind.slice(MOST_OF_A_KIND));
  const written = new Set([...shown, ...others].slice(0, most));
  // Who wants none wants no count of them either.
  const left = (most === 0 ? [] : KINDS).flatMap((level, i) => {
    const count = byKind[i]?.filter((annotation) => !written.has(annotation)).length ?? 0;
    return count > 0 ? [`${count} more of kind ${level} are not written as annotations; the summary counts them.`] : [];
  });
  return [...ranked.filter((annotation) => written.has(annotation)).map(command), ...left];
}

function annotationsOf(outcome: Outcome, context: ReportContext): Annotation[] {
  return [
    ...outcome.problems.map(({ severity, code, message, file = outcome.head.source, line, column }) => {
      return {
        level: LEVELS[severity],
        weight: impactRank("major"),
        title: code,
        message: oneLine(message),
        span: { file, ...(line && { line }), ...(column && { column }) },
      };
    }),
    ...sortByWeight(outcome.rulings).flatMap((ruling) => annotationOf(ruling, outcome.head.source, context)),
  ];
}

function annotationOf(ruling: Ruling, source: string, { rules }: ReportContext): Annotation[] {
  const { severity, standing, impact, operations, subject, rule } = ruling;
  if ((severity !== "error" && severity !== "warn") || standing !== "open") return [];
  const span = spanToday(ruling) ?? { file: source };
  const shown = showWitness(ruling);
  const fix = fixText(ruling, rules);
  const message = [
    ruling.message,
    operations.length > 0 ? reachText(operations) : subject,
    ...(shown ? [`Witness: ${[shown.lead, shown.what, shown.answer].filter((part) => part !== "").join(" ")}`] : []),
    ...(fix ? [`Fix: ${fix}`] : []),
  ]
    .map(oneLine)
    .join("\n");
  return [{ level: LEVELS[severity], weight: impactRank(impact), title: rule, message, span }];
}

function verdictLine(outcome: Outcome): string {
  const { contract, head, verdict } = outcome;
  const { pass, requiredBump, declaredBump } = verdict;
  const name = logLine(contract ?? head.source);
  return `${name}: ${pass ? "pass" : "fail"}, required bump ${requiredBump}, declared ${declaredBump}${compatibilityText(outcome)}`;
}

function command({ level, title, message, span }: Annotation): string {
  const { file, line, column } = span;
  return workflowCommand(level, { file, line, col: column, title }, cut(message));
}

/** A message as long as one may be; one that is cut ends in a mark of it. */
function cut(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}…` : message;
}

function textOf(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
