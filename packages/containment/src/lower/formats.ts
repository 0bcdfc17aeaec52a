/** What `format` says: nothing (an annotation), or what the table of known formats has for it. */
export type FormatPolicy = "annotation" | "known";

type Keywords = Readonly<Record<string, number | string>>;

const YEAR = "\\d{4}";
const LEAP_YEAR = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
const MONTH_AND_DAY =
  "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))";
const DATE = `(?:${YEAR}-${MONTH_AND_DAY}|${LEAP_YEAR}-02-29)`;
const TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)";

const whole = (minimum: number, maximum: number): Keywords => ({ multipleOf: 1, minimum, maximum });
const text = (pattern: string): Keywords => ({ pattern: `^${pattern}$` });

/**
 * Formats with an exact equivalent: integers by their width (OpenAPI format registry; the bounds of `int64` as the
 * doubles nearest to them), dates and times by the grammar of RFC 3339 section 5.6 with the days of each month of 5.7,
 * `uuid` by RFC 9562 section 4.
 */
const KNOWN_FORMATS: Readonly<Record<string, Keywords>> = {
  int8: whole(-(2 ** 7), 2 ** 7 - 1),
  int16: whole(-(2 ** 15), 2 ** 15 - 1),
  int32: whole(-(2 ** 31), 2 ** 31 - 1),
  int64: whole(-(2 ** 63), 2 ** 63),
  uint8: whole(0, 2 ** 8 - 1),
  uint16: whole(0, 2 ** 16 - 1),
  uint32: whole(0, 2 ** 32 - 1),
  uint64: whole(0, 2 ** 64),
  date: text(DATE),
  time: text(TIME),
  "date-time": text(`${DATE}[Tt]${TIME}`),
  uuid: text("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}"),
};

/**
 * The keywords that say what a format says, under a policy; undefined where it is an annotation. They say nothing of
 * values of other types, as `format` does not (JSON Schema validation, section 7.1).
 */
export function formatKeywords(format: unknown, policy: FormatPolicy | undefined): Keywords | undefined {
  if (policy !== "known" || typeof format !== "string" || !Object.hasOwn(KNOWN_FORMATS, format)) return undefined;
  return KNOWN_FORMATS[format];
}
