import type { Automata } from "./string.ts";

/** A name that no schema spells out, known only by the patterns it matches. */
export interface FreshName {
  readonly matching: readonly string[];
  readonly avoiding: readonly string[];
}

/** Patterns of which all sets are taken without asking which of them any name matches: few, and automata are large to load. */
const MOST_BLIND = 6;

/** Whether `nameKinds` needs automata for so many patterns. */
export function needsAutomata(patterns: readonly string[]): boolean {
  return patterns.length > MOST_BLIND;
}

/**
 * The kinds of names that patterns tell apart, each kind that has a name among them, that of no pattern first. Undefined
 * where they are too many, or patterns cannot be compared.
 */
export function nameKinds(
  patterns: readonly string[],
  automata: Automata | undefined,
): readonly FreshName[] | undefined {
  const kinds = needsAutomata(patterns) ? automata?.kindsOf(patterns) : subsets(patterns);
  return kinds?.map((matching) => ({ matching, avoiding: patterns.filter((source) => !matching.includes(source)) }));
}

/** All sets of some texts, the empty one first. */
function subsets(texts: readonly string[]): string[][] {
  return Array.from({ length: 2 ** texts.length }, (_, bits) => texts.filter((_, i) => bits & (1 << i)));
}
