/*
 * What moves, as callers say it. The package knows no description, so the form is its own; the compiler holds it against what the
 * engine finds (`engine/src/migrate/move.ts`) where the command line hands that over.
 */

/** Where a parameter stands in a request. */
export type ParameterPlace = "path" | "query" | "header" | "cookie" | "querystring";

/** An operation as call sites name it. */
export interface CallTarget {
  readonly method: string;
  readonly path: string;
  /** The name of its function in a generated client; null where it has none. */
  readonly name: string | null;
}

/** A property that is written or read otherwise. */
export interface FieldMove {
  /** The names on the way to the object that has it; `*` is each item of an array. */
  readonly at: readonly string[];
  readonly from: string;
  /** Null: it is gone. */
  readonly to: string | null;
}

/** A parameter that is passed otherwise. */
export interface ParameterMove {
  readonly in: ParameterPlace;
  readonly from: string;
  /** Null: it is gone. */
  readonly to: string | null;
}

/** Something that calls have to pass from now on. */
export interface Demand {
  readonly in: ParameterPlace | "body";
  /** A parameter's name, or the way to a property of the body, with dots; empty for the body itself. */
  readonly name: string;
}

/** What changes for calls of one operation. */
export interface Move {
  readonly from: CallTarget;
  /** Null: nothing is to be called instead. */
  readonly to: CallTarget | null;
  readonly parameters: readonly ParameterMove[];
  readonly requestFields: readonly FieldMove[];
  readonly responseFields: readonly FieldMove[];
  readonly demands: readonly Demand[];
}

/** How an operation is called in messages. */
export function targetName({ method, path }: CallTarget): string {
  return `${method} ${path}`;
}
