import { activeOperations, defineLintRule, placeOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/resource-patch-media-type",
  theme: "resources",
  summary: "PATCH accepts a patch format, such as `application/merge-patch+json` or `application/json-patch+json`.",
  why: "Plain JSON does not define how a server applies it: whether `null` removes a value, and whether arrays are replaced or extended.",
  fix: "Accept `application/merge-patch+json` beside plain JSON, and move clients to it.",
  exceptions: "APIs that define for all of their PATCH operations how plain JSON is applied.",
  severity: "warn",
  preset: "core",
  source: "RFC 5789, section 2; RFC 7396; RFC 6902; Italian API guidelines, patch-media-type.",
  grouped: { summary: "{count} PATCH operations accept plain JSON, which does not define how it is applied." },
  messages: { plain: "`PATCH {path}` accepts plain JSON, which does not define how it is applied." },
  *run({ api }, hit) {
    for (const { ref, body } of activeOperations(api)) {
      const ranges = body?.content.map(({ range }) => range) ?? [];
      if (ref.method !== "PATCH" || !ranges.some(isPlain) || ranges.some((range) => range.includes("patch"))) continue;
      yield hit("plain", { path: ref.path }, placeOf(ref.at, "requestBody", api), { operations: [ref] });
    }
  },
});

/** Other formats, such as those of vendors and `application/scim+json`, say themselves what a patch means. */
function isPlain(range: string): boolean {
  return /^application\/json(?:;|$)/.test(range);
}
