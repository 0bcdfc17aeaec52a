import { ANY_NUMBER } from "../types/number.ts";
import { ANYTHING, type Keywords, type LoweringContext } from "./keywords.ts";
import { ARRAY, BOOLEAN, NUMBER, OBJECT, STRING } from "./types.ts";

/**
 * The same schema for values as a URL, a header or a form field carries them: numbers and booleans are the strings
 * they are written as. So `integer` lies within `string`, and `"5"` within `integer`. Null has no text and drops out.
 * Subschemas are lowered the same way, as their places carry the mode.
 */
export function lowerToWire(keywords: Keywords, context: LoweringContext): Keywords {
  const compound = keywords.types & (ARRAY | OBJECT);
  if (keywords.values !== undefined) {
    const texts = keywords.values.flatMap((value) =>
      value === null ? [] : [typeof value === "object" ? value : String(value)],
    );
    return { ...keywords, types: compound | STRING, values: texts, number: undefined };
  }
  const rest = { ...keywords, number: undefined, string: undefined };
  const texts = textForms(keywords);
  if (texts.length === 0) return { ...rest, types: compound };
  const [only] = texts;
  if (texts.length === 1 && only !== undefined && (compound === 0 || only.values === undefined)) {
    return { ...rest, types: compound | STRING, string: only.string, values: only.values };
  }
  const parts = compound === 0 ? texts : [...texts, { ...ANYTHING, types: compound }];
  const places = parts.map((part) => {
    const place = context.child("", undefined);
    place.keywords = part;
    return place;
  });
  return { ...rest, types: compound | STRING, clauses: [...rest.clauses, { kind: "anyOf", parts: places }] };
}

/** The sets of strings that the scalar types of a schema are written as. */
function textForms({ types, number, string }: Keywords): Keywords[] {
  const text: Keywords = { ...ANYTHING, types: STRING };
  if (types & STRING && string === undefined) return [text];
  const forms: Keywords[] = [];
  if (types & STRING) forms.push({ ...text, string });
  if (types & NUMBER) {
    const numeral = number ?? ANY_NUMBER;
    forms.push({ ...text, string: { minLength: 0, maxLength: Number.POSITIVE_INFINITY, patterns: [], numeral } });
  }
  if (types & BOOLEAN) forms.push({ ...text, values: ["false", "true"] });
  return forms;
}
