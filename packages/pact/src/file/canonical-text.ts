/** JSON without numbers of its own: numerals stay as they are written. */
interface ExactJson {
  readonly rawJSON: (text: string) => unknown;
  readonly isRawJSON: (value: unknown) => boolean;
}

// Node has had both since version 21; the types do not know them yet.
const { rawJSON, isRawJSON } = JSON as unknown as ExactJson;

/**
 * Parses JSON and keeps every numeral as it is written, so that `1.0` and numbers longer than a double come out the same.
 * Throws a SyntaxError where the text is not JSON.
 */
export function parseExact(text: string): unknown {
  const keep = (_: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === "number" && context?.source !== undefined && String(value) !== context.source
      ? rawJSON(context.source)
      : value;
  return JSON.parse(text, keep as (key: string, value: unknown) => unknown);
}

/** Whether a value of `parseExact` is a numeral that was kept as it is written. */
export function isNumeral(value: unknown): boolean {
  return isRawJSON(value);
}

/** A value as JSON that depends on nothing but what it says: names sorted, two spaces, a line feed at the end. */
export function canonicalText(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null || isNumeral(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}
