import type { Migration, MigrationStatus } from "@concordat/engine/migration";
import { answerJson, countOf, escapeMarkdown, inlineCode, oneLine, plainLines } from "@concordat/engine/report";
import { csvLine, sparkline, type TableFormat, tableLines } from "../../output/table.ts";

/** The state of migrations, in one of the forms, with a line end. */
export function renderMigrations(status: MigrationStatus, format: TableFormat): string {
  switch (format) {
    case "json":
      return answerJson(status);
    case "csv":
      return csvText(status);
    case "markdown":
      return (
        [...status.migrations.map(markdownOf), ...status.fields.map(fieldMarkdown)].join("\n") ||
        "Nothing is deprecated.\n"
      );
    case "table":
      return plainLines(tableText(status));
  }
}

const HEADS = ["Consumer", "Owner", "State", "Old calls", "New calls", "Last old call"];

type Row = Migration["consumers"][number];

function rowOf({ consumer, owner, contact, state, oldCalls, newCalls, lastOldCall }: Row): string[] {
  const behind = [owner, contact].filter((each) => each !== undefined).join(", ");
  return [consumer ?? "(anonymous)", behind, state, String(oldCalls), String(newCalls), lastOldCall];
}

/** A table without the columns in which no row says anything; the first row is the head. */
function filled(rows: readonly (readonly string[])[]): string[][] {
  const [heads = [], ...rest] = rows;
  const columns = heads.flatMap((_, i) => (rest.some((row) => row[i] !== "") ? [i] : []));
  return rows.map((row) => columns.map((i) => row[i] ?? ""));
}

/** The calls of what is deprecated, day by day to the end of the window. */
function trendOf({ trend }: Row, { to }: MigrationStatus["window"]): string {
  return sparkline(new Map(trend.map(({ day, oldCalls }) => [day, oldCalls])), to).trimStart();
}

function titleOf({ operation, replacement }: Migration): string {
  const name = `${operation.method} ${operation.path}`;
  return replacement === null ? name : `${name} → ${replacement}`;
}

/** What is known in one line: sunset, progress, the end of use to be expected. */
function summaryOf({ sunset, progress, consumers, forecast }: Migration): string {
  const migrated = consumers.filter(({ state }) => state === "migrated").length;
  return [
    sunset === null ? "no sunset" : `sunset ${sunset}`,
    `${migrated} of ${consumers.length} consumers migrated (${Math.floor(progress * 100)}%)`,
    ...(forecast === null ? [] : [`use would end on ${forecast}`]),
  ].join(", ");
}

/** How far the code of a consumer has come, in one line. */
function codeLine({ consumer, state, oldSites }: Migration["code"][number]): string {
  const [first, ...others] = oldSites;
  const more = others.length > 0 ? ` and ${countOf(others.length, "more place")}` : "";
  return `the code of ${consumer}: ${state}${first === undefined ? "" : `, ${first.file}:${first.line}${more}`}`;
}

type Field = MigrationStatus["fields"][number];

/** A field: its title, a row for each consumer, whose uses are interactions of pacts, and whether it may go. */
function fieldParts({ subject, replacement, consumers, removable, because }: Field) {
  const heads = ["Consumer", "State", "Old uses", "New uses"];
  const rows = consumers.map(({ consumer, state, oldCalls, newCalls }) => [
    ...[consumer, state],
    ...[String(oldCalls), String(newCalls)],
  ]);
  const verdict = removable ? ["may be removed"] : because.map((reason) => `not removable, ${reason}`);
  return { title: replacement === null ? subject : `${subject} → ${replacement}`, heads, rows, verdict };
}

function fieldText(field: Field): string {
  const { title, heads, rows, verdict } = fieldParts(field);
  const table = tableLines([heads, ...rows.map((row) => row.map(oneLine))]);
  const lines = [...verdict.map((line) => `  ${oneLine(line)}`), ...table.map((line) => `    ${line}`)];
  return [oneLine(title), ...lines, ""].join("\n");
}

function fieldMarkdown(field: Field): string {
  const { title, heads, rows, verdict } = fieldParts(field);
  const table = [heads, heads.map(() => "---"), ...rows.map((row) => row.map(escapeMarkdown))];
  const lines = table.map((row) => `| ${row.join(" | ")} |`);
  const reasons = verdict.map((line) => `- ${escapeMarkdown(line)}`);
  return `${[`## ${inlineCode(title)}`, reasons.join("\n"), lines.join("\n")].join("\n\n")}\n`;
}

function tableText({ window, migrations, fields }: MigrationStatus): string {
  const parts = migrations.map((migration) => {
    const { consumers, code, removable, because } = migration;
    const rows = consumers.map((each) => [...rowOf(each).map(oneLine), trendOf(each, window)]);
    const table = rows.length > 0 ? tableLines(filled([[...HEADS, "Trend"], ...rows])) : [];
    const verdict = removable ? ["may be removed"] : because.map((reason) => `not removable, ${reason}`);
    return [
      oneLine(titleOf(migration)),
      `  ${summaryOf(migration)}`,
      ...verdict.map((line) => `  ${oneLine(line)}`),
      ...code.map((each) => `  ${oneLine(codeLine(each))}`),
      ...table.map((line) => `    ${line}`),
      "",
    ].join("\n");
  });
  const head = `Calls from ${window.from} to ${window.to}; deprecated operations: ${migrations.length}\n`;
  return `${[head, ...parts, ...fields.map(fieldText)].join("\n")}\n`;
}

function markdownOf(migration: Migration): string {
  const { consumers, code, removable, because } = migration;
  const table = filled([HEADS, ...consumers.map(rowOf)]);
  const [heads = "", ...rows] = table.map((row) => `| ${row.map(escapeMarkdown).join(" | ")} |`);
  const rule = `|${" --- |".repeat(table[0]?.length ?? 0)}`;
  return `${[
    `## ${inlineCode(titleOf(migration))}`,
    `${escapeMarkdown(summaryOf(migration))}.`,
    removable ? "It may be removed." : because.map((reason) => `- not removable, ${escapeMarkdown(reason)}`).join("\n"),
    ...(code.length > 0 ? [code.map((each) => `- ${escapeMarkdown(codeLine(each))}`).join("\n")] : []),
    ...(rows.length > 0 ? [[heads, rule, ...rows].join("\n")] : []),
  ].join("\n\n")}\n`;
}

function csvText({ migrations }: MigrationStatus): string {
  const lines = migrations.flatMap(({ operation, sunset, removable, consumers }) =>
    consumers.map(({ consumer, state, oldCalls, newCalls, lastOldCall, owner, contact }) =>
      csvLine([
        ...[operation.method, operation.path, sunset ?? "", String(removable), consumer ?? "", state],
        ...[String(oldCalls), String(newCalls), lastOldCall, owner ?? "", contact ?? ""],
      ]),
    ),
  );
  const heads = [
    "method",
    "path",
    "sunset",
    "removable",
    "consumer",
    "state",
    "old_calls",
    "new_calls",
    "last_old_call",
    "owner",
    "contact",
  ];
  return [csvLine(heads), ...lines].join("");
}
