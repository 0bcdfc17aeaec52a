import { matchesGlob } from "../policy/glob.ts";

/** One line of a comparison with another tool. */
export interface FieldEntry {
  /** The heading that the line stands under. */
  readonly topic: string;
  /** Ids there, as they are written in the table. */
  readonly pattern: string;
  /** Ids there, each in full. */
  readonly ids: readonly string[];
  /** Rules here, with `{a,b}` and with `*` for anything; none where nothing corresponds. */
  readonly rules: readonly string[];
  /** Why the two may judge differently, or why nothing corresponds. */
  readonly note: string | undefined;
}

/** Reads a table of lines `ids | rules | note` under `# headings`. */
export function parseFieldTable(text: string): FieldEntry[] {
  const entries: FieldEntry[] = [];
  let topic = "";
  for (const line of text.split("\n").filter((each) => each !== "")) {
    if (line.startsWith("# ")) {
      topic = line.slice(2);
      continue;
    }
    const [pattern = "", rules = "", note] = line.split(" | ");
    const named = rules === "-" ? [] : rules.split(" ");
    entries.push({ topic, pattern, ids: expandBraces(pattern), rules: named.map((rule) => `diff/${rule}`), note });
  }
  return entries;
}

/** All texts that a pattern with `{a,b}` stands for; braces may hold braces. */
export function expandBraces(pattern: string): string[] {
  const close = pattern.indexOf("}");
  if (close < 0) return [pattern];
  // The innermost pair is the one that ends first; what it stands for goes back into the pattern.
  const open = pattern.lastIndexOf("{", close);
  const choices = pattern.slice(open + 1, close).split(",");
  const texts = choices.flatMap((choice) => expandBraces(pattern.slice(0, open) + choice + pattern.slice(close + 1)));
  // A choice beside an inner pair is met once for each choice of that pair.
  return [...new Set(texts)];
}

/** Whether an entry names a rule. */
export function names({ rules }: FieldEntry, rule: string): boolean {
  return rules.flatMap(expandBraces).some((pattern) => matchesGlob(rule, pattern));
}
