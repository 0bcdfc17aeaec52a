import type { Json } from "./json.ts";
import type { Place } from "./lower/keywords.ts";
import type { Space } from "./lower/space.ts";
import type { View, Views } from "./view.ts";

/** How much of the property names must be shared for two alternatives to count as versions of one. */
const ALIKE = 0.5;

/**
 * The alternative on the right that a schema on the left corresponds to, as people would pair them: the one that a
 * discriminator gives the same tag, the component of the same name, the one with the same tag by itself, the only one there is, or the one with most properties in common.
 * The choice only decides how a failure is explained, never whether there is one.
 */
export function pickCounterpart(left: Place, view: View, right: readonly Place[], views: Views): Place | undefined {
  const sameDiscriminated = right.filter((place) => sharesTag(left, place));
  if (sameDiscriminated.length === 1) return sameDiscriminated[0];
  const name = schemaName(left, views.space);
  const sameName = right.filter((place) => name !== undefined && schemaName(place, views.space) === name);
  if (sameName.length === 1) return sameName[0];
  // By other likenesses, what has a tag is no version of what has another.
  if (left.tagged?.tags && right.length > 0 && right.every((place) => place.tagged?.tags)) return undefined;
  if (right.length === 1) return right[0];
  const tags = tagsOf(view, views);
  const sameTag = right.filter((place) => shareTag(tags, tagsOf(views.of([place]), views)));
  if (sameTag.length === 1) return sameTag[0];
  const names = propertyNames(view);
  const rated = right
    .map((place) => ({ place, likeness: likeness(names, propertyNames(views.of([place]))) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = rated;
  return best && best.likeness >= ALIKE && best.likeness > (second?.likeness ?? 0) ? best.place : undefined;
}

/** The name under which a schema is referred to; a schema that is written where it is used has none. */
export function schemaName(place: Place, space: Space): string | undefined {
  const end = space.aliasEnd(place.tagged?.alternative ?? place);
  return end.parent === undefined ? end.pointer : undefined;
}

/** Whether two alternatives go by the same name, and by the same tag where discriminators give both some. */
export function goByTheSame(a: Place, b: Place, space: Space): boolean {
  const differ = a.tagged?.tags && b.tagged?.tags && !sharesTag(a, b);
  return !differ && schemaName(a, space) === schemaName(b, space);
}

/** Whether discriminators give two alternatives a tag in common. */
function sharesTag({ tagged: a }: Place, { tagged: b }: Place): boolean {
  return a?.tags?.some((tag) => b?.tags?.includes(tag)) ?? false;
}

/** Properties that only have one value, as discriminating ones do. */
function tagsOf(view: View, { space }: Views): Map<string, Json> {
  const tags = new Map<string, Json>();
  for (const { properties } of view.objects) {
    for (const [name, place] of properties) {
      const values = space.keywords(space.aliasEnd(place)).values;
      if (values?.length === 1) tags.set(name, values[0] as Json);
    }
  }
  return tags;
}

function shareTag(a: ReadonlyMap<string, Json>, b: ReadonlyMap<string, Json>): boolean {
  return (
    a.size > 0 &&
    [...a].every(([name, value]) => !b.has(name) || b.get(name) === value) &&
    [...a.keys()].some((name) => b.has(name))
  );
}

function propertyNames(view: View): Set<string> {
  return new Set(view.objects.flatMap(({ properties }) => [...properties.keys()]));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((name) => b.has(name)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
