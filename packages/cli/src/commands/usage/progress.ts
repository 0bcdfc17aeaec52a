import type { Surroundings } from "../../io.ts";

const CLEAR_LINE = "\r\u001b[2K";
/** Milliseconds between two drawings. */
const PAUSE = 200;

/** Shows on a terminal how many rows of a source were read, and how many a second. */
export function rowProgress(quiet: boolean, { stderr }: Surroundings) {
  if (quiet || !stderr.isTTY) return { rows: () => {}, end: () => {} };
  let source = "";
  let started = 0;
  let drawn = 0;
  return {
    /** Takes how many rows were read so far. */
    rows: (name: string, rows: number): void => {
      const now = performance.now();
      if (name !== source) [source, started] = [name, now];
      if (now - drawn < PAUSE) return;
      drawn = now;
      const rate = Math.round(rows / Math.max((now - started) / 1000, 0.001));
      stderr.writeRaw(CLEAR_LINE);
      stderr.write(`${name}: ${rows} rows, ${rate} a second`);
    },
    /** Takes the line away. */
    end: (): void => {
      if (drawn > 0) stderr.writeRaw(CLEAR_LINE);
    },
  };
}
