import { join } from "node:path";
import { DEFAULT_LOAD, governDiff, nodeHost, rulesOf } from "../packages/engine/src/index.ts";
import { reporters } from "../packages/engine/src/report/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import type { Generated } from "./generated-files.ts";
import { root } from "./paths.ts";

/** A day for the sample; nothing in it depends on which. */
const AS_OF = "2026-01-01";
const [BASE, HEAD] = ["contracts/bookings/revisions/1.4.0.yaml", "contracts/bookings/openapi.yaml"];

/** Of a terminal: characters in a line, and the size of each in pixels. */
const COLUMNS = 112;
const WIDTH = 7.83;
const HEIGHT = 18;
const MARGIN = 16;

/** The output of `concordat diff` on two revisions of a sample contract, as the picture that the README shows. */
export async function pictureFile(): Promise<Generated> {
  const request = { base: BASE, head: HEAD, asOf: AS_OF, load: DEFAULT_LOAD };
  const outcome = valueIn(await governDiff(request, catalogue, nodeHost(root)));
  const render = await reporters.stylish();
  const output = render(
    { kind: "diff", outcome },
    { rules: rulesOf(catalogue), colour: true, terminal: { width: COLUMNS } },
  );
  const command = `$ node_modules/.bin/concordat diff ${BASE} ${HEAD}`;
  return { files: { [join(root, "docs/images/diff.svg")]: svg([command, "", ...output.trimEnd().split("\n")]) } };
}

/** Text in one style. */
interface Run {
  readonly text: string;
  readonly style: string;
}

/** What styles of a terminal are in SVG, by their codes. */
const STYLES: Readonly<Record<string, string>> = {
  1: 'font-weight="700"',
  2: 'fill-opacity=".65"',
  4: 'text-decoration="underline"',
  31: 'fill="#ff7b72"',
  32: 'fill="#7ee787"',
  33: 'fill="#e3b341"',
  36: 'fill="#79c0ff"',
};

function svg(lines: readonly string[]): string {
  const rows = lines.flatMap((line) => wrapped(runsOf(line)));
  const [width, height] = [Math.ceil(COLUMNS * WIDTH) + 2 * MARGIN, rows.length * HEIGHT + 2 * MARGIN];
  const label = "Output of concordat diff on two revisions of a sample contract";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">`,
    '<rect width="100%" height="100%" rx="8" fill="#0d1117"/>',
    '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13" fill="#c9d1d9">',
    ...rows.map((row, i) => rowText(row, MARGIN + (i + 0.8) * HEIGHT)).filter((row) => row !== ""),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** A row as text elements, each at its column, so that any font keeps columns below each other. */
function rowText(row: readonly Run[], y: number): string {
  let column = 0;
  return row
    .map(({ text, style }) => {
      const indent = text.length - text.trimStart().length;
      const shown = text.trim();
      const x = MARGIN + (column + indent) * WIDTH;
      column += text.length;
      if (shown === "") return "";
      const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${(shown.length * WIDTH).toFixed(1)}"`;
      return `<text ${place} lengthAdjust="spacingAndGlyphs"${style && ` ${style}`}>${escaped(shown)}</text>`;
    })
    .join("");
}

/** The runs of a line that a terminal was sent. */
function runsOf(line: string): Run[] {
  const styles = new Set<string>();
  return line.split("\u001b[").flatMap((part, i): Run[] => {
    const [, code = "", text = ""] = i === 0 ? ["", "", part] : (/^(\d+)m(.*)$/s.exec(part) ?? []);
    if (code === "22") for (const weight of ["1", "2"]) styles.delete(weight);
    else if (code === "24") styles.delete("4");
    else if (code === "39") for (const each of styles) if (Number(each) > 30) styles.delete(each);
    if (STYLES[code] !== undefined) styles.add(code);
    return text === "" ? [] : [{ text, style: [...styles].map((each) => STYLES[each]).join(" ") }];
  });
}

/** Rows of a line that is too long, broken where a terminal breaks it. */
function wrapped(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [[]];
  let column = 0;
  for (const run of runs) {
    for (let { text } = run; text !== ""; ) {
      if (column === COLUMNS) {
        rows.push([]);
        column = 0;
      }
      const part = text.slice(0, COLUMNS - column);
      rows.at(-1)?.push({ ...run, text: part });
      column += part.length;
      text = text.slice(part.length);
    }
  }
  return rows;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
