import {
  activeOperations,
  defineLintRule,
  isReadMethod,
  operationName,
  parameterOf,
  responseOf,
  successesOf,
} from "@concordat/engine/kit";

/** Parameters by which a client chooses whether to wait. */
const CHOICE =
  /^(?:is[-_]?)?(?:a?sync(?:hronous|hronously)?|wait(?:[-_]?(?:for|until|seconds).*)?|blocking|background|timeout|prefer)$/i;

export default defineLintRule({
  id: "lint/lro-only-202",
  theme: "long-running",
  summary: "Operations that answer 202 have no other success response.",
  why: "If the server decides each time whether to finish at once, every client has to handle both, and nobody tests the rarer one.",
  fix: "Always answer 202, or let the client choose with `Prefer: respond-async` or a parameter.",
  exceptions:
    "204 on a DELETE of something already gone. The rule skips operations with a parameter that lets the client choose.",
  severity: "warn",
  preset: "strict",
  source: "Azure API guidelines, az-lro-response-codes; AEP-151; RFC 7240, section 4.1 (respond-async).",
  messages: { mixed: "`{operation}` can answer 202 as well as {others}, and the client cannot choose." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, parameters } = operation;
      if (responseOf(operation, "202") === undefined || isReadMethod(ref.method)) continue;
      if (parameterOf(operation, "header", "Prefer") || parameters.some(({ name }) => CHOICE.test(name))) continue;
      const others = successesOf(operation)
        .map(({ status }) => status)
        .filter((status) => status !== "202" && !(ref.method === "DELETE" && status === "204"))
        .sort();
      if (others.length === 0) continue;
      const data = { operation: operationName(ref), others };
      yield hit("mixed", data, ref.at, { operations: [ref], direction: "response" });
    }
  },
});
