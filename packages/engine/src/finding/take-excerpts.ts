import { BEFORE, blockLength, type Excerpt, type Excerpts } from "./excerpts.ts";
import { type Finding, SIDES, type Span } from "./finding.ts";
import { sortByWeight } from "./order.ts";
import type { TextsBySide } from "./text-index.ts";

/** What is asked of a finding: where it is, and how much it matters. */
type Placed = Pick<Finding, "base" | "head" | "places" | "severity" | "impact">;

/** Characters of a line that is shown. One that is longer was not written by people, and is not shown. */
const LONGEST_LINE = 400;
/** Characters of all excerpts of a run. What comes later has its file and line alone. */
const MOST_CHARACTERS = 2_000_000;

/** Takes the lines around findings out of their texts, of the loudest first. Lines that several share are held once. */
export function excerptsOf(texts: TextsBySide, findings: readonly Placed[]): Excerpts {
  const sides = new Map(SIDES.map((side) => [side, new SideLines(textsByName(texts[side]?.texts))]));
  let room = MOST_CHARACTERS;
  for (const { base, head, places } of sortByWeight(findings)) {
    for (const side of SIDES) {
      const span = { ...places, base, head }[side];
      if (span) room -= sides.get(side)?.add(span) ?? 0;
    }
    if (room <= 0) break;
  }
  const entries = [...sides].flatMap(([side, lines]) => (lines.isEmpty ? [] : [[side, lines.excerpts()] as const]));
  return Object.fromEntries(entries);
}

function textsByName(texts: ReadonlyMap<string, { readonly name: string; readonly text: string }> = new Map()) {
  return new Map([...texts.values()].map(({ name, text }) => [name, text]));
}

/** The lines of one side that are wanted. */
class SideLines {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #lines = new Map<string, readonly string[]>();
  readonly #wanted = new Map<string, Set<number>>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  get isEmpty(): boolean {
    return this.#wanted.size === 0;
  }

  /** Adds the lines of a place; answers how many characters that are new. */
  add({ file, line }: Span): number {
    const lines = this.#linesOf(file);
    const start = line - 1;
    if (lines === undefined || (lines[start] ?? "").length > LONGEST_LINE) return 0;
    const wanted = this.#wanted.get(file) ?? new Set();
    this.#wanted.set(file, wanted);
    let added = 0;
    for (let at = Math.max(0, start - BEFORE); at < start + blockLength(lines, start); at++) {
      if (wanted.has(at)) continue;
      wanted.add(at);
      added += lines[at]?.length ?? 0;
    }
    return added;
  }

  excerpts(): Readonly<Record<string, readonly Excerpt[]>> {
    const files = [...this.#wanted].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(files.map(([file, wanted]) => [file, runsOf(this.#lines.get(file) ?? [], wanted)]));
  }

  #linesOf(file: string): readonly string[] | undefined {
    const known = this.#lines.get(file);
    const text = this.#texts.get(file);
    if (known !== undefined || text === undefined) return known;
    const lines = text.split(/\r?\n/);
    this.#lines.set(file, lines);
    return lines;
  }
}

/** The wanted lines of a text, those in a row together. */
function runsOf(lines: readonly string[], wanted: ReadonlySet<number>): Excerpt[] {
  const runs: { from: number; lines: string[] }[] = [];
  for (const at of [...wanted].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    const line = (lines[at] ?? "").slice(0, LONGEST_LINE);
    if (last !== undefined && last.from + last.lines.length === at + 1) last.lines.push(line);
    else runs.push({ from: at + 1, lines: [line] });
  }
  return runs;
}
