import type { OperationKey } from "../model/operation-key.ts";
import type { ParameterPlace } from "../model/revision.ts";

/** An operation as call sites name it. */
export interface CallTarget extends OperationKey {
  /** The name of its function in a generated client; null where it has none. */
  readonly name: string | null;
}

/** A parameter that call sites pass otherwise from now on. */
export interface ParameterMove {
  readonly in: ParameterPlace;
  readonly from: string;
  /** Its new name in the same place; null: it is gone, and a person decides what to do. */
  readonly to: string | null;
}

/** A property that call sites write or read otherwise from now on. */
export interface FieldMove {
  /** The names on the way to the object that has it; `*` is each item of an array. */
  readonly at: readonly string[];
  readonly from: string;
  /** Its new name in the same object; null: it is gone, and a person decides what to do. */
  readonly to: string | null;
}

/** Something that head asks for and base did not. */
export interface Demand {
  readonly in: ParameterPlace | "body";
  /** The name of the parameter; of a property of the body its way, with dots; empty for the body itself. */
  readonly name: string;
}

/** What changes for calls of one operation. */
export interface Move {
  readonly from: CallTarget;
  /** The operation to call instead, which may be the same; null where there is none. */
  readonly to: CallTarget | null;
  /** `moved`: it has another path or method; `replaced`: the description names another operation; `changed`: it stays. */
  readonly why: "moved" | "replaced" | "removed" | "changed";
  readonly parameters: readonly ParameterMove[];
  readonly requestFields: readonly FieldMove[];
  readonly responseFields: readonly FieldMove[];
  readonly demands: readonly Demand[];
  /** Bodies have properties that are nested too deep to be compared. */
  readonly isCut: boolean;
}

/** Whether it is certain that a move changes nothing for a call. */
export function isEmptyMove({ why, parameters, requestFields, responseFields, demands, isCut }: Move): boolean {
  const changes = parameters.length + requestFields.length + responseFields.length + demands.length;
  return why === "changed" && changes === 0 && !isCut;
}
