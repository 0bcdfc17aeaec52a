import { addOwnHeaders, defineLintRule, headerOf, isJson, successesOf } from "@concordat/engine/kit";
import { carriesVersion, isVersion, jsonPropertiesOf, writables } from "../support/reliability.ts";

const HEADER = {
  description: "The version of this representation. Send it as `If-Match` with a write that starts from it.",
  schema: { type: "string" },
};

export default defineLintRule({
  id: "lint/conc-etag-on-get",
  theme: "concurrency",
  summary: "GET operations on writable resources declare `ETag`.",
  why: "Two clients that read, change and write back overwrite each other's work unnoticed unless each can name the version it read.",
  fix: "Send and declare an `ETag` with the representation, then let writes accept `If-Match`.",
  fixes: "promises",
  exceptions:
    "Resources that only one client writes, or whose every write replaces a value that nobody reads first. The rule recognizes a version in the body that writes send back, such as `etag` in AIP-154, by name.",
  severity: "warn",
  preset: "core",
  source:
    "RFC 9110, sections 8.8.3 and 13.1.1; Zalando RESTful API Guidelines, rule 182; AIP-154; Azure API guidelines, condreq-return-etags; IBM OpenAPI validator, etag-header.",
  grouped: { summary: "{count} GET responses of writable resources declare no `ETag`." },
  messages: {
    missing: "{At} declares no `ETag`, although clients can write the resource.",
  },
  *run({ api }, hit) {
    for (const { get, writes } of writables(api)) {
      const response = successesOf(get)[0];
      if (response === undefined || headerOf(response, "ETag")) continue;
      // Text and images are written whole: nothing is read before.
      if (!response.content.some(isJson) || writes.some((write) => carriesVersion(write, api))) continue;
      if (
        [...jsonPropertiesOf(response, api).keys()].some(
          (name) => isVersion(name) && /etag|lock|row|resource/i.test(name),
        )
      )
        continue;
      const edits = addOwnHeaders(response, { ETag: HEADER }, api);
      const data = { status: response.status, path: get.ref.path };
      yield hit("missing", data, response.at, { operations: [get.ref], direction: "response", edits });
    }
  },
});
