import { activeOperations, defineLintRule, operationName, pageableListOf, pagingOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/page-list-paginated",
  theme: "pagination",
  summary: "GET operations that list resources accept a page size and a starting point.",
  why: "Lists grow. Paging that is added later breaks every client that takes the first response for the whole list.",
  fix: "Add an optional page size and an optional cursor or offset, with a default that returns everything there is today.",
  exceptions: "Lists that are short by nature. Give their array a `maxItems` of 100 or less, and the rule skips them.",
  severity: "warn",
  preset: "core",
  source: "Google AIP-158; Zalando RESTful API Guidelines, rule 159.",
  grouped: { summary: "{count} operations list resources but cannot be paged through." },
  messages: {
    both: "`{operation}` lists resources but accepts no page size and no cursor or offset.",
    size: "`{operation}` lists resources but accepts no page size.",
    place: "`{operation}` lists resources but accepts no cursor or offset.",
  },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      if (pageableListOf(operation, api) === undefined) continue;
      const roles = new Set(pagingOf(operation, api).map(({ role }) => role));
      const sized = roles.delete("size");
      if (sized && roles.size > 0) continue;
      const lacking = sized ? "place" : roles.size > 0 ? "size" : "both";
      yield hit(lacking, { operation: operationName(ref) }, ref.at, { operations: [ref] });
    }
  },
});
