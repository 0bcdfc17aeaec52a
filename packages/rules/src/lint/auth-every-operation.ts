import { defineLintRule, extensionOf, isSecured, mainOperations, operationName, valueAt } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/auth-every-operation",
  theme: "auth",
  summary: "Every operation asks for credentials, or says itself that it is open to everybody.",
  why: "Where nothing is said, a consumer cannot tell an open operation from one whose credentials were forgotten.",
  fix: "Add `security` with the scheme in use, at the top or at the operation; where none is needed, write `security: []` at the operation.",
  exceptions:
    "An API behind a network that admits only known callers; say so once with `x-public: true` at the top or at a path.",
  severity: "warn",
  source:
    "Zalando RESTful API Guidelines, rule 104; OWASP API Security Top 10 2023, API2; OpenAPI 3.1, Operation Object.",
  grouped: { summary: "{count} operations do not say whether they need credentials." },
  messages: {
    silent: "`{operation}` does not say whether it needs credentials.",
    open: "`{operation}` is open to everybody because the `security` at the top is; say so at the operation.",
  },
  *run({ api }, hit) {
    const shared = api.member(api.root, "security");
    for (const operation of mainOperations(api)) {
      const { ref } = operation;
      const own = api.member(ref.at, "security");
      if (own !== undefined || extensionOf(operation, "x-public", api)?.value === true) continue;
      const place = { operations: [ref] };
      if (shared === undefined) yield hit("silent", { operation: operationName(ref) }, ref.at, place);
      // Alternatives of which one is empty are meant: credentials are optional everywhere.
      else if (!isSecured(operation) && (valueAt(api.root, "security") as unknown[]).length < 2)
        yield hit("open", { operation: operationName(ref) }, ref.at, place);
    }
  },
});
