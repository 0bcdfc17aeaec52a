import type { Move, Plan, PlannedCall, PlanStep, RequestExample } from "@concordat/engine/plan";
import { answerJson, countOf, escapeMarkdown, inlineCode } from "@concordat/engine/report";

/** The forms of a plan. */
export type PlanFormat = "markdown" | "json";

/** A migration guide for a consumer, in one of the forms, with a line end. */
export function renderPlan(plan: Plan, format: PlanFormat): string {
  return format === "json" ? answerJson(plan) : markdownOf(plan);
}

function markdownOf({ consumer, base, head, steps, unchanged, unmatched, unresolved }: Plan): string {
  const title = consumer === null ? "Migration guide" : `Migration guide for ${escapeMarkdown(consumer)}`;
  const versions = [base, head].map(({ source, version }) =>
    `${inlineCode(source)} ${escapeMarkdown(version ?? "")}`.trim(),
  );
  const way = base.source === head.source ? versions[1] : versions.join(" → ");
  const summary = steps.length === 0 ? `${NOTHING}.` : `${countOf(steps.length, "operation")} to change.`;
  const rest = base.source === head.source ? [] : ["`concordat diff` tells what else changes."];
  const parts = [
    `# ${title}`,
    [`${way}: ${summary}`, ...rest].join(" "),
    ...steps.flatMap(stepParts),
    ...(unchanged.length > 0
      ? [`## ${capitalised(NOTHING)}`, unchanged.map((name) => `- ${inlineCode(name)}`).join("\n")]
      : []),
    ...(unmatched.length > 0
      ? [`## Calls of no operation of ${inlineCode(base.source)}`, unmatched.map(unmatchedLine).join("\n")]
      : []),
    ...(unresolved.length > 0
      ? ["## Places in code that may call any of them", unresolved.map(unresolvedLine).join("\n")]
      : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What an operation has nothing of that a guide tells. */
const NOTHING = "nothing is renamed, removed or newly required";

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unmatchedLine({ consumer, interaction, method, path }: Plan["unmatched"][number]): string {
  return `- ${inlineCode(`${method} ${path}`)} (${escapeMarkdown(consumer)}: ${escapeMarkdown(interaction)})`;
}

function unresolvedLine({ reason, ...site }: Plan["unresolved"][number]): string {
  return `${siteLine(site)}. ${escapeMarkdown(reason)}`;
}

/** A place in code, with whose it is. */
function siteLine({ consumer, file, line }: PlanStep["sites"][number]): string {
  return `- ${inlineCode(`${file}:${line}`)} (${escapeMarkdown(consumer)})`;
}

function stepParts({ move, sunset, callers, sites, calls }: PlanStep): string[] {
  const facts = [
    ...(sunset === null ? [] : [`It may stop working after ${sunset}.`]),
    ...(callers ?? []).map(
      ({ consumer, calls: count, lastCall }) =>
        `${escapeMarkdown(consumer ?? "(anonymous)")} made ${countOf(count, "call")}, the last on ${lastCall}.`,
    ),
  ];
  return [
    `## ${titleOf(move)}`,
    ...(facts.length > 0 ? [facts.join(" ")] : []),
    ...(changesOf(move).length > 0 ? [changesOf(move).join("\n")] : []),
    ...(sites.length > 0 ? ["Code that calls it:", sites.map(siteLine).join("\n")] : []),
    ...calls.flatMap(callParts),
  ];
}

function titleOf({ from, to }: Move): string {
  const [old, now] = [from, to].map((target) => target && inlineCode(`${target.method} ${target.path}`));
  if (now === null) return `${old} is gone`;
  return old === now ? `${old} changes` : `${old} → ${now}`;
}

/** What changes for every call, as a list. */
function changesOf({ parameters, requestFields, responseFields, demands, isCut }: Move): string[] {
  const renamed = (what: string, from: string, to: string | null) =>
    to === null
      ? `- ${what} ${inlineCode(from)} no longer exists`
      : `- ${what} ${inlineCode(from)} is now ${inlineCode(to)}`;
  const way = (at: readonly string[], name: string) => [...at, name].join(".");
  return [
    ...parameters.map(({ in: place, from, to }) => renamed(`the ${place} parameter`, from, to)),
    ...requestFields.map(({ at, from, to }) => renamed("the property of the body", way(at, from), to)),
    ...responseFields.map(({ at, from, to }) => renamed("the property of the answer", way(at, from), to)),
    ...demands.map(({ in: place, name }) =>
      place === "body"
        ? `- ${name === "" ? "a body" : `the property ${inlineCode(name)} of the body`} is required now`
        : `- the ${place} parameter ${inlineCode(name)} is required now`,
    ),
    ...(isCut ? ["- properties that are nested deeper than eight levels were not compared: check them yourself"] : []),
  ];
}

function callParts({ consumer, interaction, before, after, answer, decisions }: PlannedCall): string[] {
  return [
    `### ${escapeMarkdown(consumer)}: ${escapeMarkdown(interaction)}`,
    "Before:",
    fenced("http", requestText(before)),
    ...(after === null ? [] : ["After:", fenced("http", requestText(after))]),
    ...(answer === null
      ? []
      : ["The answer, before and after:", fenced("json", jsonOf(answer.before)), fenced("json", jsonOf(answer.after))]),
    ...(decisions.length > 0 ? [decisions.map((each) => `- **Decide:** ${escapeMarkdown(each)}`).join("\n")] : []),
  ];
}

function requestText({ method, path, query, body }: RequestExample): string {
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const line = `${method} ${path}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
  return body === undefined ? line : `${line}\n\n${jsonOf(body)}`;
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A block of code that nothing within can end. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
