import { defineLintRule, isIdempotentMethod, keyHeaderOf, operationName } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/idem-key-redundant",
  theme: "idempotency",
  summary: "GET, HEAD, PUT and DELETE accept no idempotency key.",
  why: "Clients may repeat these methods anyway. A key suggests otherwise, and a GET that answers from the key store returns outdated state.",
  fix: "Ignore the key, and remove the parameter in the next major version. A parameter on the path belongs on its POST or PATCH.",
  exceptions:
    "PUT and DELETE operations with a further effect, such as a payment, that have to answer a repeat as they did the first time.",
  severity: "info",
  preset: "strict",
  source: "RFC 9110, section 9.2.2; draft-ietf-httpapi-idempotency-key-header-07, section 1.",
  grouped: {
    summary: "{count} operations accept an idempotency key, although their method is already safe to repeat.",
  },
  messages: {
    needless: "`{operation}` accepts the idempotency key `{header}`, although {method} is already safe to repeat.",
  },
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
