import {
  type Api,
  type ApiOperation,
  defineLintRule,
  isIdempotentMethod,
  keyHeaderOf,
  operationName,
  reliabilityOf,
} from "@concordat/engine/kit";
import { mechanismOf } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/reliability-consistent",
  theme: "idempotency",
  summary: "`x-reliability` agrees with the method and with what the operation declares.",
  why: "Generated clients do what it says. A promise that the operation does not keep makes them send a request twice that must be sent once.",
  fix: "Declare the idempotency key that it relies on, or correct the extension.",
  exceptions:
    "PUT and DELETE operations that are not idempotent, against their definition, and cannot be changed: `idempotency: none` keeps clients from repeating them.",
  severity: "warn",
  preset: "strict",
  since: "next",
  source: "RFC 9110, section 9.2.2; draft-ietf-httpapi-idempotency-key-header-07, section 2.",
  messages: {
    absent: "`x-reliability` says that `{operation}` accepts an idempotency key, but it declares no header for one.",
    ignored:
      "`x-reliability` says that `{operation}` is not idempotent, although it accepts the idempotency key `{header}`.",
    method: "`x-reliability` says that `{operation}` is not idempotent, although {method} is by definition.",
    unsafe: "`x-reliability` says that `{operation}` is safe to retry, but nothing makes that safe.",
  },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      const { ref } = operation;
      const found = contradiction(operation, api);
      if (found === undefined) continue;
      const place = { operations: [ref] };
      const name = operationName(ref);
      const header = keyHeaderOf(operation)?.name ?? "";
      if (found === "ignored") yield hit(found, { operation: name, header }, ref.at, place);
      else if (found === "method") yield hit(found, { operation: name, method: ref.method }, ref.at, place);
      else yield hit(found, { operation: name }, ref.at, place);
    }
  },
});

/** How what is said of an operation contradicts what else is known of it. */
function contradiction(operation: ApiOperation, api: Api): "absent" | "ignored" | "method" | "unsafe" | undefined {
  const { idempotency, retry } = reliabilityOf(operation, api);
  const isIdempotent = isIdempotentMethod(operation.ref.method);
  const key = keyHeaderOf(operation);
  if (idempotency === "key") return key || isIdempotent ? undefined : "absent";
  if (idempotency === "none" && key) return "ignored";
  if (idempotency === "none" && isIdempotent) return "method";
  if (retry !== "safe" || isIdempotent || idempotency === "natural") return undefined;
  return idempotency === "none" || mechanismOf(operation, api) === undefined ? "unsafe" : undefined;
}
