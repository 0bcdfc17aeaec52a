import { defineLintRule, operationName, placeOf, sunsetHasPassed } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-sunset-passed",
  theme: "deprecation",
  summary: "No operation remains in the description past its sunset.",
  why: "The promise to serve it has expired, so it may stop working at any moment. A date that passes without effect teaches consumers to ignore dates.",
  fix: "Remove the operation, or extend the sunset and announce it.",
  exceptions: "Descriptions of older releases that are kept as a record.",
  severity: "error",
  source: "RFC 8594, section 3.",
  messages: { passed: "`{operation}` is still described after its sunset on `{sunset}`." },
  *run({ api, asOf }, hit) {
    for (const { ref, lifecycle } of api.operations) {
      const { sunset } = lifecycle;
      if (sunset !== undefined && sunsetHasPassed(sunset, asOf))
        yield hit("passed", { operation: operationName(ref), sunset }, placeOf(ref.at, "x-sunset", api), {
          operations: [ref],
        });
    }
  },
});
