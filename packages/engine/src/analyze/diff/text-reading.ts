import { itemSchemas, limitsNothing, type Place, type View, type Views } from "@concordat/containment/internal";
import type { Serialisation } from "../../model/revision.ts";

const STRING = 8;
const ARRAY = 16;

/** Schemas whose values are compared as texts. */
export interface TextPair {
  readonly sent: Place;
  readonly accepted: Place;
}

/**
 * The schemas that decide where one side writes a text and the other a list (OpenAPI 3.1.1, section 4.8.12): `?tag=a` is one
 * text, and a list of one item too; with commas between the items `a,b` is a text as well. Undefined where the texts of one
 * side are all those of the other, so that there is nothing to compare.
 *
 * @param styles how each side writes its value; where both write a list, `isWrittenOtherwise` has looked at them
 */
export function textPair(
  { sent, accepted }: TextPair,
  styles: { readonly sent: Serialisation; readonly accepted: Serialisation },
  views: Views,
): TextPair | undefined {
  const [from, to] = [views.of([sent]), views.of([accepted])];
  if (from.types === STRING && to.types === ARRAY) return textAsList({ sent, accepted }, from, to, styles.accepted);
  if (from.types === ARRAY && to.types === STRING && separatesByComma(styles.sent)) {
    if (limitsNothing(to, STRING)) return undefined;
    const item = onlyItem(from);
    if (item && from.arrays.some(({ maxItems }) => maxItems <= 1)) return { sent: item, accepted };
  }
  return { sent, accepted };
}

function textAsList(pair: TextPair, from: View, to: View, style: Serialisation): TextPair {
  const item = onlyItem(to);
  if (item === undefined || to.arrays.some(({ minItems, contains }) => minItems > 1 || contains)) return pair;
  const isOneItem = isExplodedForm(style) || (separatesByComma(style) && !mayHoldComma(from));
  // A text with commas is a list of several; then nothing but its items may be limited.
  const isAnyList =
    separatesByComma(style) && to.arrays.every(({ maxItems, unique }) => !unique && maxItems === Infinity);
  return isOneItem || isAnyList ? { sent: pair.sent, accepted: item } : pair;
}

/** The schema of the items of a list; undefined where there are several, or none. */
function onlyItem({ arrays }: View): Place | undefined {
  const items = itemSchemas(arrays, 0);
  return items.length === 1 && arrays.every(({ prefix }) => prefix.length === 0) ? items[0] : undefined;
}

function isExplodedForm(style: Serialisation): boolean {
  return style.kind === "style" && style.style === "form" && style.explode;
}

function separatesByComma(style: Serialisation): boolean {
  return style.kind === "style" && (style.style === "simple" || (style.style === "form" && !style.explode));
}

/** Whether a text may hold a comma: neither numerals nor most listed values do. */
function mayHoldComma({ values, string: { numeral } }: View): boolean {
  if (values !== undefined) return values.some((value) => typeof value === "string" && value.includes(","));
  return numeral === undefined;
}
