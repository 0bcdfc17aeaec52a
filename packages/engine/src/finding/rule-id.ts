/** The families of rules that there are. */
export type Family = "diff" | "lint" | "spectral";

/**
 * The family that an id names in front of its slash, which is all that an id is asked: what a rule is about is among its
 * traits. Of a report that was stored no more is known than the id.
 */
export function isOfFamily(family: Family, id: string): boolean {
  return id.startsWith(`${family}/`);
}
