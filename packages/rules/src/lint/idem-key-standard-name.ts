import { defineLintRule, KEY_HEADER, parameterOf } from "@concordat/engine/kit";
import { keyedOperations } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-key-standard-name",
  theme: "idempotency",
  summary: "The header that carries an idempotency key is named `Idempotency-Key`.",
  why: "Clients, gateways and retry middleware know this one name. Every other spelling needs extra code.",
  fix: "Accept the key in `Idempotency-Key` too, with the same meaning, and deprecate the other header.",
  exceptions:
    "Profiles that prescribe another name, such as `x-idempotency-key` in UK Open Banking. `Repeatability-Request-ID` is a separate standard, and the rule does not report it.",
  severity: "info",
  preset: "core",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2; Zalando RESTful API Guidelines, rule 230; RFC 6648, section 3.",
  messages: { spelled: "The idempotency key is sent in `{header}` instead of `Idempotency-Key`." },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (parameterOf(operation, "header", KEY_HEADER)) continue;
      yield hit("spelled", { header: key.name }, key.at, { operations: [operation.ref] });
    }
  },
});
