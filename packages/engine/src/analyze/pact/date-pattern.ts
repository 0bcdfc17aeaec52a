/** What the letters of Java's DateTimeFormatter stand for, as a regular expression without anchors. */
const FIELDS: readonly (readonly [field: RegExp, pattern: string])[] = [
  [/^[yu]{3,}$/, "\\d{4}"],
  [/^[yu]{2}$/, "\\d{2}"],
  [/^[yu]$/, "\\d{1,4}"],
  [/^[ML]{3}$/, "[A-Za-z]{3}"],
  [/^[ML]{4,}$/, "[A-Za-z]+"],
  [/^(?:MM|LL)$/, "(?:0[1-9]|1[0-2])"],
  [/^[ML]$/, "(?:[1-9]|1[0-2])"],
  [/^dd$/, "(?:0[1-9]|[12]\\d|3[01])"],
  [/^d$/, "(?:[1-9]|[12]\\d|3[01])"],
  [/^D+$/, "\\d{1,3}"],
  [/^[Ee]{1,3}$/, "[A-Za-z]{3}"],
  [/^[Ee]{4,}$/, "[A-Za-z]+"],
  [/^a+$/, "(?:AM|PM|am|pm)"],
  [/^(?:HH|kk)$/, "(?:[01]\\d|2[0-4])"],
  [/^[Hk]$/, "(?:\\d|1\\d|2[0-4])"],
  [/^(?:hh|KK)$/, "(?:0\\d|1[0-2])"],
  [/^[hK]$/, "(?:\\d|1[0-2])"],
  [/^m{2}$/, "[0-5]\\d"],
  [/^m$/, "[0-5]?\\d"],
  [/^s{2}$/, "(?:[0-5]\\d|60)"],
  [/^s$/, "(?:[0-5]?\\d|60)"],
  [/^X$/, "(?:Z|[+-]\\d{2}(?:\\d{2})?)"],
  [/^X{2}$/, "(?:Z|[+-]\\d{4})"],
  [/^X{3,}$/, "(?:Z|[+-]\\d{2}:\\d{2})"],
  [/^(?:x{1,2}|Z{1,3})$/, "[+-]\\d{4}"],
  [/^(?:x{3,}|Z{4,})$/, "[+-]\\d{2}:\\d{2}"],
];

/** The formats that hold where none is given. */
const DEFAULTS = { date: "yyyy-MM-dd", time: "HH:mm:ss", datetime: "yyyy-MM-dd'T'HH:mm:ssXXX" } as const;

/**
 * The regular expression, without anchors, of the texts that a format of Java's DateTimeFormatter allows; undefined where it has
 * a letter that is not known.
 */
export function datePattern(kind: "date" | "time" | "datetime", format: string = DEFAULTS[kind]): string | undefined {
  const parts = format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']/g);
  const patterns = [...parts].map(([part, quoted, letter]) => {
    if (quoted !== undefined) return escaped(quoted === "" ? "'" : quoted.replaceAll("''", "'"));
    if (letter === undefined) return escaped(part);
    if (/^[SAnN]$/.test(letter)) return `\\d{${letter === "S" ? part.length : "1,"}}`.replace("{1,}", "+");
    return FIELDS.find(([field]) => field.test(part))?.[1];
  });
  return patterns.includes(undefined) ? undefined : patterns.join("");
}

/** A text as a regular expression that only it matches. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
