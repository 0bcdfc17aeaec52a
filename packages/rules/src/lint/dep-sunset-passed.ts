import { defineLintRule, operationName, placeOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-sunset-passed",
  theme: "deprecation",
  summary: "No operation is described beyond its sunset.",
  why: "The promise to serve it has expired: it may stop working at any moment, and a passed date teaches consumers to ignore dates.",
  fix: "Remove the operation, or extend the sunset and announce it.",
  exceptions: "A description of an older release that is kept as a record.",
  severity: "error",
  source: "RFC 8594, section 3.",
  messages: { passed: "The sunset of `{operation}` was on `{sunset}`, and it is still here." },
  *run({ api, asOf }, hit) {
    for (const { ref, lifecycle } of api.operations) {
      const { sunset } = lifecycle;
      if (sunset !== undefined && sunset <= asOf)
        yield hit("passed", { operation: operationName(ref), sunset }, placeOf(ref.at, "x-sunset", api), {
          operations: [ref],
        });
    }
  },
});
