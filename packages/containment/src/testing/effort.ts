/**
 * How much work tests with random input take on: 1 where nothing is said, ten times as much with
 * `CONCORDAT_TEST_EFFORT=10`.
 */
export const EFFORT = Number(process.env["CONCORDAT_TEST_EFFORT"] ?? 1);

/** A number of runs, by the effort asked for. */
export function runs(count: number): number {
  return Math.max(1, Math.round(count * EFFORT));
}

/** Milliseconds that tests may take whose runs grow with the effort. */
export const PATIENCE = 60_000 * Math.max(1, EFFORT);
