/** Why a value that was found shows nothing, by what the validators come to. */
export const UNCONFIRMED = {
  refuted: "a value was found that the validators refute",
  disputed: "a value was found, but the validators do not agree on it",
  inexact: "a value was found, but it has a number, or meets one in a schema, that the validators can only round",
  unfinished: "a value was found, but checking it would take too many steps",
} as const;

/** A confirmation that failed. */
export type Unconfirmed = keyof typeof UNCONFIRMED;
