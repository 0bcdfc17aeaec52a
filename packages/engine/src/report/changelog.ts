import type { Outcome } from "../outcome.ts";
import type { Ruling } from "../policy/ruling.ts";
import { escapeMarkdown, inlineCode } from "./escape.ts";
import { outcomesOf, type Reporter } from "./report.ts";
import { operationText, sortByWeight } from "./texts.ts";

const MOST_OPERATIONS = 3;

/** What changed, for people who use the API: by what it means to them, not by how loud it is. */
export const renderChangelog: Reporter = (input) => `${outcomesOf(input).map(renderOutcome).join("\n\n")}\n`;

interface Chapter {
  readonly title: string;
  holds(ruling: Ruling): boolean;
}

const CHAPTERS: readonly Chapter[] = [
  { title: "Breaking changes", holds: ({ audience, impact }) => audience === "wire" && impact === "major" },
  { title: "Deprecated", holds: ({ rule }) => /-(?:deprecated|sunset-changed)$/.test(rule) },
  { title: "Added and changed", holds: ({ audience }) => audience === "wire" },
  { title: "Generated clients", holds: ({ audience }) => audience === "client" },
  { title: "Documentation", holds: () => true },
];

function renderOutcome({ base, head, rulings, verdict }: Outcome): string {
  const title = `# ${escapeMarkdown(`${base?.version ?? "–"} → ${head.version ?? "–"}`)}`;
  const counted = sortByWeight(rulings).filter(({ standing }) => standing !== "waived");
  if (counted.length === 0) return `${title}\n\nNothing changed for consumers.`;
  const taken = new Set<Ruling>();
  const chapters = CHAPTERS.flatMap(({ title: chapter, holds }) => {
    const mine = counted.filter((ruling) => !taken.has(ruling) && holds(ruling));
    for (const ruling of mine) taken.add(ruling);
    return mine.length === 0 ? [] : [`## ${chapter}\n\n${mine.map(item).join("\n")}`];
  });
  return [title, `This is a **${verdict.requiredBump}** change.`, ...chapters].join("\n\n");
}

function item({ message, operations, subject }: Ruling): string {
  const named = operations
    .slice(0, MOST_OPERATIONS)
    .map(({ method, path }) => inlineCode(operationText({ method, path, direction: "request" })));
  const more = operations.length > MOST_OPERATIONS ? ` and ${operations.length - MOST_OPERATIONS} more` : "";
  const place = named.length > 0 ? `${[...new Set(named)].join(", ")}${more}` : "";
  return `- ${escapeMarkdown(message)} ${inlineCode(subject)}${place ? ` — ${place}` : ""}`;
}
