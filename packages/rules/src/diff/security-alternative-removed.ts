import { defineDiffCheck, describeAlternative, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/security-alternative-removed",
  summary: "A way to authenticate is no longer enough.",
  why: "Requests that were let in are refused with 401 or 403.",
  fix: "Keep the old way as an alternative until consumers have moved.",
  consumerFix: "Authenticate in one of the ways that are left.",
  about: { area: "security", aspect: "alternative", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/security-alternative-added",
  source: "OpenAPI 3.1.1, section 4.8.30; RFC 9110, sections 15.5.2 and 15.5.4",
  messages: { removed: "A request with {alternative} is no longer let in: it lacks {missing}." },
  on: "security",
  *run({ refused, base, head, operation }, hit) {
    for (const { alternative, missing } of refused) {
      const data = { alternative: describeAlternative(alternative), missing: describeAlternative(missing) };
      const trial = showRequest(operation, "security", { credentials: alternative, scopes: true });
      yield hit("removed", data, {
        base: base.at,
        head: head.at,
        witness: { trial, reason: `It lacks ${data.missing}.` },
      });
    }
  },
});
