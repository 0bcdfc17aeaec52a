import type { ConsumerMigration, Migration, MigrationStatus } from "@concordat/engine/migration";
import { answerJson, escapeMarkdown, inlineCode, oneLine, plainLines } from "@concordat/engine/report";
import { csvLine, type TableFormat, tableLines } from "../../output/table.ts";

/** The state of migrations, in one of the forms, with a line end. */
export function renderMigrations(status: MigrationStatus, format: TableFormat): string {
  switch (format) {
    case "json":
      // Only operations are seen in logs: fields have no evidence there.
      return answerJson({ ...status, fields: [] });
    case "csv":
      return csvText(status);
    case "markdown":
      return status.migrations.map(markdownOf).join("\n") || "Nothing is deprecated.\n";
    case "table":
      return plainLines(tableText(status));
  }
}

const HEADS = ["Consumer", "State", "Old calls", "New calls", "Last old call"];

function rowOf({ consumer, state, oldCalls, newCalls, lastOldCall }: ConsumerMigration): string[] {
  return [consumer ?? "(anonymous)", state, String(oldCalls), String(newCalls), lastOldCall];
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

function tableText({ window, migrations }: MigrationStatus): string {
  const parts = migrations.map((migration) => {
    const { consumers, removable, because } = migration;
    const table = consumers.length > 0 ? tableLines([HEADS, ...consumers.map((each) => rowOf(each).map(oneLine))]) : [];
    const verdict = removable ? ["may be removed"] : because.map((reason) => `not removable, ${reason}`);
    return [
      oneLine(titleOf(migration)),
      `  ${summaryOf(migration)}`,
      ...verdict.map((line) => `  ${line}`),
      ...table.map((line) => `    ${line}`),
      "",
    ].join("\n");
  });
  const head = `Calls from ${window.from} to ${window.to}; deprecated operations: ${migrations.length}\n`;
  return `${[head, ...parts].join("\n")}\n`;
}

function markdownOf(migration: Migration): string {
  const { consumers, removable, because } = migration;
  const rows = consumers.map((each) => `| ${rowOf(each).map(escapeMarkdown).join(" | ")} |`);
  return `${[
    `## ${inlineCode(titleOf(migration))}`,
    `${escapeMarkdown(summaryOf(migration))}.`,
    removable ? "It may be removed." : because.map((reason) => `- not removable, ${escapeMarkdown(reason)}`).join("\n"),
    ...(rows.length > 0 ? [[`| ${HEADS.join(" | ")} |`, "| --- | --- | ---: | ---: | --- |", ...rows].join("\n")] : []),
  ].join("\n\n")}\n`;
}

function csvText({ migrations }: MigrationStatus): string {
  const lines = migrations.flatMap(({ operation, sunset, removable, consumers }) =>
    consumers.map(({ consumer, state, oldCalls, newCalls, lastOldCall }) =>
      csvLine([
        ...[operation.method, operation.path, sunset ?? "", String(removable), consumer ?? "", state],
        ...[String(oldCalls), String(newCalls), lastOldCall],
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
  ];
  return [csvLine(heads), ...lines].join("");
}
