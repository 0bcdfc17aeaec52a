import { activeOperations, defineLintRule } from "@concordat/engine/kit";
import { errorsOf, isOfOauth } from "../support/errors.ts";

export default defineLintRule({
  id: "lint/err-problem-json",
  theme: "errors",
  summary: "Error responses are problem documents in `application/problem+json`.",
  why: "A client that knows one error media type needs one handler, and can tell the API's errors from those of a proxy in between.",
  fix: "Offer `application/problem+json` beside the current media type. Requests that accept it then get it.",
  exceptions:
    "Errors whose format another standard defines, such as SCIM. The rule skips OAuth errors (RFC 6749, section 5.2) where the path contains `oauth`.",
  severity: "warn",
  preset: "core",
  source: "RFC 9457, section 3; Zalando RESTful API Guidelines, rule 176.",
  messages: { lacking: "{At} has the media type `{mediaTypes}`, not `application/problem+json`." },
  grouped: { summary: "{count} error responses are not problem documents." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      if (isOfOauth(operation.ref.path)) continue;
      for (const { at, status, content } of errorsOf(operation)) {
        const ranges = content.map(({ range }) => range);
        // A range that covers problem documents promises nothing against them.
        if (ranges.length === 0 || ranges.some((range) => /^(?:application\/(?:problem\+|\*)|\*\/\*)/.test(range)))
          continue;
        yield hit("lacking", { status, mediaTypes: ranges }, at, {
          operations: [operation.ref],
          direction: "response",
        });
      }
    }
  },
});
