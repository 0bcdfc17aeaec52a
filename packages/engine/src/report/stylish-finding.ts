import { oneLine } from "../base/plain-text.ts";
import { type Excerpts, excerptAt } from "../finding/excerpts.ts";
import type { Severity } from "../finding/finding.ts";
import { isOfFamily } from "../finding/rule-id.ts";
import { operationName } from "../model/operation-key.ts";
import type { RuledProblem } from "../outcome.ts";
import type { Member, Ruling } from "../policy/ruling.ts";
import { groupTitle, placeName } from "./grouping.ts";
import { indented, type Layout, labelled, type Paint } from "./layout.ts";
import { originsText } from "./policy-texts.ts";
import { affectedText, countOf, fileText, operationText, placeText, shortFingerprint } from "./texts.ts";
import { showWitness } from "./witness-text.ts";

/** What a finding is told with. */
export interface FindingView extends Layout {
  /** Everything there is: all operations, whole messages, the lines of both sides. */
  readonly verbose: boolean;
  readonly excerpts: Excerpts;
}

/** Members of a finding that stands for several, shown before the rest is counted. */
const MOST_MEMBERS = 4;
/** Lines of a side that are shown. */
const MOST_LINES = 8;
/** Characters of a message that is shown without being asked for. */
const LONGEST_MESSAGE = 160;

const LABELS = { error: "error", warn: "warn ", info: "info ", off: "off  " } as const;
const STYLES = { error: "red", warn: "yellow", info: "cyan", off: "dim" } as const;
/** Columns before a severity, and before what is said below it. */
const MARGIN = 2;
const INDENT = MARGIN + LABELS.error.length + 1;

/** A finding in full. @param fix what to do; undefined where it was said already */
export function findingLines(ruling: Ruling, fix: string | undefined, view: FindingView): string[] {
  const { severity, message, rule, fingerprint, members } = ruling;
  const say = (text: string, style?: Parameters<Paint>[0]) => indented(view, INDENT, oneLine(text), style);
  const hurt = affectedText(ruling);
  return [
    ...labelled(view, severityLabel(severity, view.paint), oneLine(message), "bold"),
    ...(members ? memberLines(members, view) : [...witnessLines(ruling, view), ...reachLines(ruling, view)]),
    ...(hurt === undefined ? [] : say(`hurts: ${hurt}`)),
    ...(fix && severity !== "info" ? say(`fix: ${fix}`) : []),
    ...(view.verbose && ruling.origins ? say(originsText(ruling), "dim") : []),
    ...excerptLines(ruling, view),
    ...say([placeText(ruling), rule, shortFingerprint(fingerprint)].filter((part) => part !== "").join(" · "), "dim"),
  ];
}

/** A finding in a line, with the operation that it is of. */
export function briefLines(ruling: Ruling, view: Layout): string[] {
  const { severity, message } = ruling;
  const title = groupTitle(ruling);
  const told = [title, `\`${placeName(ruling)}\``].some((each) => message.includes(each)) ? "" : `  ${oneLine(title)}`;
  return labelled(view, severityLabel(severity, view.paint), `${oneLine(message)}${view.paint("dim", told)}`);
}

/** A problem of a description. */
export function problemLines({ severity, message, file, line, column, code }: RuledProblem, view: Layout): string[] {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return [
    ...labelled(view, severityLabel(severity, view.paint), oneLine(message), "bold"),
    ...indented(view, INDENT, oneLine(`${place === "" ? "" : `${place}  `}${code} · problem`), "dim"),
  ];
}

function severityLabel(severity: Severity, paint: Paint): Parameters<typeof labelled>[1] {
  return { label: `${" ".repeat(MARGIN)}${paint(STYLES[severity], LABELS[severity])} `, columns: INDENT };
}

function witnessLines(ruling: Ruling, view: FindingView): string[] {
  const shown = showWitness(ruling);
  if (shown === undefined)
    return ruling.proof === "undecided"
      ? indented(view, INDENT, "It could not be decided whether this breaks anyone.")
      : [];
  const { lead, what, answer, message, isRequest } = shown;
  const told = [lead, view.paint("cyan", oneLine(what)), oneLine(answer)].filter((part) => part !== "").join(" ");
  const isTold = message !== undefined && (view.verbose || (isRequest && message.length <= LONGEST_MESSAGE));
  return [
    ...indented(view, INDENT, told),
    // One line, however long, so that it can be pasted.
    ...(isTold ? [`${" ".repeat(INDENT)}${view.paint("dim", oneLine(message))}`] : []),
  ];
}

/** The operations beside the one that the finding is listed under. */
function reachLines(ruling: Ruling, view: FindingView): string[] {
  // Of a lint rule the subject says it already.
  if (!view.verbose || isOfFamily("lint", ruling.rule)) return [];
  const names = ruling.operations.map(operationText).filter((name) => name !== groupTitle(ruling));
  return names.flatMap((name) => indented(view, INDENT, `in ${name}`, "dim"));
}

/** The lines of the change on both sides. */
function excerptLines({ base, head }: Ruling, view: FindingView): string[] {
  if (!view.verbose) return [];
  const sides = [
    { side: "base", span: base, sign: "-", style: "red" },
    { side: "head", span: head, sign: "+", style: "green" },
  ] as const;
  return sides.flatMap(({ side, span, sign, style }) => {
    const excerpt = span && excerptAt(view.excerpts, side, span);
    if (!excerpt) return [];
    const { from, lines, isCut } = excerpt;
    const width = String(from + lines.length).length;
    const indent = Math.min(...lines.flatMap((line) => (line.trim() === "" ? [] : line.search(/\S/))));
    const shown = lines.slice(0, MOST_LINES).map((line, i) => {
      const isPlace = from + i === span.line;
      const text = `${String(from + i).padStart(width)} ${isPlace ? sign : " "} ${oneLine(line.slice(indent))}`;
      return `${" ".repeat(INDENT)}  ${view.paint(isPlace ? style : "dim", text.trimEnd())}`;
    });
    const left = lines.length - shown.length;
    const rest =
      left > 0 ? indented(view, INDENT + 2, `and ${isCut ? "at least " : ""}${countOf(left, "more line")}`, "dim") : [];
    return [...indented(view, INDENT, oneLine(`${side}: ${fileText(span.file)}`), "dim"), ...shown, ...rest];
  });
}

/** The first of several that a finding stands for, a line each; all where that is asked for. */
function memberLines(members: readonly Member[], view: FindingView): string[] {
  const named = new Map<string, string>();
  for (const { operation, subject, head } of members) {
    const name = oneLine(operation ? operationName(operation) : subject);
    // Of one operation several things may be said; where it stands is said once.
    if (!named.has(name)) named.set(name, head ? view.paint("dim", `  ${oneLine(`${head.file}:${head.line}`)}`) : "");
  }
  const most = view.verbose ? named.size : MOST_MEMBERS;
  const lines = [...named].slice(0, most).map(([name, place]) => `${" ".repeat(INDENT)}- ${name}${place}`);
  const rest = named.size - most;
  return rest > 0
    ? [...lines, `${" ".repeat(INDENT)}${view.paint("dim", `and ${rest} more; --verbose lists them`)}`]
    : lines;
}

/** `POST /v1/invoices and 383 more operations`, for the heading of a group. */
export function operationsText(operations: readonly string[]): string {
  const [first, ...others] = operations;
  if (first === undefined) return "";
  return others.length === 0 ? first : `${first} and ${others.length} more operation${others.length === 1 ? "" : "s"}`;
}
