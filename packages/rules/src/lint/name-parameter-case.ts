import { activeOperations, commonestCase, defineLintRule, isInCase, type Parameter } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/name-parameter-case",
  theme: "naming",
  summary: "Query parameters share one case, path parameters share one case, and header words are joined by hyphens.",
  why: "Query names are case-sensitive and most servers ignore unknown ones, so a wrong guess does not even cause an error.",
  fix: "Accept the name in the common case as well, and deprecate the other. You can rename path parameters freely.",
  exceptions: "Names that another standard defines, such as those of OAuth or OData.",
  severity: "warn",
  source:
    "Zalando RESTful API Guidelines, rules 130 and 132; Azure OpenAPI style guide, az-parameter-names-convention.",
  messages: {
    spelled: "The {place} parameter `{parameter}` is not in {wanted} case.",
    header: "The words of the header `{parameter}` are not joined by hyphens.",
  },
  grouped: { summary: "{count} parameters do not follow the case of the others." },
  *run({ api, options }, hit) {
    const used = activeOperations(api).flatMap(({ ref, parameters }) =>
      parameters.filter(({ deprecated }) => !deprecated).map((parameter) => ({ ref, parameter })),
    );
    const common = (place: string) =>
      commonestCase(used.flatMap(({ parameter }) => (parameter.in === place ? piecesOf(parameter) : [])));
    const chosen = options.parameterCase;
    const cases = new Map(["query", "path"].map((each) => [each, chosen === "consistent" ? common(each) : chosen]));
    for (const { ref, parameter } of used) {
      const { at, in: place, name } = parameter;
      const wanted = cases.get(place);
      const spelled = { operations: [ref] };
      if (place === "header" && /_|^[a-z\d]+[A-Z]/.test(name)) yield hit("header", { parameter: name }, at, spelled);
      else if (wanted !== undefined && !piecesOf(parameter).every((piece) => isInCase(piece, wanted)))
        yield hit("spelled", { parameter: name, place, wanted }, at, spelled);
    }
  },
});

/** The names in a name: `filter[created_at]` has two, `$top` one. */
function piecesOf({ in: place, name }: Parameter): string[] {
  if (place !== "query" && place !== "path") return [];
  return name.split(/[^\w-]+/).filter((piece) => /^[A-Za-z]/.test(piece));
}
