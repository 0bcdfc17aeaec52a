import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-discriminator-changed",
  summary: "A tag that consumers send is no longer understood, or means another schema.",
  why: "The server takes the value for another type, or refuses it.",
  fix: "Keep the tag, and add the new one beside it.",
  consumerFix: "Send the tags that are listed now.",
  about: { area: "schema", aspect: "discriminator", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: { none: "swapped, the tag is new, which consumers need not send" },
  source: "OpenAPI 3.1.1, section 4.8.25",
  messages: {
    property: "The tag of requests is now read from `{to}`, no longer from `{from}`.",
    removed: "Requests with the tag `{tag}` are no longer accepted.",
    changed: "The tag `{tag}` now means `{to}`, no longer `{from}`.",
  },
  on: "place",
  *run({ annotations, base, head }, hit) {
    const [before, after] = [annotations.base.discriminator, annotations.head.discriminator];
    if (!before || !after) return;
    const where = { base, head, below: ["discriminator"] };
    if (before.propertyName !== after.propertyName)
      yield hit("property", { from: before.propertyName, to: after.propertyName }, where);
    for (const [tag, from] of before.mapping) {
      const to = after.mapping.get(tag);
      if (to === undefined) yield hit("removed", { tag }, where);
      else if (to !== from && after.alternatives.has(from) && before.alternatives.has(to))
        yield hit("changed", { tag, from, to }, where);
    }
  },
});
