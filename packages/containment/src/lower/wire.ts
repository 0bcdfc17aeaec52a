import { isObject } from "../json.ts";
import { append } from "../lists.ts";
import { ANY_NUMBER } from "../types/number.ts";
import { ANYTHING, type Clause, type Keywords, type LoweringContext, Place } from "./keywords.ts";
import { ALL_TYPES, ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING, type TypeSet } from "./types.ts";

/**
 * The same schema for values as a URL, a header or a form field carries them: numbers and booleans are the strings
 * they are written as. So `integer` lies within `string`, and `"5"` within `integer`. Null has no text and drops out.
 * Subschemas are lowered the same way, as their places carry the mode.
 */
export function lowerToWire(said: Keywords, context: LoweringContext): Keywords {
  const keywords = { ...said, clauses: said.clauses.map((clause) => splitByType(clause, context)) };
  const compound = keywords.types & (ARRAY | OBJECT);
  if (keywords.values !== undefined) {
    const texts = keywords.values.flatMap((value) =>
      value === null ? [] : [isObject(value) || Array.isArray(value) ? value : String(value)],
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

/**
 * A text is one value of a `oneOf` if it is in one of its readings: `5` is one of a string or an integer, though both
 * have that text. So alternatives of different types are alternatives of any kind.
 */
function splitByType(clause: Clause, context: LoweringContext): Clause {
  if (clause.kind !== "oneOf") return clause;
  let groups: { types: TypeSet; parts: readonly Place[] }[] = [];
  for (const part of clause.parts) {
    const types = typesBefore(part, context) & ~NULL;
    const shared = groups.filter((group) => (group.types & types) !== 0);
    const merged = {
      types: shared.reduce((set, group) => set | group.types, types),
      parts: [...shared.flatMap(({ parts }) => parts), part],
    };
    groups = [...groups.filter((group) => !shared.includes(group)), merged];
  }
  if (groups.length < 2) return clause;
  const parts = groups.map(({ parts: [only, ...more] }) => {
    if (only !== undefined && more.length === 0) return only;
    const place = context.child("", undefined);
    place.keywords = { ...ANYTHING, clauses: [{ kind: "oneOf", parts: only ? [only, ...more] : [] }] };
    return place;
  });
  return { kind: "anyOf", parts };
}

/** The types of a schema before they are written as text, as far as it and what it refers to say them outright. */
function typesBefore(part: Place, context: LoweringContext): TypeSet {
  const seen = new Set<unknown>();
  let found = ALL_TYPES;
  const open = [new Place(part.document, part.parent, part.suffix, part.value)];
  for (let place = open.pop(); place; place = open.pop()) {
    if (seen.has(place.value)) continue;
    seen.add(place.value);
    const { types, all } = context.keywordsOf(place);
    found &= types;
    append(open, all);
  }
  return found;
}
