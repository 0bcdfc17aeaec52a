import { defineLintRule, parameterOf } from "@concordat/engine/kit";
import { KEY_HEADER, keyedOperations } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-key-standard-name",
  theme: "idempotency",
  summary: "The header that carries an idempotency key is called `Idempotency-Key`.",
  why: "Clients, gateways and retry middleware know one name; each vendor spelling needs code of its own.",
  fix: "Accept the key in `Idempotency-Key` too, with the same meaning, and deprecate the other header.",
  exceptions:
    "A profile that prescribes another name, such as `x-idempotency-key` of UK Open Banking. `Repeatability-Request-ID` is a standard of its own and is not reported.",
  severity: "info",
  preset: "core",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2; Zalando RESTful API Guidelines, rule 230; RFC 6648, section 3.",
  messages: { spelled: "The idempotency key is sent in `{header}`, not in `Idempotency-Key`." },
  *run({ api }, hit) {
    for (const { operation, key } of keyedOperations(api)) {
      if (parameterOf(operation, "header", KEY_HEADER)) continue;
      yield hit("spelled", { header: key.name }, key.at, { operations: [operation.ref] });
    }
  },
});
