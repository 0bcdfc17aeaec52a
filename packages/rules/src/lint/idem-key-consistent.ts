import {
  type ApiOperation,
  activeOperations,
  defineLintRule,
  idempotencyOf,
  keyHeaderOf,
  operationName,
  responseOf,
} from "@concordat/engine/kit";
import { mechanismOf } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/idem-key-consistent",
  theme: "idempotency",
  summary: "If one creating POST of an API accepts an idempotency key, all of them do.",
  why: "Retry code sends the key with every POST. Where a server ignores it, a retry that should be safe creates a second resource.",
  fix: "Accept the key on these operations too, or state what else makes them safe to repeat: `x-idempotency: { key: natural }`.",
  exceptions: "Operations whose data identify what they create. State this with `x-idempotency`.",
  severity: "info",
  preset: "strict",
  source:
    "draft-ietf-httpapi-idempotency-key-header-07, section 2.5; Azure API guidelines, http-all-methods-idempotent.",
  grouped: {
    summary: "{count} POST operations create something without an idempotency key, unlike others of this API.",
  },
  messages: {
    keyless: "`{operation}` creates something without an idempotency key, unlike other operations of this API.",
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
