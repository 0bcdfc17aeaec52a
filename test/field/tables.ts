import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OASDIFF_FIELD } from "../../packages/engine/src/field/oasdiff.ts";
import { REDOCLY_FIELD } from "../../packages/engine/src/field/redocly.ts";
import type { FieldEntry } from "../../packages/engine/src/field/table.ts";

/** A tool of the field with all ids that it can report. */
export interface FieldTool {
  readonly name: string;
  readonly entries: readonly FieldEntry[];
  readonly ids: readonly string[];
  /** What its page says before the tables. */
  readonly introduction: string;
}

function readIds(...files: readonly string[]): string[] {
  return files.flatMap((file) =>
    readFileSync(join(import.meta.dirname, file), "utf8")
      .trim()
      .split("\n"),
  );
}

const listed = readIds("oasdiff-1.15.0.txt");
const later = readIds("oasdiff-later.txt");

const OASDIFF_PAGE = `# Beside oasdiff

\`oasdiff checks\` of oasdiff 1.15.0 lists ${listed.length} ids, and its tests name ${later.length} later ones. This page lists the rules that
correspond to each id, or says why none does. \`concordat diff --cross-check oasdiff\` runs both tools on a pair of
descriptions, and gives these reasons where only one of them reports a break.

An id of oasdiff names an edit by keyword and place: body, property, parameter, header. A rule of Concordat names the values
that are gained or lost and the direction, and the finding names the place, so many ids there are one rule here. The values before and
after an edit decide whether it breaks consumers; an edit that changes no value gives no finding. oasdiff derives
"breaking" from the level of a check; in Concordat severity, impact and audience are three separate dials.
`;

const REDOCLY_PAGE = `# Beside redocly diff

\`redocly diff\` (@redocly/cli 2.77, experimental) reports each node that was added, removed or modified. Its ${readIds("redocly-2.77.0.txt").length} rules raise
some of these changes to \`major\`. Any other change is \`minor\` if it adds something outside the components, and \`patch\`
otherwise. This page lists the rules that correspond to each of them.

redocly has no rules for additions, for edits of texts such as descriptions, or for Swagger 2.0. Concordat has rules for
additions, with impact \`minor\`; texts that only people read give no finding; and it reads Swagger 2.0 by its meaning in
OpenAPI 3.
`;

/** The tools that Concordat is compared with. */
export const FIELD: readonly FieldTool[] = [
  { name: "oasdiff", entries: OASDIFF_FIELD, ids: [...listed, ...later], introduction: OASDIFF_PAGE },
  { name: "redocly", entries: REDOCLY_FIELD, ids: readIds("redocly-2.77.0.txt"), introduction: REDOCLY_PAGE },
];

/** The page of a tool: its table by topic, and the rules that the tool has no counterpart for. */
export function renderPage({ entries, introduction }: FieldTool, onlyHere: readonly string[]): string {
  const topics = [...new Set(entries.map(({ topic }) => topic))];
  const tables = topics.map((topic) => {
    const rows = entries.filter((entry) => entry.topic === topic).map(renderRow);
    return [`## ${topic}`, "", "| There | Here | Why the two may differ |", "| --- | --- | --- |", ...rows].join("\n");
  });
  const alone = ["## Only here", "", ...onlyHere.map((rule) => `- \`${rule}\``)].join("\n");
  return `${[introduction.trimEnd(), ...tables, alone].join("\n\n")}\n`;
}

function renderRow({ pattern, rules, note }: FieldEntry): string {
  const here = rules.map((rule) => `\`${rule}\``).join("<br>") || "none";
  return `| \`${pattern}\` | ${here} | ${note ?? ""} |`;
}
