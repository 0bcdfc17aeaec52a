import {
  type Api,
  type ApiSchema,
  defineLintRule,
  examplesOf,
  isObject,
  type Located,
  own,
  placeOf,
  wordsOf,
} from "@concordat/engine/kit";

/** Keywords that say what values there are, so that a format adds nothing. */
const TELLING = ["format", "enum", "const", "pattern", "x-extensible-enum"];

export default defineLintRule({
  id: "lint/schema-format",
  theme: "schemas",
  summary: "Numbers have a format, and strings named like dates have `date` or `date-time`.",
  why: "The format determines the type in generated code. Without it, large integers lose digits, and each client parses dates in its own way.",
  fix: "Add the format that all values already have, such as `int64`, `double` or `date-time`.",
  exceptions:
    "Numbers with a minimum and a maximum, and dates in another form than RFC 3339. Give those a pattern or an example.",
  severity: "warn",
  preset: "strict",
  audience: "client",
  source: "OpenAPI 3.1.0, section 4.4; RFC 3339, section 5.6; Zalando RESTful API Guidelines, rules 169 and 171.",
  messages: {
    number: "{At} has the type {type} but no format.",
    date: "{At} is named like a date but has no format.",
  },
  grouped: { summary: "{count} numbers and dates have no format." },
  *run({ api }, hit) {
    for (const { at, usage } of api.schemas) {
      const value = at.value as Record<string, unknown>;
      const direction = usage.response ? "response" : "request";
      const type = typeIn(value);
      if ((type === "integer" || type === "number") && !tells(value) && !isBounded(value))
        yield hit("number", { type }, at, { direction });
      for (const { property, place } of datesIn(at, api)) yield hit("date", { property }, place, { direction });
    }
  },
});

/** Properties that are named like dates, are plain texts, and show nothing else in their examples. */
function* datesIn(at: ApiSchema["at"], api: Api): Generator<{ readonly property: string; readonly place: Located }> {
  const properties = api.member(at, "properties");
  if (properties === undefined || !isObject(properties.value)) return;
  for (const [property, schema] of Object.entries(properties.value)) {
    if (!isObject(schema) || typeIn(schema) !== "string" || tells(schema)) continue;
    if (!/^(?:at|date|datetime|timestamp)$/.test(wordsOf(property).at(-1) ?? "")) continue;
    const place = placeOf(properties, property, api);
    const shown = examplesOf(place, place, api);
    // What starts with a day is a date; `now`, a year or a season is something else.
    if (shown.some((each) => typeof each === "string" && !/^\d{4}-\d\d-\d\d/.test(each))) continue;
    // So is what is said to be written in another order.
    const description = String(own(schema, "description") ?? "");
    if (/\b(?:[dmyh]{2,}[\s/.:-]*){2,}/i.test(description) && !/yyyy-mm-dd/i.test(description)) continue;
    yield { property, place };
  }
}

function typeIn(schema: Readonly<Record<string, unknown>>): unknown {
  const type = own(schema, "type");
  const named = Array.isArray(type) ? type.filter((each) => each !== "null") : [type];
  return named.length === 1 ? named[0] : undefined;
}

function tells(schema: Readonly<Record<string, unknown>>): boolean {
  return TELLING.some((keyword) => own(schema, keyword) !== undefined);
}

function isBounded(schema: Readonly<Record<string, unknown>>): boolean {
  const has = (...keywords: string[]) => keywords.some((keyword) => own(schema, keyword) !== undefined);
  return has("minimum", "exclusiveMinimum") && has("maximum", "exclusiveMaximum");
}
