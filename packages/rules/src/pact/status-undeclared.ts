import { definePactRule } from "@concordat/engine/kit";
import { operationOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/status-undeclared",
  on: "remark",
  summary: "A consumer expects a status that the operation does not declare.",
  why: "The description never says that the provider answers so.",
  fix: "Expect a status that the operation declares, or declare this one.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.16",
  messages: {
    undeclared: "`{operation}` declares no response with the status `{status}`. {reason}",
  },
  *run(target, hit) {
    const { side, part, reason, interaction } = target;
    if (side !== "response" || part !== "status" || interaction.kind !== "http") return;
    yield hit("undeclared", { operation: operationOf(target), status: interaction.response.status, reason });
  },
});
