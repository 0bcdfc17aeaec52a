import { defineLintRule, entriesIn, isObject, own } from "@concordat/engine/kit";

const PROMISE =
  /(?:values?|types?|options|more|others?|members|states?) (?:may|might|can|could|will) (?:be |get )?(?:add|introduc|grow|appear)|(?:not|non)[- ]exhaustive|(?:other|additional|new|unknown|further|unrecogni[sz]ed|future) (?:values?|types?|options|states)|extensible|open[- ]ended/i;

export default defineLintRule({
  id: "lint/schema-enum-open",
  theme: "schemas",
  summary: "Enums in responses state whether values may be added.",
  why: "A client that handles only the listed values fails on the first new one, unless it was told to expect it.",
  fix: "Mark the schema with `x-extensible-enum`, or say in its description that new values may appear and what to do with them.",
  exceptions: "Enums that are complete for good, such as the days of the week.",
  severity: "info",
  preset: "strict",
  source: "Zalando RESTful API Guidelines, rule 112; Azure REST API guidelines, extensible enumerations.",
  messages: { closed: "{At} does not state whether values may be added to `{values}`." },
  grouped: { summary: "{count} enums in responses do not state whether values may be added." },
  *run({ api }, hit) {
    // Beside a plain text in `anyOf`, an enum only lists what is known.
    const open = new Set<unknown>();
    for (const { at } of api.schemas) {
      const choices = ["anyOf", "oneOf"].flatMap((keyword) =>
        entriesIn(api.member(at, keyword)).flatMap((each) => api.follow(each) ?? []),
      );
      if (choices.some(({ value }) => isPlainText(value))) for (const { value } of choices) open.add(value);
    }
    for (const { at, usage, parent } of api.schemas) {
      const schema = at.value as Record<string, unknown>;
      const values = own(schema, "enum");
      if (!usage.response || !Array.isArray(values) || open.has(schema) || /\/(?:not|if)$/.test(at.pointer)) continue;
      const texts = values.filter((value) => typeof value === "string");
      // A single value is a constant, and what is no text is mostly a scale.
      if (texts.length < 2 || own(schema, "deprecated") === true) continue;
      if (promisesMore(schema) || promisesMore(parent?.value, "array")) continue;
      yield hit("closed", { values: texts }, at, { direction: "response" });
    }
  },
});

function isPlainText(schema: unknown): boolean {
  const keywords = ["enum", "const", "pattern", "format"];
  return (
    isObject(schema) && own(schema, "type") === "string" && keywords.every((each) => own(schema, each) === undefined)
  );
}

/** Whether a schema says that its values may grow in number, in words or by an extension; as the list of them, if a type is given. */
function promisesMore(schema: unknown, type?: string): boolean {
  if (!isObject(schema) || (type !== undefined && own(schema, "type") !== type)) return false;
  const extension = own(schema, "x-extensible-enum");
  const microsoft = own(schema, "x-ms-enum");
  return (
    (extension !== undefined && extension !== false) ||
    (isObject(microsoft) && own(microsoft, "modelAsString") === true) ||
    PROMISE.test(String(own(schema, "description") ?? ""))
  );
}
