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
  return from.alternatives.flatMap((alternative) => {
    const gaps = to.alternatives.map((wanted) => lacking(wanted, alternative)).sort((a, b) => a.length - b.length);
    const nearest = gaps[0] ?? [];
    return nearest.length === 0 ? [] : [{ alternative, missing: nearest }];
  });
}
