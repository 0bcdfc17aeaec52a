import { defineLintRule, operationName } from "@concordat/engine/kit";
import { isIdempotentMethod, keyHeaderOf } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-key-redundant",
  theme: "idempotency",
  summary: "GET, HEAD, PUT and DELETE take no idempotency key.",
  why: "These methods may be repeated anyway. A key suggests that they may not without it, and a GET that answers from the store of keys shows an old state.",
  fix: "Ignore the key, and take the parameter away in the next major version; a parameter of the path belongs to its POST or PATCH.",
  exceptions:
    "A PUT or DELETE that has a further effect, such as a payment, and has to answer a repeat as it did the first time.",
  severity: "info",
  preset: "strict",
  source: "RFC 9110, section 9.2.2; draft-ietf-httpapi-idempotency-key-header-07, section 1.",
  grouped: { summary: "{count} operations take an idempotency key, though their method may be repeated anyway." },
  messages: { needless: "`{operation}` takes the key `{header}`, though {method} may be repeated anyway." },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      const { ref } = operation;
      const key = isIdempotentMethod(ref.method) ? keyHeaderOf(operation) : undefined;
      if (key === undefined) continue;
      const data = { operation: operationName(ref), header: key.name, method: ref.method };
      yield hit("needless", data, ref.at, { operations: [ref] });
    }
  },
});
