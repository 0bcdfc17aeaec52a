import { activeOperations, defineLintRule, operationName, pageableListOf, pagingOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/page-cursor-preferred",
  theme: "pagination",
  summary: "Lists use cursors instead of offsets or page numbers.",
  why: "While others write, an offset skips or repeats items, and the deeper it goes, the more rows the server reads in vain.",
  fix: "Add a cursor beside the offset and return the next one in the response. Keep the offset until its sunset.",
  exceptions: "Small or settled lists whose pages people jump to. Set `paging: offset` to turn the rule off.",
  severity: "info",
  preset: "strict",
  source: "Zalando RESTful API Guidelines, rule 160; Google AIP-158.",
  messages: { offset: "`{operation}` is paged by `{parameter}` and offers no cursor." },
  grouped: { summary: "{count} lists use offsets or page numbers." },
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
