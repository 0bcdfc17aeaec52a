/** The forms of tables of counts. */
export type TableFormat = "table" | "json" | "markdown" | "csv";

/** Lines of a table: columns as wide as their widest cell. The first row is the head. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** A line of CSV (RFC 4180). What a spreadsheet would take for a formula stays text. */
export function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
  return `${safe.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}

const BARS = "▁▂▃▄▅▆▇█";
/** Days that a sparkline shows. */
const SHOWN = 30;

/** The last days up to a day, by default the last one with a call, as bars of equal scale. */
export function sparkline(days: ReadonlyMap<string, number>, until?: string): string {
  const last = days.size === 0 ? undefined : (until ?? [...days.keys()].sort().at(-1));
  if (last === undefined) return "";
  const end = Date.parse(last) / 86_400_000;
  const counts = Array.from({ length: SHOWN }, (_, i) => {
    const day = new Date((end - SHOWN + 1 + i) * 86_400_000).toISOString().slice(0, 10);
    return days.get(day) ?? 0;
  });
  const most = Math.max(...counts);
  return counts.map((count) => (count === 0 ? " " : BARS[Math.ceil((count / most) * BARS.length) - 1])).join("");
}
