import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-discriminator-changed",
  summary: "A response carries a tag that consumers do not know, or that means another schema.",
  why: "Consumers choose how to decode by the tag, and cannot.",
  fix: "Keep sending the old tag.",
  consumerFix: "Be ready for the tags that are listed now.",
  about: { area: "schema", aspect: "discriminator", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: { none: "swapped, the tag is gone, which consumers need not read" },
  source: "OpenAPI 3.1.1, section 4.8.25",
  messages: {
    property: "Responses now carry the tag in `{to}`, no longer in `{from}`.",
    added: "Responses may now carry the tag `{tag}`, which stands for `{schema}`.",
    changed: "The tag `{tag}` now means `{to}`, no longer `{from}`.",
  },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const [before, after] = [annotations.base.discriminator, annotations.head.discriminator];
    if (!before || !after) return;
    const where = { base, head, below: ["discriminator"] };
    if (before.propertyName !== after.propertyName)
      yield hit("property", { from: before.propertyName, to: after.propertyName }, where);
    for (const [tag, to] of after.mapping) {
      const from = before.mapping.get(tag);
      if (from === undefined) yield hit("added", { tag, schema: to }, where);
      else if (from !== undefined && to !== from && before.alternatives.has(to))
        yield hit("changed", { tag, from, to }, where);
    }
  },
});
