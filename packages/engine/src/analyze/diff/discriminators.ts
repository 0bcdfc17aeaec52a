import { type Cause, type Place, placeKey, type Space, type View } from "@concordat/containment/internal";
import type { Direction } from "../../finding/finding.ts";
import type { Discriminator, Pair } from "../../kit/targets.ts";

/** The discriminator of a schema, and the schema that it belongs to; undefined where none is in effect. */
export function discriminatorOf(
  { members }: View,
  space: Space,
): { readonly discriminator: Discriminator; readonly union: Place } | undefined {
  for (const union of members) {
    const tagged = space.taggedUnion(union);
    if (tagged === undefined) continue;
    const mapping = new Map(
      tagged.alternatives.flatMap(({ tags, name }) => (tags ?? []).map((tag) => [tag, name ?? tag] as const)),
    );
    const names = tagged.alternatives.flatMap(({ name }) => (name === undefined ? [] : [name]));
    return { discriminator: { propertyName: tagged.property, mapping, alternatives: new Set(names) }, union };
  }
  return undefined;
}

/** What breaks about the tags of a union, in one direction. */
interface TagNews {
  readonly moved: boolean;
  readonly tags: ReadonlySet<string>;
}

/**
 * What rules tell of tags: which are new in a response or gone from a request, or that they are in another property.
 * Containment finds the same by the values; it is reported once.
 */
export class ToldTags {
  readonly #news = new Map<string, TagNews>();

  constructor(pairs: readonly { readonly views: Pair<View> }[], direction: Direction, space: Space) {
    for (const { views } of pairs) {
      const [base, head] = [discriminatorOf(views.base, space), discriminatorOf(views.head, space)];
      if (base === undefined || head === undefined) continue;
      const [sent, accepted] = direction === "request" ? [base, head] : [head, base];
      const lost = [...sent.discriminator.mapping.keys()].filter((tag) => !accepted.discriminator.mapping.has(tag));
      const moved = base.discriminator.propertyName !== head.discriminator.propertyName;
      for (const { union } of [base, head]) this.#news.set(placeKey(union), { moved, tags: new Set(lost) });
    }
  }

  /** Whether a cause of failed containment is no more than what a rule tells of tags. */
  tellOf({ keyword, left, right, data }: Cause): boolean {
    const isTag = right.suffix === "/discriminator";
    const own = isTag || right.tagged ? this.#of(right.parent) : undefined;
    if (own?.moved) return true;
    if (isTag) return data.values?.every((value) => own?.tags.has(String(value))) ?? false;
    if (keyword !== "anyOf" && keyword !== "oneOf") return false;
    const alternative = left.findLast(({ tagged }) => tagged);
    const news = this.#of(alternative?.parent);
    if (news?.moved) return true;
    return alternative?.tagged?.tags?.every((tag) => news?.tags.has(tag)) ?? false;
  }

  #of(union: Place | undefined): TagNews | undefined {
    return union && this.#news.get(placeKey(union));
  }
}
