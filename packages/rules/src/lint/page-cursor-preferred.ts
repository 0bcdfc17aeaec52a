import { activeOperations, defineLintRule, operationName } from "@concordat/engine/kit";
import { pageableListOf, pagingOf } from "../support/paging.ts";

export default defineLintRule({
  id: "lint/page-cursor-preferred",
  theme: "pagination",
  summary: "Lists are paged by a cursor rather than by an offset or the number of a page.",
  why: "While others write, an offset skips items or repeats them, and the deeper it goes the more the server reads in vain.",
  fix: "Add a cursor beside the offset, and name the next one in the answer; keep the offset until its sunset.",
  exceptions: "Small or settled lists whose pages people jump to; with `paging: offset` the rule is silent.",
  severity: "info",
  preset: "strict",
  source: "Zalando RESTful API Guidelines, rule 160; Google AIP-158.",
  messages: { offset: "`{operation}` is paged by `{parameter}`, and by no cursor." },
  grouped: { summary: "{count} lists are paged by offset or page number." },
  *run({ api, options }, hit) {
    if (options.paging === "offset") return;
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      if (pageableListOf(operation, api) === undefined) continue;
      const paging = pagingOf(operation, api);
      const numbered = paging.find(
        ({ role, schema }) => (role === "offset" || role === "page") && schema !== undefined,
      );
      if (numbered === undefined || paging.some(({ role }) => role === "cursor")) continue;
      yield hit("offset", { operation: operationName(ref), parameter: numbered.name }, ref.at, {
        operations: [ref],
      });
    }
  },
});
