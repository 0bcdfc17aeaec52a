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
  summary: "Secured operations declare 401 and 403.",
  why: "Clients handle the two differently: 401 means fetch a new token, 403 means stop, because retrying never helps.",
  fix: "Declare 401 and 403, preferably as shared responses in the API's error format.",
  fixes: "promises",
  exceptions: "APIs that answer 404 instead of 403 to hide what a caller may not see.",
  severity: "warn",
  source:
    "RFC 9110, sections 15.5.2 and 15.5.4; OWASP API Security Top 10 2023, API8; DigitalOcean OpenAPI ruleset, common responses.",
  grouped: { summary: "{count} secured operations do not declare both 401 and 403." },
  messages: { lacking: "`{operation}` requires credentials but does not declare {lacking}." },
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
