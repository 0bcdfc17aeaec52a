/**
 * What a search for a value found: a value, the proof that there is none, or that it could not decide.
 * `none` is only ever said by proof.
 */
export type Found<T> =
  | { readonly kind: "some"; readonly value: T }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly reason: string; readonly exists: boolean };

export const NONE = { kind: "none" } as const;

export function some<T>(value: T): Found<T> {
  return { kind: "some", value };
}

/** @param exists there is a value, only it is too large to be written out */
export function unknown(reason: string, exists = false): Extract<Found<never>, { kind: "unknown" }> {
  return { kind: "unknown", reason, exists };
}
