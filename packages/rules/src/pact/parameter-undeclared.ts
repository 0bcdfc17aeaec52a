import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/parameter-undeclared",
  on: "remark",
  summary: "A consumer sends a parameter that the operation does not declare.",
  why: "The provider ignores it, or refuses the request: the description does not say.",
  fix: "Leave the parameter out, or declare it.",
  severity: "warn",
  source: "OpenAPI 3.1.1, section 4.8.12",
  messages: {
    undeclared: "`{operation}` declares no parameter `{parameter}`.",
  },
  *run(target, hit) {
    const { side, part, name, fault } = target;
    if (side === "request" && fault === "undeclared")
      yield hit("undeclared", { operation: operationOf(target), parameter: `${part}.${name}` });
  },
});
