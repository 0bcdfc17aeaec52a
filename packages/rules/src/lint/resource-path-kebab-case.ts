import { defineLintRule, isInCase } from "@concordat/engine/kit";
import { nounOf } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-path-kebab-case",
  theme: "resources",
  summary: "Literal path segments share one case: kebab-case unless another is configured.",
  why: "URLs are case-sensitive and typed by hand. Two spellings of one resource are two URLs.",
  fix: "Write the segment in the configured case in the next major version, and keep the old path until its sunset.",
  exceptions: "Paths that another standard defines, such as `/.well-known/openid-configuration` or OData names.",
  severity: "warn",
  preset: "core",
  source: "Zalando RESTful API Guidelines, rule 129; Azure API style guide, http-url-casing.",
  grouped: { summary: "{count} path segments are not in the configured case." },
  messages: { spelled: "`{segment}` in `{path}` is not in {wanted} case." },
  *run({ api, options }, hit) {
    for (const { path, segments, at } of api.resources) {
      for (const segment of segments) {
        const { text, kind } = segment;
        // What begins with a sign is an operator or a name that something else fixes: `_search`, `@me`, `.well-known`.
        if (kind !== "literal" || !/^[A-Za-z\d]/.test(text)) continue;
        const name = nounOf(segment);
        if (!isInCase(name, options.pathCase))
          yield hit("spelled", { segment: name, path, wanted: options.pathCase }, at);
      }
    }
  },
});
