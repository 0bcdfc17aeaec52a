/*
 * What rules of tests are, but for what they say and when. Tests of the engine have rules of their own, as it knows none.
 */

const WORDS = { summary: "S.", why: "W.", fix: "F." };

/** A rule about operations that are gone. */
export const REMOVED = {
  ...WORDS,
  id: "diff/operation-removed",
  on: "removedOperation",
  about: { area: "operation", aspect: "existence", action: "removed" },
  severity: "error",
  impact: "major",
  audience: "wire",
  mirror: { none: "a test" },
} as const;

/** A rule about titles. */
export const TITLED = {
  ...WORDS,
  id: "lint/titled",
  theme: "docs",
  severity: "warn",
  exceptions: "None.",
  source: "a test",
} as const;
