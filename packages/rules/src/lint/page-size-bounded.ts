import { activeOperations, defineLintRule, keywordOf, pageableListOf, pagingOf, typesOf } from "@concordat/engine/kit";

/** Keywords that say a bound, by the name of the bound. */
const BOUNDS = [
  ["default", ["default"]],
  ["minimum", ["minimum", "exclusiveMinimum"]],
  ["maximum", ["maximum", "exclusiveMaximum"]],
] as const;

export default defineLintRule({
  id: "lint/page-size-bounded",
  theme: "pagination",
  summary: "Page sizes are optional integers with a default, a minimum and a maximum.",
  why: "Without a default, a client cannot tell how many items to expect. Without a maximum, it learns the limit from an error or a timeout.",
  fix: "Declare the bounds that the server already enforces.",
  exceptions: "Page sizes limited by an `enum`, which need no other bound.",
  severity: "warn",
  source: "Google AIP-158; OWASP API Security Top 10 2023, API4.",
  messages: {
    required: "{At} is a page size but is required.",
    typed: "{At} is a page size of type {types} instead of integer.",
    unbounded: "{At} is a page size but does not declare `{lacking}`.",
  },
  grouped: { summary: "{count} page sizes are not optional integers with bounds and a default." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const paging = operation.ref.method === "GET" ? pagingOf(operation, api) : [];
      // A limit of something that is no list may mean anything.
      if (!paging.some(({ role }) => role !== "size") && pageableListOf(operation, api) === undefined) continue;
      const place = { operations: [operation.ref] };
      for (const { role, name: parameter, at, required, schema } of paging) {
        if (role !== "size" || schema === undefined) continue;
        const says = (keyword: string) => keywordOf(schema, keyword, api) !== undefined;
        const types = typesOf(schema, api);
        if (required) yield hit("required", { parameter }, at, place);
        if (types.length > 0 && !types.includes("integer")) yield hit("typed", { parameter, types }, at, place);
        else {
          const lacking = BOUNDS.filter(
            ([name, keywords]) => !keywords.some(says) && !(required && name === "default") && !says("enum"),
          ).map(([name]) => name);
          if (lacking.length > 0) yield hit("unbounded", { parameter, lacking }, at, place);
        }
      }
    }
  },
});
