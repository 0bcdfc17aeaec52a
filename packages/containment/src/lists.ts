/*
 * Lists of any length. A list that is spread into a call is put on the stack, which some hundred thousand items exhaust.
 */

/** Adds items to the end of a list. */
export function append<T>(list: T[], items: Iterable<T>): void {
  // Nearly all are lists, and most have an item or none: a loop by index makes nothing on the way.
  if (!Array.isArray(items)) for (const item of items) list.push(item);
  else for (let i = 0; i < items.length; i++) list.push(items[i]);
}

const EMPTY: readonly never[] = [];

/** The same list in no more room than its items need, for one that is kept: V8 gives a list that grows room for 17. */
export function compact<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? EMPTY : list.slice();
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
