/*
 * Values as texts. A text does not say what it is: `a` is a string, and an array of one as well. So a header has readings, and
 * is accepted by one that its schema takes (OpenAPI 3.1.1, section 4.8.12).
 */

/** A value with numbers and booleans as the texts that a URL or a form has for them. */
export function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, asTexts(member)]));
}

/** All that the text of a header may be (style `simple`): itself, an array, and an object where it has the form of one. */
export function headerReadings(text: string, explode: boolean, separator: string): unknown[] {
  const parts = text.split(separator).map((part) => part.trim());
  const readings: unknown[] = [text.trim(), parts];
  if (text.trim() === "") readings.push([], {});
  else if (explode && parts.every((part) => part.includes("=")))
    readings.push(Object.fromEntries(parts.map((part) => part.split(/=(.*)/s).slice(0, 2))));
  else if (!explode && parts.length % 2 === 0)
    readings.push(Object.fromEntries(parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1]]] : []))));
  return readings;
}
