import {
  activeOperations,
  addResponses,
  coversStatus,
  defineLintRule,
  isSecured,
  type Operation,
  operationName,
} from "@concordat/engine/kit";

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  401: "The credentials are missing or no longer valid.",
  403: "The credentials do not allow this request.",
};

export default defineLintRule({
  id: "lint/auth-401-403",
  theme: "auth",
  summary: "Operations that ask for credentials declare 401 and 403.",
  why: "A consumer treats them apart: one asks for a fresh token, the other never gets better by asking again.",
  fix: "Declare 401 and 403, best as shared responses with the error format of the API.",
  exceptions: "An API that hides what a caller may not see answers 404 instead of 403.",
  severity: "warn",
  source:
    "RFC 9110, sections 15.5.2 and 15.5.4; OWASP API Security Top 10 2023, API8; DigitalOcean OpenAPI ruleset, common responses.",
  grouped: { summary: "{count} operations ask for credentials and do not declare both 401 and 403." },
  messages: { lacking: "`{operation}` asks for credentials and does not declare {lacking}." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      if (!isSecured(operation) || isByTls(operation)) continue;
      const lacking = ["401", "403"].filter((status) => !coversStatus(operation, status));
      if (lacking.length === 0) continue;
      const added = lacking.map((status) => [status, { description: DESCRIPTIONS[status] ?? "" }]);
      const edits = addResponses(operation, Object.fromEntries(added), api);
      yield hit("lacking", { operation: operationName(ref), lacking }, ref.at, { operations: [ref], edits });
    }
  },
});

/** Whether certificates are all that is asked for: they are refused before there is a response. */
function isByTls({ security }: Operation): boolean {
  return security.alternatives.flat().every(({ meaning }) => meaning === "mutualTLS");
}
