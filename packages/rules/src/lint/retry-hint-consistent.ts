import {
  type ApiOperation,
  defineLintRule,
  idempotencyOf,
  isIdempotentMethod,
  isObject,
  keyHeaderOf,
  listIn,
  malformedIn,
  operationName,
  own,
  valueAt,
} from "@concordat/engine/kit";
import { mechanismOf } from "../support/reliability.ts";

/** What may have been executed although it failed: a repeat can do it twice. */
const IN_DOUBT = /^(?:5XX|500|502|504|408)$/i;

export default defineLintRule({
  id: "lint/retry-hint-consistent",
  theme: "idempotency",
  summary: "Retry extensions agree with the method and with what the operation declares.",
  why: "Generated clients and gateways follow the hint. A hint to repeat what cannot be repeated causes duplicates, and a hint against retries causes failures.",
  fix: "Declare the mechanism that the hint relies on, or correct the hint.",
  exceptions: "None. One of the two statements is wrong.",
  severity: "error",
  source: "RFC 9110, section 9.2.2; draft-ietf-httpapi-idempotency-key-header-07, section 2; AIP-194.",
  messages: {
    always: "`{hint}` tells clients to repeat `{operation}` when in doubt, but nothing makes that safe.",
    never: "`{hint}` says that `{operation}` is not idempotent, although {reason}.",
    absent: "`x-idempotency` says that `{operation}` accepts a key in a header, but it declares no such header.",
    malformed: "`x-idempotency` has an invalid value: `{value}`.",
  },
  *run({ api }, hit) {
    const root = malformedIn(valueAt(api.root, "x-idempotency"));
    if (root !== undefined) yield hit("malformed", { value: root }, api.root);
    for (const operation of api.operations) {
      const { ref } = operation;
      const place = { operations: [ref] };
      const name = operationName(ref);
      const value = malformedIn(valueAt(ref.at, "x-idempotency"));
      if (value !== undefined) yield hit("malformed", { value }, ref.at, place);
      const isUnsafe = !isIdempotentMethod(ref.method);
      // The statement may stand at the root; it is about operations that need a key.
      const isBare = isUnsafe && mechanismOf(operation, api) === undefined;
      if (isBare && idempotencyOf(operation, api).key === "header")
        yield hit("absent", { operation: name }, ref.at, place);
      const always = hintFor(operation, ALWAYS);
      if (always !== undefined && isBare) yield hit("always", { operation: name, hint: always }, ref.at, place);
      const never = hintFor(operation, NEVER);
      const reason = isUnsafe
        ? keyHeaderOf(operation) && "it takes an idempotency key"
        : `${ref.method} is by definition`;
      if (never !== undefined && reason !== undefined)
        yield hit("never", { operation: name, hint: never, reason }, ref.at, place);
    }
  },
});

type Hints = Readonly<Record<string, (value: unknown) => boolean>>;

const ALWAYS: Hints = {
  "x-retry": (value) => value === true || value === "always",
  "x-retryable": (value) => value === true,
  "x-speakeasy-retries": (value) =>
    isObject(value) &&
    own(value, "strategy") !== "none" &&
    (own(value, "retryConnectionErrors") === true ||
      listIn(own(value, "statusCodes")).some((code) => IN_DOUBT.test(String(code)))),
};
const NEVER: Hints = {
  "x-idempotent": (value) => value === false,
  "x-fern-idempotent": (value) => value === false,
};

/** The extension of an operation that gives a hint. */
function hintFor({ ref }: ApiOperation, hints: Hints): string | undefined {
  return Object.keys(hints).find((name) => hints[name]?.(valueAt(ref.at, name)));
}
