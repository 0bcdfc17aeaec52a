import {
  activeOperations,
  addResponses,
  defineLintRule,
  isSecured,
  type LintPlace,
  type Operation,
  operationName,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/err-client-and-server-declared",
  theme: "errors",
  summary: "Every operation declares a client error (4xx) and a server error (5xx), or `default` for both.",
  why: "Which side failed decides whether a client corrects the request or sends it again. Clients do not handle what is not declared.",
  fix: "Declare the statuses that the operation answers with, or `default` if all errors have one form.",
  fixes: "promises",
  exceptions:
    "Operations that cannot be called wrongly need no 4xx. The rule skips those without parameters, body and credentials.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, sections 15.5 and 15.6; Zalando RESTful API Guidelines, rule 151.",
  messages: { missing: "`{operation}` declares no {side} error: no {statuses} and no `default`." },
  grouped: { summary: "{count} declarations of 4xx or 5xx responses are missing from operations." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, responses } = operation;
      const declares = (first: string) => responses.some(({ status }) => status === "default" || status[0] === first);
      const data = { operation: operationName(ref) };
      const place = ([status, description]: readonly [string, string]): LintPlace => ({
        operations: [ref],
        direction: "response",
        edits: addResponses(operation, { [status]: { description } }, api),
      });
      const likely = clientError(operation);
      if (likely !== undefined && !declares("4"))
        yield hit("missing", { ...data, side: "client", statuses: "4xx" }, ref.at, place(likely));
      if (!declares("5"))
        yield hit("missing", { ...data, side: "server", statuses: "5xx" }, ref.at, place(SERVER_ERROR));
    }
  },
});

const SERVER_ERROR = ["500", "The server failed to handle the request."] as const;

/** The error that a client is most likely to make; undefined where there is nothing to do wrong. */
function clientError(operation: Operation): readonly [string, string] | undefined {
  if (isSecured(operation)) return ["401", "The credentials are missing, or are not accepted."];
  if (operation.body !== undefined || operation.parameters.length > 0) return ["400", "The request is not valid."];
  return undefined;
}
