import { isObject, own, type Place } from "@concordat/containment/internal";

/**
 * The type as the first of some schemas writes it, such as `integer` or `string or null`; undefined where none does. A part
 * that was made in reading stands for the schema around it.
 */
export function writtenType(places: readonly Place[]): string | undefined {
  for (const place of places) {
    const { value } = place.value === undefined && place.parent ? place.parent : place;
    if (!isObject(value)) continue;
    const type = own(value, "type");
    const names = (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === "string");
    if (names.length === 0) continue;
    const orNull = [own(value, "nullable"), own(value, "x-nullable")].includes(true) && !names.includes("null");
    return [...names, ...(orNull ? ["null"] : [])].join(" or ");
  }
  return undefined;
}
