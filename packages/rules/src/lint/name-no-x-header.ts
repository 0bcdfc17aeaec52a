import { activeOperations, defineLintRule, type Header, type LintPlace, type Parameter } from "@concordat/engine/kit";

/** Headers that have become standards under this prefix. */
const SETTLED =
  /^x-(?:forwarded-.+|real-ip|requested-with|frame-options|content-type-options|xss-protection|robots-tag|ua-compatible|dns-prefetch-control|permitted-cross-domain-policies|download-options|powered-by|b3-.+|amz(?:n)?-.+|goog-.+|ms-.+|csrf-token|xsrf-token|http-method(?:-override)?|request-id|correlation-id|rate-?limit-.+|total-count)$/i;

export default defineLintRule({
  id: "lint/name-no-x-header",
  theme: "naming",
  summary: "API headers do not start with `X-`.",
  why: "The prefix marks a header as non-standard. If the header becomes a standard, it needs two names forever.",
  fix: "Leave the prefix out of new headers. Keep existing ones: a second name costs more than the prefix.",
  exceptions:
    "Headers already in use, and those of a proxy or platform. The rule skips the best-known ones and the names of API keys.",
  severity: "info",
  preset: "strict",
  source: "RFC 6648, section 3; Azure REST API guidelines, http-no-x-custom-headers.",
  messages: { prefixed: "The header `{header}` starts with `X-`." },
  grouped: { summary: "{count} headers start with `X-`." },
  *run({ api }, hit) {
    for (const { ref, parameters, responses } of activeOperations(api)) {
      const sent = parameters.filter((parameter) => parameter.in === "header");
      const answered = responses.flatMap(({ headers }) => headers);
      for (const header of sent.filter(isPrefixed)) yield say(header, { operations: [ref] });
      for (const header of answered.filter(isPrefixed)) yield say(header, { operations: [ref], direction: "response" });
    }
    function say({ name, at }: Header | Parameter, place: LintPlace) {
      return hit("prefixed", { header: name }, at, place);
    }
  },
});

function isPrefixed({ name, deprecated }: Header | Parameter): boolean {
  return /^x-/i.test(name) && !deprecated && !SETTLED.test(name);
}
