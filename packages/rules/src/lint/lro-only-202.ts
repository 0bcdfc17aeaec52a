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
  summary: "An operation that answers 202 has no other success.",
  why: "If the server decides each time whether it is done at once, every client has to be written for both, and the rarer way is never tested.",
  fix: "Answer 202 always; or let the client choose with `Prefer: respond-async` or a parameter.",
  exceptions:
    "204 of a DELETE, for what is gone already. Operations with a parameter that lets the client choose are left out.",
  severity: "warn",
  preset: "strict",
  source: "Azure API guidelines, az-lro-response-codes; AEP-151; RFC 7240, section 4.1 (respond-async).",
  messages: { mixed: "`{operation}` answers 202 or {others}, and the client cannot choose." },
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
