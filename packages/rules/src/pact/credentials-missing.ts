import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/credentials-missing",
  on: "remark",
  summary: "A consumer sends a request without the credentials that the operation asks for.",
  why: "The provider refuses the request with 401 or 403.",
  fix: "Send the credential that the security scheme asks for, or expect the refusal.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.30",
  messages: {
    missing: "The request to `{operation}` does not satisfy its security. {reason}",
  },
  *run(target, hit) {
    if (target.part === "security") yield hit("missing", { operation: operationOf(target), reason: target.reason });
  },
});
