import { activeOperations, defineLintRule, operationName } from "@concordat/engine/kit";
import { pageableListOf, pagingOf } from "../support/paging.ts";

export default defineLintRule({
  id: "lint/page-list-paginated",
  theme: "pagination",
  summary: "A GET that lists resources takes the size of a page and the place where it starts.",
  why: "Lists grow. Paging that comes later breaks every client that takes the first answer for the whole list.",
  fix: "Add an optional page size and an optional cursor or offset, and a default that answers with all there is today.",
  exceptions:
    "Lists that are short by nature: give their array a `maxItems` of 100 or less, and the rule takes it as that.",
  severity: "warn",
  preset: "core",
  source: "Google AIP-158; Zalando RESTful API Guidelines, rule 159.",
  messages: {
    both: "`{operation}` lists resources, and takes neither a page size nor a cursor or an offset.",
    size: "`{operation}` lists resources, and takes no page size.",
    place: "`{operation}` lists resources, and takes no cursor and no offset.",
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
