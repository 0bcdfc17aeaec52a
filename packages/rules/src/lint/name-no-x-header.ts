import { activeOperations, defineLintRule, type Header, type LintPlace, type Parameter } from "@concordat/engine/kit";

/** Headers that have become standards under this prefix. */
const SETTLED =
  /^x-(?:forwarded-.+|real-ip|requested-with|frame-options|content-type-options|xss-protection|robots-tag|ua-compatible|dns-prefetch-control|permitted-cross-domain-policies|download-options|powered-by|b3-.+|amz(?:n)?-.+|goog-.+|ms-.+|csrf-token|xsrf-token|http-method(?:-override)?|request-id|correlation-id|rate-?limit-.+|total-count)$/i;

export default defineLintRule({
  id: "lint/name-no-x-header",
  theme: "naming",
  summary: "Headers of an API have no `X-` in front.",
  why: "The prefix says that a header is not a standard. If it becomes one, it has to have two names for ever.",
  fix: "Leave the prefix out of new headers. Keep those that are in use: a second name costs more than the prefix does.",
  exceptions:
    "Headers in use, or of a proxy or platform. The best known are passed over, and so are the names of API keys.",
  severity: "info",
  preset: "strict",
  source: "RFC 6648, section 3; Azure REST API guidelines, http-no-x-custom-headers.",
  messages: { prefixed: "The header `{header}` starts with X-." },
  grouped: { summary: "{count} headers start with X-." },
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
