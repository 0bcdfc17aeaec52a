import {
  activeOperations,
  bareName,
  commonest,
  defineLintRule,
  type LintTarget,
  operationName,
  type PagingParameter,
  pageableListOf,
  pagingOf,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/page-style-consistent",
  theme: "pagination",
  summary: "All lists of an API are paged in one style, with the same parameter names.",
  why: "Clients page with one piece of code. Every list that differs needs extra code, and that is where bugs appear.",
  fix: "Accept the common parameter too, and deprecate the other.",
  exceptions: "Lists that another standard defines, such as SCIM, and lists too large for an offset.",
  severity: "warn",
  source: "IBM OpenAPI Validator, pagination-style; Zalando RESTful API Guidelines, rules 137 and 160.",
  grouped: { summary: "{count} operations or paging parameters differ from how most lists are paged." },
  messages: {
    style: "`{operation}` uses {style} paging, but most lists use {wanted} paging.",
    chosen: "`{operation}` uses {style} paging, but the configuration asks for {wanted} paging.",
    spelled: "The paging parameter `{name}` is called `{wanted}` in most lists.",
  },
  *run({ api, options }, hit) {
    const lists = listsIn(api);
    const styles = lists.flatMap(({ styles: each }) => (each.length === 1 ? each : []));
    const wanted = options.paging === "any" ? commonest(styles) : options.paging;
    const spellings = new Map(
      ROLES.map((role) => [role, commonest(lists.flatMap(({ paging }) => spelledFor(role, paging)))]),
    );
    for (const { operation, paging, styles: each } of lists) {
      const { ref } = operation;
      const [style] = each;
      if (wanted !== undefined && style !== undefined && !each.includes(wanted))
        yield hit(
          options.paging === "any" ? "style" : "chosen",
          { operation: operationName(ref), style, wanted },
          ref.at,
          { operations: [ref] },
        );
      for (const role of ROLES) {
        const names = spelledFor(role, paging);
        const common = spellings.get(role);
        const [name] = names;
        if (common === undefined || name === undefined || names.includes(common)) continue;
        const at = paging.find((parameter) => parameter.name === name)?.at ?? ref.at;
        yield hit("spelled", { name, wanted: common }, at, { operations: [ref] });
      }
    }
  },
});

const ROLES = ["size", "cursor", "page", "offset"] as const;

function listsIn(api: LintTarget["api"]) {
  return activeOperations(api).flatMap((operation) => {
    const paging = pagingOf(operation, api).filter(({ schema }) => schema !== undefined);
    if (paging.length === 0 || pageableListOf(operation, api) === undefined) return [];
    const roles = new Set(paging.map(({ role }) => role));
    const styles = [
      ...(roles.has("cursor") ? ["cursor"] : []),
      ...(roles.has("page") || roles.has("offset") ? ["offset"] : []),
    ];
    return [{ operation, paging, styles }];
  });
}

/** Names of the parameters for a role; those that lead backwards have names of their own. */
function spelledFor(role: (typeof ROLES)[number], paging: readonly PagingParameter[]): string[] {
  return paging
    .filter((each) => each.role === role && !/before|prev|around|^max|^last/.test(bareName(each.name)))
    .map(({ name }) => name);
}
