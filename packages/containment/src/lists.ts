/*
 * Lists of any length. A list that is spread into a call is put on the stack, which some hundred thousand items exhaust.
 */

/** Adds items to the end of a list. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The greatest of some numbers, and of one to begin with. */
export function greatest(numbers: Iterable<number>, most = 0): number {
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The least of some numbers; infinity where there is none. */
export function smallest(numbers: Iterable<number>): number {
  let most = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < most) most = number;
  return most;
}
