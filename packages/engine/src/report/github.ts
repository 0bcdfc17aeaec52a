import type { Severity, Span } from "../finding/finding.ts";
import type { Ruling } from "../policy/ruling.ts";
import { outcomesOf, type ReportContext, type Reporter } from "./report.ts";
import { oneLine, sortByWeight, witnessText } from "./texts.ts";

/** GitHub shows at most ten annotations of a kind for a step, and cuts their text. */
const MOST_OF_A_KIND = 10;
const LONGEST_MESSAGE = 4_000;

type Level = "error" | "warning" | "notice";
const LEVELS: Readonly<Record<Severity, Level>> = { error: "error", warn: "warning", info: "notice", off: "notice" };

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly span: Pick<Span, "file"> & Partial<Span>;
}

/** Workflow commands: annotations on the lines concerned, the worst first, and the verdict as a plain line. */
export const renderGithub: Reporter = (input, context) => {
  const lines: string[] = [];
  for (const outcome of outcomesOf(input)) {
    const annotations: Annotation[] = [
      ...outcome.problems.map(({ severity, code, message, file = outcome.head.source, line, column }) => {
        return {
          level: LEVELS[severity],
          title: code,
          message: oneLine(message),
          span: { file, ...(line && { line }), ...(column && { column }) },
        };
      }),
      ...sortByWeight(outcome.rulings.filter(({ standing }) => standing === "open")).flatMap((ruling) =>
        annotationOf(ruling, outcome.head.source, context),
      ),
    ];
    for (const level of ["error", "warning", "notice"] as const) {
      const all = annotations.filter((annotation) => annotation.level === level);
      lines.push(...all.slice(0, MOST_OF_A_KIND).map(command));
      if (all.length > MOST_OF_A_KIND)
        lines.push(`${all.length - MOST_OF_A_KIND} more of kind ${level} are not shown as annotations.`);
    }
    const { pass, requiredBump, declaredBump } = outcome.verdict;
    lines.push(
      `${outcome.contract ?? outcome.head.source}: ${pass ? "pass" : "fail"}, required bump ${requiredBump}, declared ${declaredBump}`.replace(
        /[\r\n]/g,
        " ",
      ),
    );
  }
  return `${lines.join("\n")}\n`;
};

function annotationOf(ruling: Ruling, source: string, { rules }: ReportContext): Annotation[] {
  const span = ruling.head ?? { file: source };
  const witness = witnessText(ruling);
  const fix = ruling.severity === "info" ? undefined : rules.get(ruling.rule)?.fix;
  const message = [
    ruling.message,
    ruling.subject,
    ...(witness ? [`Witness: ${witness}`] : []),
    ...(fix ? [`Fix: ${fix}`] : []),
  ]
    .map(oneLine)
    .join("\n");
  return [{ level: LEVELS[ruling.severity], title: ruling.rule, message, span }];
}

function command({ level, title, message, span }: Annotation): string {
  const properties = Object.entries({ file: span.file, line: span.line, col: span.column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(",")}::${escapeData(message.slice(0, LONGEST_MESSAGE))}`;
}

/** As the runner reads them back (GitHub Actions, workflow commands). */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
