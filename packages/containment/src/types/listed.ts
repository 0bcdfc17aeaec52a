import { canonicalText, type Json, jsonEqual } from "../json.ts";

/** Lists shorter than this are looked through. */
const LONG = 16;

/** The texts of long lists, written once. */
const textsOf = new WeakMap<readonly Json[], ReadonlySet<string>>();

/** Whether a list has a value, by the equality of JSON Schema. */
export function isListed(values: readonly Json[], value: Json): boolean {
  if (values.length < LONG) return values.some((listed) => jsonEqual(listed, value));
  let texts = textsOf.get(values);
  if (texts === undefined) textsOf.set(values, (texts = new Set(values.map(canonicalText))));
  return texts.has(canonicalText(value));
}
