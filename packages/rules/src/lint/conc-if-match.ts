import {
  addParameter,
  addResponses,
  coversStatus,
  defineLintRule,
  headerOf,
  operationName,
  successesOf,
} from "@concordat/engine/kit";
import { carriesVersion, writables, writeConditionOf } from "../support/reliability.ts";

const CONDITION = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The ETag of the version that this write starts from. It is refused with 412 if there is a newer one.",
  schema: { type: "string" },
};
const FAILED = { description: "The resource has changed since the version that `If-Match` names." };

export default defineLintRule({
  id: "lint/conc-if-match",
  theme: "concurrency",
  summary: "PUT, PATCH and DELETE accept `If-Match` on resources that have an `ETag`.",
  why: "An ETag alone protects nobody: without `If-Match`, a client cannot have its write refused when someone else was faster.",
  fix: "Accept `If-Match`, answer 412 when it does not match, and declare both. An optional header breaks no client.",
  fixes: "promises",
  exceptions: "Writes that cannot lose data, such as those that only the owner makes.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, section 13.1.1; Zalando RESTful API Guidelines, rule 182; AIP-154.",
  grouped: { summary: "{count} write operations on resources with an `ETag` do not accept `If-Match`." },
  messages: {
    missing: "`{operation}` does not accept `If-Match`, so it can overwrite a version that its client has not seen.",
  },
  *run({ api }, hit) {
    for (const { get, writes } of writables(api)) {
      const hasTag = successesOf(get).some((response) => headerOf(response, "ETag"));
      // Where nothing has a version yet, the ETag comes first: another rule asks for it.
      if (!hasTag && !writes.some((write) => writeConditionOf(write))) continue;
      for (const write of writes) {
        if (writeConditionOf(write) || carriesVersion(write, api)) continue;
        const edits = addParameter(write.ref.at, CONDITION, api);
        if (edits.length > 0 && !coversStatus(write, "412")) edits.push(...addResponses(write, { 412: FAILED }, api));
        yield hit("missing", { operation: operationName(write.ref) }, write.ref.at, { operations: [write.ref], edits });
      }
    }
  },
});
