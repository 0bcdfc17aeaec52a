import { type Deprecation, type DeprecationsAnswer, daysBetween } from "@concordat/engine/deprecations";
import { answerJson, countOf, escapeMarkdown, inlineCode, oneLine, plainLines } from "@concordat/engine/report";

/** The forms in which deprecations are printed. */
export type DeprecationFormat = "stylish" | "json" | "markdown";

/** The deprecations of a description, and what it is called. */
export interface NamedAnswer {
  readonly source: string;
  readonly answer: DeprecationsAnswer;
}

interface Telling {
  readonly mode: "list" | "check";
  /** The day from which dates are seen. */
  readonly asOf: string;
  readonly format: DeprecationFormat;
}

/** What was found in one description or several, in one of the forms, with a line end. */
export function renderDeprecations(answers: readonly NamedAnswer[], { mode, asOf, format }: Telling): string {
  switch (format) {
    case "json":
      return answerJson({ asOf, ...jsonOf(answers) });
    case "markdown":
      return answers.map((each) => markdownOf(each, asOf)).join("\n");
    case "stylish":
      return plainLines(answers.map((each) => stylishOf(each, mode, asOf)).join("\n"));
  }
}

/** One description answers in the interface's own shape, several each under its name. */
function jsonOf(answers: readonly NamedAnswer[]): object {
  const [only] = answers;
  const shape = ({ answer }: NamedAnswer) => ({ deprecations: answer.deprecations, problems: problemsIn([answer]) });
  return answers.length === 1 && only
    ? shape(only)
    : { descriptions: answers.map((each) => ({ source: each.source, ...shape(each) })) };
}

/** What is wrong with the dates, and what keeps some of them unknown. */
export function problemsIn(answers: readonly DeprecationsAnswer[]): readonly object[] {
  return answers
    .flatMap(({ faults, problems }) => [...faults, ...problems])
    .map(({ code, message, file, line, column }) => ({ code, message, file, line, column }));
}

function stylishOf({ source, answer: { deprecations, faults } }: NamedAnswer, mode: string, asOf: string): string {
  const listed = mode === "list" ? deprecations : [];
  const name = (each: Deprecation) => `${each.kind.padEnd(15)} ${nameOf(each)}`;
  const width = Math.max(0, ...listed.map((each) => name(each).length));
  const lines = listed.map((each) => `  ${name(each).padEnd(width)}  ${statusOf(each, asOf)}`);
  const problems = faults.map(({ message, file, line, column }) => `  ${file}:${line}:${column}  ${message}`);
  return [
    `${source}: ${countOf(deprecations.length, "deprecation")}, ${countOf(faults.length, "problem")}`,
    ...(lines.length > 0 ? ["", ...lines] : []),
    ...(problems.length > 0 ? ["", ...problems] : []),
    "",
  ]
    .map(oneLine)
    .join("\n");
}

function markdownOf({ source, answer: { deprecations, faults } }: NamedAnswer, asOf: string): string {
  const row = (each: Deprecation) =>
    `| ${[inlineCode(nameOf(each)), each.kind, each.deprecated ?? "", escapeMarkdown(sunsetOf(each, asOf)), inlineCode(each.replacement ?? "")].join(" | ")} |`;
  const table = ["| Deprecated | Kind | Since | Sunset | Replacement |", "| --- | --- | --- | --- | --- |"];
  const problems = faults.map(({ message }) => `- ${escapeMarkdown(message)}`);
  return [
    `## ${inlineCode(source)}`,
    deprecations.length > 0 ? [...table, ...deprecations.map(row)].join("\n") : "Nothing is deprecated.",
    ...(problems.length > 0 ? [problems.join("\n")] : []),
    "",
  ].join("\n\n");
}

/** What a deprecation is called: an operation by its name, all else by its pointer. */
export function nameOf({ kind, operation, subject }: Deprecation): string {
  return kind === "operation" && operation ? `${operation.method} ${operation.path}` : subject;
}

function statusOf(each: Deprecation, asOf: string): string {
  const since = each.deprecated === null ? "no date" : `since ${each.deprecated}`;
  const use = each.replacement === null ? "" : `, use ${each.replacement}`;
  return `${since}, ${sunsetOf(each, asOf)}${use}`;
}

function sunsetOf({ sunset, removed }: Deprecation, asOf: string): string {
  if (removed !== null) return `removed ${removed}`;
  if (sunset === null) return "no sunset";
  const days = daysBetween(asOf, sunset);
  return days < 0 ? `sunset ${sunset} (passed)` : `sunset ${sunset} (in ${countOf(days, "day")})`;
}
