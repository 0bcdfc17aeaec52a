import { defineLintRule, extensionOf, isSecured, mainOperations, operationName, valueAt } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/auth-every-operation",
  theme: "auth",
  summary: "Every operation requires credentials or states that it is public.",
  why: "If nothing is stated, consumers cannot tell a public operation from one whose credentials were forgotten.",
  fix: "Add `security` with the scheme you use, at the root or on the operation. For a public operation, write `security: []` on it.",
  exceptions:
    "APIs on a network that admits only known callers. State this once with `x-public: true` at the root or on a path.",
  severity: "warn",
  source:
    "Zalando RESTful API Guidelines, rule 104; OWASP API Security Top 10 2023, API2; OpenAPI 3.1, Operation Object.",
  grouped: { summary: "{count} operations do not state whether they require credentials." },
  messages: {
    silent: "`{operation}` does not state whether it requires credentials.",
    open: "`{operation}` is public only because the root `security` says so. State it on the operation.",
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
