import { activeOperations, defineLintRule } from "@concordat/engine/kit";
import { errorsOf, isOfOauth } from "../support/errors.ts";

export default defineLintRule({
  id: "lint/err-problem-json",
  theme: "errors",
  summary: "Errors are answered as problem documents, in `application/problem+json`.",
  why: "A client that knows one media type for errors needs one handler for all of them, and can tell an error of the API from one of a proxy in between.",
  fix: "Offer `application/problem+json` beside the media type of today; requests that accept it then get it.",
  exceptions:
    "Errors whose form another standard fixes, such as SCIM; those of OAuth (RFC 6749, section 5.2) are passed over where the path says `oauth`.",
  severity: "warn",
  preset: "core",
  source: "RFC 9457, section 3; Zalando RESTful API Guidelines, rule 176.",
  messages: { lacking: "The body of {status} is `{mediaTypes}`, and no problem document." },
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
