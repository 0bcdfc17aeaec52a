import { definePactRule } from "@concordat/engine/kit";
import { responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-header-undeclared",
  on: "remark",
  summary: "A consumer relies on a header that the response does not declare.",
  why: "The description never says that the provider sends it.",
  fix: "Do without the header, or declare it.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.17",
  messages: {
    undeclared: "`{response}` declares no header `{header}`, and the consumer relies on it.",
  },
  *run(target, hit) {
    const { side, name, fault } = target;
    if (side === "response" && fault === "undeclared")
      yield hit("undeclared", { response: responseOf(target), header: name });
  },
});
