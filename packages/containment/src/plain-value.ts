import type { Place } from "./lower/keywords.ts";
import { ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, typeOf } from "./lower/types.ts";
import { ANY_NUMBER } from "./types/number.ts";
import { valueSchemas } from "./types/object.ts";
import { ANY_STRING, type StringPlan } from "./types/string.ts";
import type { View, Views } from "./view.ts";

/** What is known of views; false where it is being looked at, as a value that needs itself has no end. */
const known = new WeakMap<View, boolean>();

/**
 * Whether a glance shows that schemas share a value: null, one that is not limited, an empty list, or an object of such. Where
 * it does not, there may be one all the same.
 */
export function plainlyHasValue(places: readonly Place[], views: Views): boolean {
  const view = views.of(places);
  let has = known.get(view);
  if (has === undefined) {
    known.set(view, false);
    known.set(view, (has = shows(view, views)));
  }
  return has;
}

function shows(view: View, views: Views): boolean {
  const { types, values, clauses, opaque, number, string, arrays, objects } = view;
  if (clauses.length > 0 || opaque !== undefined) return false;
  if (values !== undefined) {
    const isLimited = number !== ANY_NUMBER || string !== ANY_STRING || arrays.length + objects.length > 0;
    return !isLimited && values.some((value) => (typeOf(value) & types) !== 0);
  }
  if ((types & (NULL | BOOLEAN)) !== 0) return true;
  if ((types & NUMBER) !== 0 && number === ANY_NUMBER) return true;
  if ((types & STRING) !== 0 && isLengthOnly(string)) return true;
  if ((types & ARRAY) !== 0 && arrays.every(({ minItems, contains }) => minItems === 0 && contains === undefined))
    return true;
  return (types & OBJECT) !== 0 && showsObject(view, views);
}

/** A view has no texts in its types where its lengths leave none. */
function isLengthOnly({ patterns, numeral }: StringPlan): boolean {
  return patterns.length === 0 && numeral === undefined;
}

function showsObject({ objects, unsent }: View, views: Views): boolean {
  const required = new Set(objects.flatMap((limits) => limits.required));
  const isCounted = objects.some(
    ({ minProperties, maxProperties, names }) =>
      minProperties > required.size || maxProperties < required.size || (names !== undefined && required.size > 0),
  );
  if (isCounted || (unsent.size > 0 && required.size > 0)) return false;
  return [...required].every((name) => {
    const schemas = valueSchemas(objects, name).map(({ place }) => place);
    return schemas.length === 0 || plainlyHasValue(schemas, views);
  });
}
