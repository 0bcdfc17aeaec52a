import type { Validator } from "../accepts.ts";
import { isObject, type Json } from "../json.ts";
import type { Place } from "../lower/keywords.ts";
import { escapeToken } from "../pointer.ts";
import { itemSchemas } from "../types/array.ts";
import { valueSchemas } from "../types/object.ts";
import type { Views } from "../view.ts";
import { memberLimits } from "../ways.ts";

/** Where in a value a schema refuses it, and by which keyword. */
export interface Refusal {
  /** JSON Pointer into the value. */
  readonly at: string;
  /** The schema that refuses what stands there. */
  readonly member: Place;
  readonly keyword: string;
  /** The property that is missing or not allowed, where the keyword is about one. */
  readonly name?: string;
}

/** The deepest place of a value at which a schema refuses it; undefined where it does not, or cannot be judged. */
export function findRefusal(
  place: Place,
  value: Json,
  views: Views,
  validator: Validator,
  at = "",
): Refusal | undefined {
  if (validator.accepts(place, value, "right") !== false) return undefined;
  const view = views.located([place]);
  if (isObject(value)) {
    const all = [...memberLimits(view, views.space, "object")];
    for (const [name, part] of Object.entries(value)) {
      for (const { member, limits, written } of all) {
        for (const { place: schema, keyword } of valueSchemas([limits], name)) {
          if (validator.accepts(schema, part as Json, "right") !== false) continue;
          if (views.space.keywords(views.space.aliasEnd(schema)).types === 0)
            return { at, member, keyword: written(keyword), name };
          return findRefusal(schema, part as Json, views, validator, `${at}/${escapeToken(name)}`);
        }
      }
    }
    const missing = view.objects.flatMap(({ required }) => required).find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined && !view.unsent.has(missing))
      return { at, member: place, keyword: "required", name: missing };
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const schema of itemSchemas(view.arrays, index))
        if (validator.accepts(schema, item, "right") === false)
          return findRefusal(schema, item, views, validator, `${at}/${index}`);
  }
  const refusal = validator.refusal(place, value);
  return refusal && { at, ...refusal };
}
