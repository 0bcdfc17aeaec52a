import { ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING } from "./lower/types.ts";
import { ANY_NUMBER } from "./types/number.ts";
import { ANY_STRING } from "./types/string.ts";
import type { View } from "./view.ts";

/** Whether a glance shows that schemas share a value: null, one that is not limited, or an empty list or object. */
export function plainlyHasValue(view: View): boolean {
  const { types, values, clauses, opaque, number, string, arrays, objects } = view;
  if (values !== undefined || clauses.length > 0 || opaque !== undefined) return false;
  if ((types & (NULL | BOOLEAN)) !== 0) return true;
  if ((types & NUMBER) !== 0 && number === ANY_NUMBER) return true;
  if ((types & STRING) !== 0 && string === ANY_STRING) return true;
  if ((types & ARRAY) !== 0 && arrays.every(({ minItems, contains }) => minItems === 0 && contains === undefined))
    return true;
  return (
    (types & OBJECT) !== 0 &&
    objects.every(({ required, minProperties }) => required.length === 0 && minProperties === 0)
  );
}
