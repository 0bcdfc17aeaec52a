import {
  activeOperations,
  defineLintRule,
  defineTag,
  type LintTarget,
  type Located,
  operationName,
  type Parameter,
  tagsOf,
  textOf,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/doc-operation",
  theme: "docs",
  summary: "Operations have a summary, a description and a defined tag, and parameters have a description.",
  why: "Reference pages, code completion and search show exactly these texts. Where they are missing, consumers ask or guess.",
  fix: "Write the summary as one short sentence. In the description, say what the name does not: effects, limits, errors.",
  fixes: "restates",
  exceptions: "Operations and parameters whose name says everything. The rule skips deprecated ones.",
  severity: "info",
  audience: "docs",
  source: "OpenAPI 3.1.0, sections 4.8.10.1 and 4.8.12; Spectral, operation-description and operation-tag-defined.",
  messages: {
    text: "`{operation}` has no {lacking}.",
    tag: "The tag `{tag}` is used but not defined in the root `tags`.",
    parameter: "{At} has no description.",
  },
  grouped: { summary: "{count} descriptions of operations, parameters or tags are missing." },
  *run({ api }, hit) {
    const defined = new Set(definedTags(api));
    const operations = activeOperations(api);
    const tagged = operations.some(({ ref }) => tagsOf(ref).length > 0);
    for (const { ref, parameters } of operations) {
      const operation = operationName(ref);
      const place = { operations: [ref] };
      for (const lacking of ["summary", "description"])
        if (!isText(ref.at, lacking) && !isText(ref.item, lacking))
          yield hit("text", { operation, lacking }, ref.at, place);
      // An API without tags is small enough to do without.
      const tags = tagsOf(ref);
      if (tagged && tags.length === 0) yield hit("text", { operation, lacking: "tag" }, ref.at, place);
      for (const tag of tags) {
        const edits = defineTag(tag, api);
        if (!defined.has(tag)) yield hit("tag", { tag }, api.root, { ...place, edits });
      }
      for (const parameter of parameters) {
        if (parameter.deprecated || isDescribed(parameter, api)) continue;
        yield hit("parameter", { parameter: parameter.name, place: parameter.in }, parameter.at, place);
      }
    }
  },
});

function definedTags(api: LintTarget["api"]): string[] {
  const tags = api.member(api.root, "tags");
  return Array.isArray(tags?.value)
    ? tags.value.flatMap((tag) => (typeof tag?.name === "string" ? [tag.name] : []))
    : [];
}

function isDescribed({ at, serialisation }: Parameter, api: LintTarget["api"]): boolean {
  const schema = api.follow(serialisation.schema);
  return isText(at, "description") || (schema !== undefined && isText(schema, "description"));
}

function isText(at: Located, key: string): boolean {
  return (textOf(at, key) ?? "").trim() !== "";
}
