/** A part of a text, by its places, and what comes in its stead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a call or a read comes to: edits, and reasons why a person decides. Where there is a reason, no edit is made. */
export interface Changes {
  readonly edits: readonly Edit[];
  readonly reasons: readonly string[];
}

export const NO_CHANGES: Changes = { edits: [], reasons: [] };

/** The changes of several parts of one call. */
export function joinChanges(parts: Iterable<Changes>): Changes {
  const all = [...parts];
  return { edits: all.flatMap(({ edits }) => edits), reasons: [...new Set(all.flatMap(({ reasons }) => reasons))] };
}

/** Nothing but a reason. */
export function undecided(reason: string): Changes {
  return { edits: [], reasons: [reason] };
}

/** A text with edits made that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let done = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, start) + put;
    done = end;
  }
  return result + text.slice(done);
}
