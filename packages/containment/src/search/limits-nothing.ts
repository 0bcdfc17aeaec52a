import { clauseTypes } from "../goal.ts";
import { ARRAY, NUMBER, OBJECT, STRING, type TypeSet } from "../lower/types.ts";
import { ANY_NUMBER } from "../types/number.ts";
import { ANY_STRING } from "../types/string.ts";
import type { View } from "../view.ts";

/** Whether a view accepts all values of a type. */
export function limitsNothing(view: View, type: TypeSet): boolean {
  if (
    view.values !== undefined ||
    view.opaque !== undefined ||
    view.clauses.some((clause) => (clauseTypes(clause) & type) !== 0)
  )
    return false;
  switch (type) {
    case NUMBER:
      return view.number === ANY_NUMBER;
    case STRING:
      return view.string === ANY_STRING;
    case ARRAY:
      return view.arrays.length === 0;
    case OBJECT:
      return view.objects.length === 0;
    default:
      return true;
  }
}
