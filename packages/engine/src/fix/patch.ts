import { formatPatch, type StructuredPatchHunk, structuredPatch } from "diff";
import { slashed } from "../base/paths.ts";
import type { FixedFile } from "./fix.ts";

/** Lines around what changes. */
const CONTEXT = 3;
/** Comparing takes time with the square of what changes, so long texts are compared in pieces of about this length. */
const PIECE = 250_000;
/** Lines that must be the same around a cut, and not stand anywhere else. */
const ALIKE = 2 * (CONTEXT + 1);
/** How often another place is tried for a cut. */
const TRIES = 30;

/** What mending changes, as a patch that `git apply` takes. */
export function renderPatch({
  files,
}: {
  readonly files: readonly (Omit<FixedFile, "path"> & Partial<FixedFile>)[];
}): string {
  return files
    .map(({ name, before, after }) => {
      const path = slashed(name);
      const names = { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: undefined, newHeader: undefined };
      return formatPatch({ ...names, hunks: hunksOf(before, after) }).replace(/^=+\n/, "");
    })
    .join("");
}

function hunksOf(before: string, after: string): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let [lines, shift] = [0, 0];
  for (const [from, to] of pieces(before, after)) {
    const { hunks: found } = structuredPatch("", "", from, to, undefined, undefined, { context: CONTEXT });
    for (const hunk of found)
      hunks.push({ ...hunk, oldStart: hunk.oldStart + lines, newStart: hunk.newStart + lines + shift });
    const length = countLines(from);
    lines += length;
    shift += countLines(to) - length;
  }
  return hunks;
}

/** Both texts in pieces that belong together, cut where both have the same lines, which they have nowhere else. */
function* pieces(before: string, after: string): Generator<readonly [string, string]> {
  let [done, doneAfter] = [0, 0];
  for (let at = PIECE; at < before.length; at = done + PIECE) {
    let cut: readonly [number, number] | undefined;
    let start = lineBehind(before, at);
    for (let tries = 0; tries < TRIES && cut === undefined && start < before.length; tries++) {
      cut = cutAt(before, after, start);
      start = linesBehind(before, start, ALIKE);
    }
    if (cut === undefined || cut[0] <= done || cut[1] <= doneAfter) break;
    yield [before.slice(done, cut[0]), after.slice(doneAfter, cut[1])];
    [done, doneAfter] = cut;
  }
  yield [before.slice(done), after.slice(doneAfter)];
}

function cutAt(before: string, after: string, start: number): readonly [number, number] | undefined {
  const lines = before.slice(start, linesBehind(before, start, ALIKE));
  const found = after.indexOf(lines);
  if (found < 0 || after.indexOf(lines, found + 1) >= 0 || before.indexOf(lines) !== start) return undefined;
  const half = linesBehind(lines, 0, CONTEXT + 1);
  return [start + half, found + half];
}

function linesBehind(text: string, from: number, count: number): number {
  let at = from;
  for (let line = 0; line < count; line++) at = lineBehind(text, at);
  return at;
}

function lineBehind(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
