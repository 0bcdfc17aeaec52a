import { activeOperations, defineLintRule, keywordOf, typesOf } from "@concordat/engine/kit";
import { pageableListOf, pagingOf } from "../support/paging.ts";

/** Keywords that say a bound, by the name of the bound. */
const BOUNDS = [
  ["default", ["default"]],
  ["minimum", ["minimum", "exclusiveMinimum"]],
  ["maximum", ["maximum", "exclusiveMaximum"]],
] as const;

export default defineLintRule({
  id: "lint/page-size-bounded",
  theme: "pagination",
  summary: "The size of a page is an optional integer with a default, a minimum and a maximum.",
  why: "Without a default a client cannot tell how much comes, and without a maximum it learns only from an error or a timeout how much may be asked for.",
  fix: "Declare the bounds that the server keeps already.",
  exceptions: "A size that is bounded by an `enum` needs no other bound.",
  severity: "warn",
  source: "Google AIP-158; OWASP API Security Top 10 2023, API4.",
  messages: {
    required: "The page size `{parameter}` is required.",
    typed: "The page size `{parameter}` is of type {types}, not integer.",
    unbounded: "The page size `{parameter}` does not declare {lacking}.",
  },
  grouped: { summary: "{count} times, a page size is not an optional integer with bounds and a default." },
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
