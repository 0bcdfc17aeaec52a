import { type Deprecation, daysBetween } from "@concordat/engine/deprecations";
import { escapeXml } from "@concordat/engine/report";
import { nameOf } from "./text.ts";

/** Pixels. */
const LAYOUT = { width: 960, names: 320, row: 24, head: 40, bar: 12, margin: 12 };
/** Letters of a name that fit before the bars. */
const LONGEST = 46;
/** Days around the first and the last event, so that no mark is at the edge. */
const AROUND = 15;

/**
 * A picture of deprecations over time: a bar for each, from the day that it is deprecated, or announced, to its sunset, and a line
 * at the day that is seen from. What has no day has no bar.
 */
export function timelineSvg(deprecations: readonly Deprecation[], asOf: string): string {
  const rows = deprecations.filter((each) => daysOf(each).length > 0);
  const days = [asOf, ...rows.flatMap(daysOf)].sort();
  const [first = asOf, last = asOf] = [days[0], days.at(-1)];
  const span = daysBetween(first, last) + 2 * AROUND;
  const { width, names, row, head, margin } = LAYOUT;
  const xOf = (day: string) =>
    Math.round(names + ((daysBetween(first, day) + AROUND) / span) * (width - names - margin));
  const height = head + rows.length * row + margin;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `  <title>Deprecations as of ${escapeXml(asOf)}</title>`,
    `  <rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...yearLines(first, last, xOf, height),
    ...rows.flatMap((each, i) => rowLines(each, head + i * row, asOf, xOf)),
    `  <line x1="${xOf(asOf)}" y1="${head - 6}" x2="${xOf(asOf)}" y2="${height - margin}" stroke="#1f2328"/>`,
    `  <text x="${xOf(asOf)}" y="${head - 10}" text-anchor="middle" fill="#1f2328">${escapeXml(asOf)}</text>`,
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

function daysOf({ announced, deprecated, sunset, removed }: Deprecation): string[] {
  return [announced, deprecated, sunset, removed].filter((day) => day !== null);
}

function yearLines(first: string, last: string, xOf: (day: string) => number, height: number): string[] {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const x = xOf(`${from + i}-01-01`);
    const line = `<line x1="${x}" y1="16" x2="${x}" y2="${height - LAYOUT.margin}" stroke="#d1d9e0"/>`;
    return `  ${line}<text x="${x + 3}" y="14" fill="#59636e">${from + i}</text>`;
  });
}

/** One deprecation: its name, its bar, and a mark where it was removed. */
function rowLines(each: Deprecation, top: number, asOf: string, xOf: (day: string) => number): string[] {
  const { margin, row, bar } = LAYOUT;
  const name = nameOf(each);
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  const start = each.deprecated ?? each.announced ?? each.sunset ?? each.removed ?? asOf;
  const end = each.sunset ?? each.removed ?? (start > asOf ? start : asOf);
  const [left, right] = [xOf(start), Math.max(xOf(end), xOf(start) + 2)];
  const y = top + (row - bar) / 2;
  const title = escapeXml(titleOf(each, name));
  const mark = each.removed === null ? undefined : xOf(each.removed);
  return [
    `  <text x="${margin}" y="${top + row / 2 + 4}" fill="#1f2328">${escapeXml(shown)}</text>`,
    `  <rect x="${left}" y="${y}" width="${right - left}" height="${bar}" rx="2" fill="${colourOf(each, asOf)}"><title>${title}</title></rect>`,
    ...(mark === undefined ? [] : [`  <circle cx="${mark}" cy="${top + row / 2}" r="4" fill="#1f2328"/>`]),
  ];
}

/** Grey: it is gone. Red: its sunset has passed. */
function colourOf({ removed, sunset }: Deprecation, asOf: string): string {
  if (removed !== null) return "#818b98";
  return sunset !== null && sunset < asOf ? "#cf222e" : "#bf8700";
}

function titleOf({ announced, deprecated, sunset, removed }: Deprecation, name: string): string {
  const parts = Object.entries({ announced, deprecated, sunset, removed }).flatMap(([turn, day]) =>
    day === null ? [] : [`${turn} ${day}`],
  );
  return `${name}: ${parts.join(", ")}`;
}
