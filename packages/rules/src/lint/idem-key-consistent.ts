import { type ApiOperation, activeOperations, defineLintRule, operationName, responseOf } from "@concordat/engine/kit";
import { idempotencyOf, keyHeaderOf, mechanismOf } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-key-consistent",
  theme: "idempotency",
  summary: "Where one POST of an API takes an idempotency key, every POST that creates something does.",
  why: "Retry code sends the key with every POST. Where a server ignores it, a retry that is meant to be safe creates a second resource.",
  fix: "Accept the key on these operations too, or state what else makes them safe to repeat: `x-idempotency: { key: natural }`.",
  exceptions: "An operation whose data identify what it creates, once `x-idempotency` says so.",
  severity: "info",
  preset: "strict",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2.5; Azure API guidelines, http-all-methods-idempotent.",
  grouped: {
    summary: "{count} POST operations create something and take no idempotency key, as others of this API do.",
  },
  messages: {
    keyless: "`{operation}` creates something and takes no idempotency key, as other operations of this API do.",
  },
  *run({ api }, hit) {
    const creating = activeOperations(api).filter(creates);
    if (!api.operations.some((operation) => operation.ref.method === "POST" && keyHeaderOf(operation))) return;
    for (const operation of creating) {
      const mechanism = mechanismOf(operation, api);
      const isStated = idempotencyOf(operation, api).key !== undefined && mechanism !== undefined;
      if (isStated || mechanism === "header" || mechanism === "safe" || mechanism === "natural") continue;
      yield hit("keyless", { operation: operationName(operation.ref) }, operation.ref.at, {
        operations: [operation.ref],
      });
    }
  },
});

function creates(operation: ApiOperation): boolean {
  if (operation.ref.method !== "POST") return false;
  return responseOf(operation, "201") !== undefined || operation.resource.kind === "collection";
}
