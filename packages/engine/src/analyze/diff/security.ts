import type { Requirement, Security } from "../../model/revision.ts";

type Alternative = readonly Requirement[];

/** What of an alternative a client that satisfies another still lacks. */
function lacking(wanted: Alternative, given: Alternative): Requirement[] {
  return wanted.filter(
    ({ meaning, scopes }) =>
      !given.some(
        (requirement) => requirement.meaning === meaning && scopes.every((scope) => requirement.scopes.includes(scope)),
      ),
  );
}

/**
 * Alternatives of one side that the other does not let in: none of its alternatives asks for no more. Each comes with
 * what the nearest one asks for beyond it.
 */
export function refusedAlternatives(
  from: Security,
  to: Security,
): { readonly alternative: Alternative; readonly missing: Alternative }[] {
  const wantedBy = indexOf(to.alternatives);
  const shortest = to.alternatives.reduce<number>(
    (best, wanted, i) => (wanted.length < (to.alternatives[best]?.length ?? Number.POSITIVE_INFINITY) ? i : best),
    0,
  );
  return from.alternatives.flatMap((alternative) => {
    // Of those with which an alternative shares nothing, the one that asks for least is the nearest.
    const near = new Set([shortest, ...alternative.flatMap(({ meaning }) => wantedBy.get(meaning) ?? [])]);
    let nearest: Alternative | undefined;
    for (const i of [...near].sort((a, b) => a - b)) {
      const gap = lacking(to.alternatives[i] ?? [], alternative);
      if (nearest === undefined || gap.length < nearest.length) nearest = gap;
      if (gap.length === 0) break;
    }
    return nearest === undefined || nearest.length === 0 ? [] : [{ alternative, missing: nearest }];
  });
}

/** Where alternatives stand that ask for a thing. */
function indexOf(alternatives: readonly Alternative[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [i, alternative] of alternatives.entries()) {
    for (const { meaning } of alternative) {
      const known = index.get(meaning);
      if (known) known.push(i);
      else index.set(meaning, [i]);
    }
  }
  return index;
}
