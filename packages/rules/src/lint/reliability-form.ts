import { defineLintRule, malformedReliability } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/reliability-form",
  theme: "idempotency",
  summary: "`x-reliability` has the members and values that clients read.",
  why: "What cannot be read may be what forbids a repeat. No client is generated from it; readers that ignore it repeat a request that must not be repeated, or wait longer than the operation allows.",
  fix: "Write it as `{ idempotency: key | natural | none, retry: safe | never, timeout: 2s, criticality: critical | normal }`; each member is optional. A timeout is a number with `ms`, `s`, `m` or `h`.",
  exceptions: "None. Nobody can obey what cannot be read.",
  severity: "error",
  preset: "strict",
  since: "next",
  source: "RFC 9110, section 9.2.2, which the members refine for single operations.",
  messages: { malformed: "`x-reliability` has an invalid value: `{value}`." },
  *run({ api }, hit) {
    for (const { at, operations, value } of malformedReliability(api))
      yield hit("malformed", { value }, at, { operations });
  },
});
