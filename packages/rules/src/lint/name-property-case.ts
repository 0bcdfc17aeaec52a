import {
  type Api,
  commonestCase,
  defineLintRule,
  isInCase,
  isObject,
  type Operation,
  own,
  placeOf,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/name-property-case",
  theme: "naming",
  summary: "Property names share one case: the configured one, or the one that most of them have.",
  why: "Developers can type names that follow one pattern without looking them up, and generators map them to code without exceptions.",
  fix: "Name new properties in the common case. Rename existing ones only in a major version, because names are part of the contract.",
  exceptions:
    "Names that another standard defines, and names that are data, such as language codes. The rule skips form fields and names with characters other than letters, digits, hyphens and underscores.",
  severity: "warn",
  audience: "client",
  source:
    "Zalando RESTful API Guidelines, rule 118; Azure API style guide, property names; IBM OpenAPI Validator, property-casing.",
  messages: { spelled: "The property {at} is not in {wanted} case." },
  grouped: { summary: "{count} properties do not follow the case of the others." },
  *run({ api, options }, hit) {
    const forms = new Set(api.operations.flatMap((operation) => formsOf(operation, api)));
    const named = api.schemas.flatMap(({ at, usage }) => {
      if (forms.has(at.value)) return [];
      const properties = isObject(at.value) ? own(at.value, "properties") : undefined;
      const names = isObject(properties) ? Object.keys(properties).filter(isPlainName) : [];
      return names.length === 0 ? [] : [{ at, names, direction: usage.response ? "response" : "request" } as const];
    });
    const chosen = options.propertyCase;
    const wanted = chosen === "consistent" ? commonestCase(named.flatMap(({ names }) => names)) : chosen;
    if (wanted === undefined) return;
    // Underscores in front are a mark, and no part of the case.
    const all = new Set(named.flatMap(({ names }) => names));
    const strays = new Set([...all].filter((name) => !isInCase(name.replace(/^_+/, ""), wanted)));
    for (const { at, names, direction } of named) {
      for (const property of names) {
        if (!strays.has(property)) continue;
        yield hit("spelled", { property, wanted }, placeOf(placeOf(at, "properties", api), property, api), {
          direction,
        });
      }
    }
  },
});

/** Schemas of forms: their fields are parameters, and are often named like those. */
function formsOf({ body }: Operation, api: Api): unknown[] {
  const forms = (body?.content ?? []).filter(({ range }) => /^(?:application\/x-www-form-|multipart\/)/.test(range));
  return forms.map(({ schema }) => api.follow(schema)?.value);
}

/** Whether a name is a word or several, whatever their case: signs such as `@` or `.` belong to other notations. */
function isPlainName(name: string): boolean {
  return /^_*[A-Za-z][\w-]*$/.test(name);
}
