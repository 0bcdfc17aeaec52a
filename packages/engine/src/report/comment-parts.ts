import { escapeMarkdown, inlineCode } from "./escape.ts";

/** The kinds of sections of a contract, in the order that readers meet them. */
export const SECTIONS = [
  "problems",
  "breaking",
  "consumers",
  "clients",
  "lint",
  "warnings",
  "others",
  "passed",
  "settled",
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What a section is called in a sentence. */
export const SECTION_TITLES: Readonly<Record<SectionName, string>> = {
  problems: "problems in the description",
  breaking: "breaking changes",
  consumers: "consumers",
  clients: "breaks of generated clients",
  lint: "lint findings",
  warnings: "warnings about the description",
  others: "other changes",
  passed: "breaks that pass",
  settled: "what is not counted",
};

/** How much of a contract is shown. */
export interface Detail {
  /** The kinds of sections that are there. */
  readonly sections: readonly SectionName[];
  /** Findings of one kind that are listed before the rest is counted. */
  readonly most: number;
  /** Whether breaking changes take one line each, without witness and fix. */
  readonly brief?: boolean;
  /** Contracts that are shown; one line stands for the rest. */
  readonly contracts?: number;
}

/** All there is, but for endless lists. */
export const DETAIL: Detail = { sections: SECTIONS, most: 50 };

/** Characters of a text out of a description that are shown. */
const LONGEST_TEXT = 800;

/** Text of ours with names in backticks: they become code, and the rest stays text. */
export function text(of: string): string {
  return escapeMarkdown(clipped(of));
}

/** A name or a value out of a description, as code. */
export function code(of: string): string {
  return inlineCode(clipped(of));
}

/** A text of bounded length, which ends at a word where it has several. */
function clipped(of: string): string {
  if (of.length <= LONGEST_TEXT) return of;
  const start = of.slice(0, LONGEST_TEXT - 1);
  const end = start.lastIndexOf(" ");
  return `${end > LONGEST_TEXT / 2 ? start.slice(0, end) : start}…`;
}

/** A part that readers open; nothing where it would be empty. @param title HTML */
export function folded(title: string, body: string): string[] {
  return body === "" ? [] : [`<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`];
}

/** Items as a list, with a count of those that are not in it. */
export function listOf<T>(items: readonly T[], most: number, itemOf: (item: T) => string): string {
  const more = items.length > most ? [`- and ${items.length - most} more`] : [];
  return [...items.slice(0, most).map(itemOf), ...more].join("\n");
}
