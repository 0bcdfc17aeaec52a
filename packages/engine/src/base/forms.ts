import * as v from "valibot";

/*
 * Words for the forms of answers. Objects are left open: fields are added over time, and a reader that checks what it gets must
 * not fail on a field it does not know. Nothing is renamed or taken away within a `schemaVersion`.
 */

/** A member that may be absent, a value that may be null, and a value of one form or another. */
export { exactOptional as optional, nullable as orNull, union as either } from "valibot";

/** An object that has all of these members but the optional ones. */
export function object<const Entries extends v.ObjectEntries>(what: string, entries: Entries) {
  return v.pipe(v.object(entries), v.description(what));
}

/** A list. */
export function list<const Item extends v.GenericSchema>(what: string, item: Item) {
  return v.pipe(v.array(item), v.readonly(), v.description(what));
}

/** Any text. */
export function text(what: string) {
  return v.pipe(v.string(), v.description(what));
}

/** A text, or null where there is none. */
export function textOrNull(what: string) {
  return v.pipe(v.nullable(v.string()), v.description(what));
}

/** One of some texts. */
export function oneOf<const Texts extends readonly string[]>(what: string, ...texts: Texts) {
  return v.pipe(v.picklist(texts), v.description(what));
}

export function flag(what: string) {
  return v.pipe(v.boolean(), v.description(what));
}

/** A whole number from a least one on. */
export function count(what: string, least = 0) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.description(what));
}

/** A day, `YYYY-MM-DD`. */
export function day(what: string) {
  return v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.description(what));
}

/** Any value of JSON. */
export function value(what: string) {
  // What is read out of JSON is a value of it, which no check has to show.
  return v.pipe(v.any(), v.description(what));
}
