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

\`oasdiff checks\` of oasdiff 1.15.0 lists ${listed.length} ids; ${later.length} more are named by its tests after that version. This page says
what each corresponds to here, or why nothing does. \`concordat diff --cross-check oasdiff\` runs both on a pair and
gives these reasons for what one of them alone calls breaking.

oasdiff names an edit by keyword and place: body, property, parameter, header. A rule here is named by what is won or
lost and in which direction, and the finding says the place. So many ids there are one rule here. Whether an edit breaks
is decided by the values before and after it, not by the edit: one that changes no value is no finding. oasdiff derives
"breaking" from how loud a check is; here loudness, impact and audience are three dials.
`;

const REDOCLY_PAGE = `# Beside redocly diff

\`redocly diff\` (@redocly/cli 2.77, experimental) tells each node that was added, removed or modified. Its rules raise
some of them to \`major\`; what no rule names is \`minor\` where something was added outside of the components, and \`patch\`
otherwise. It has ${readIds("redocly-2.77.0.txt").length} rules. This page says what each corresponds to here.

Additions, and edits of texts such as descriptions, have no rules there. Here additions have rules of their own with
impact \`minor\`; texts that are for readers only are no finding. Swagger 2.0 has no rules there; here it is read as what
it means in OpenAPI 3.
`;

/** The tools that Concordat is compared with. */
export const FIELD: readonly FieldTool[] = [
  { name: "oasdiff", entries: OASDIFF_FIELD, ids: [...listed, ...later], introduction: OASDIFF_PAGE },
  { name: "redocly", entries: REDOCLY_FIELD, ids: readIds("redocly-2.77.0.txt"), introduction: REDOCLY_PAGE },
];

/** The page of a tool: its table by topic, and the rules here that it has nothing for. */
export function renderPage({ entries, introduction }: FieldTool, onlyHere: readonly string[]): string {
  const topics = [...new Set(entries.map(({ topic }) => topic))];
  const tables = topics.map((topic) => {
    const rows = entries.filter((entry) => entry.topic === topic).map(renderRow);
    return [`## ${topic}`, "", "| There | Here | Why they may differ |", "| --- | --- | --- |", ...rows].join("\n");
  });
  const alone = ["## Only here", "", ...onlyHere.map((rule) => `- \`${rule}\``)].join("\n");
  return `${[introduction.trimEnd(), ...tables, alone].join("\n\n")}\n`;
}

function renderRow({ pattern, rules, note }: FieldEntry): string {
  const here = rules.map((rule) => `\`${rule}\``).join("<br>") || "left out";
  return `| \`${pattern}\` | ${here} | ${note ?? ""} |`;
}
