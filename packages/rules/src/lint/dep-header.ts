import {
  addOwnHeaders,
  defineLintRule,
  examplesOf,
  headerOf,
  type Json,
  operationName,
  startOfDay,
  successesOf,
  typesOf,
  valueAt,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-header",
  theme: "deprecation",
  summary: "Responses of deprecated operations declare the `Deprecation` and `Sunset` headers.",
  why: "Running programs read headers, not documents. Headers are how a consumer in production learns that it has to move.",
  fix: "Send `Deprecation: @` followed by the Unix time in seconds from which it holds, and `Sunset` with an HTTP date. Declare both.",
  fixes: "promises",
  exceptions: "Operations whose consumers are all informed in another way and followed up.",
  severity: "warn",
  source: "RFC 9745, section 2.1; RFC 8594, section 3; Zalando RESTful API Guidelines, rule 189.",
  grouped: {
    summary: "{count} deprecated operations do not announce it in headers, or use another form than the standard's.",
  },
  messages: {
    lacking: "`{operation}` is deprecated but its responses do not declare `{lacking}`.",
    form: "{At} is not declared as a structured-field date such as `@1767225600`.",
  },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      const { ref, lifecycle } = operation;
      const successes = successesOf(operation);
      const [first] = successes;
      if (!lifecycle.deprecated || first === undefined) continue;
      const place = { operations: [ref], direction: "response" as const };
      const lacking = ["Deprecation", "Sunset"].filter((name) =>
        successes.every((response) => headerOf(response, name) === undefined),
      );
      if (lacking.length > 0) {
        const { announced, sunset } = lifecycle;
        const added: Readonly<Record<string, Json>> = {
          Deprecation: {
            description: "Since when the operation is deprecated.",
            schema: { type: "string", pattern: "^@-?\\d+$" },
            ...(announced !== undefined && { example: `@${startOfDay(announced)}` }),
          },
          Sunset: {
            description: "After when the operation may stop working.",
            schema: { type: "string" },
            ...(sunset !== undefined && { example: new Date(startOfDay(sunset) * 1000).toUTCString() }),
          },
        };
        const headers = Object.fromEntries(lacking.map((name) => [name, added[name] ?? {}]));
        const edits = addOwnHeaders(first, headers, api);
        yield hit("lacking", { operation: operationName(ref), lacking }, ref.at, { ...place, edits });
      }
      for (const response of successes) {
        const header = headerOf(response, "Deprecation");
        if (header === undefined) continue;
        const { schema } = header.serialisation;
        const examples = examplesOf(header.at, schema, api);
        const isText = typesOf(schema, api).every((type) => type === "string");
        const isOther = /date|boolean/.test(String(valueAt(schema, "format")));
        if (!isText || isOther || examples.some((value) => !/^@-?\d+$/.test(String(value))))
          yield hit("form", {}, header.at, place);
      }
    }
  },
});
