import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/read-only-sent",
  on: "use",
  summary: "A consumer sends a property that only the provider sets.",
  why: "The provider ignores a `readOnly` property in a request, or refuses the request.",
  fix: "Leave the property out of the request.",
  severity: "warn",
  source: "OpenAPI 3.0.4, section 4.7.24; JSON Schema 2020-12 validation, section 9.4",
  messages: {
    sent: "The request to `{operation}` sends `{property}`, which is `readOnly`.",
  },
  *run(target, hit) {
    if (target.mark === "read-only") yield hit("sent", { operation: operationOf(target), property: target.name });
  },
});
