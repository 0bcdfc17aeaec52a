import type { Deprecation } from "@concordat/engine/deprecations";
import { answerJson, inlineCode } from "@concordat/engine/report";
import { type NamedAnswer, nameOf, problemsIn } from "./text.ts";
import { timelineSvg } from "./timeline-svg.ts";

/** The forms of a timeline. */
export type TimelineFormat = "markdown" | "json" | "ics" | "svg";

/** The turns of a life, in their usual order. */
const TURNS = ["announced", "deprecated", "sunset", "removed"] as const;
type Turn = (typeof TURNS)[number];

/** A day on which the life of something turns. */
interface TimelineEvent {
  readonly day: string;
  readonly event: Turn;
  readonly source: string;
  readonly subject: string;
  readonly name: string;
  readonly replacement: string | null;
}

/** The days on which things are announced, deprecated, at their sunset or removed, in order, in one of the forms. */
export function renderTimeline(answers: readonly NamedAnswer[], asOf: string, format: TimelineFormat): string {
  const events = answers
    .flatMap(({ source, answer }) => answer.deprecations.flatMap((each) => eventsOf(each, source)))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  switch (format) {
    case "json":
      return answerJson({ asOf, events, problems: problemsIn(answers.map(({ answer }) => answer)) });
    case "markdown":
      return markdownOf(events, asOf);
    case "ics":
      return calendarOf(events, asOf);
    case "svg":
      return timelineSvg(
        answers.flatMap(({ answer }) => answer.deprecations),
        asOf,
      );
  }
}

function eventsOf(each: Deprecation, source: string): TimelineEvent[] {
  return TURNS.flatMap((event) => {
    const day = each[event];
    const { subject, replacement } = each;
    // A reminder on the day itself would repeat the event.
    const isSame = event === "announced" && day === each.deprecated;
    return day === null || isSame ? [] : [{ day, event, source, subject, name: nameOf(each), replacement }];
  });
}

function markdownOf(events: readonly TimelineEvent[], asOf: string): string {
  const rows = events.map(
    ({ day, event, name, replacement }) =>
      `| ${[day, day < asOf ? "past" : "", event, inlineCode(name), inlineCode(replacement ?? "")].join(" | ")} |`,
  );
  const heads = ["| Day | | Event | Subject | Replacement |", "| --- | --- | --- | --- | --- |"];
  return `${rows.length > 0 ? [...heads, ...rows].join("\n") : "Nothing that is deprecated has a date."}\n`;
}

/** A calendar (RFC 5545): an event of a whole day for each turn, with an id that stays the same. */
function calendarOf(events: readonly TimelineEvent[], asOf: string): string {
  const stamp = `${asOf.replaceAll("-", "")}T000000Z`;
  const lines = events.flatMap(({ day, event, source, subject, name, replacement }) => [
    "BEGIN:VEVENT",
    `UID:${calendarText(`${event} ${source}#${subject}`)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${calendarText(titleOf(event, name))}`,
    ...(replacement === null ? [] : [`DESCRIPTION:${calendarText(`Use ${replacement} instead.`)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Concordat//Deprecations//EN", ...lines, "END:VCALENDAR"];
  return all.map((line) => `${folded(line)}\r\n`).join("");
}

function titleOf(event: Turn, name: string): string {
  switch (event) {
    case "announced":
      return `The deprecation of ${name} is announced`;
    case "deprecated":
      return `${name} is deprecated`;
    case "sunset":
      return `Sunset of ${name}`;
    case "removed":
      return `${name} is removed`;
  }
}

/** A text value (RFC 5545, section 3.3.11). */
function calendarText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/[\r\n]+/g, "\\n");
}

/** Octets of a line before it goes on in the next one (RFC 5545, section 3.1). */
const WIDTH = 74;

function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    if (Buffer.byteLength(part + character) > WIDTH) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}
