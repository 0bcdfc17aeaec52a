import { definePactRule } from "@concordat/engine/kit";
import { responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-header-refused",
  on: "remark",
  summary: "A consumer expects a header with a value that the description does not allow.",
  why: "The provider never sends such a header.",
  fix: "Expect a value that the schema of the header accepts, or correct the schema.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.21",
  messages: {
    refused:
      "The value of the header `{header}` that the consumer expects of `{response}` is not one that is described. {reason}",
  },
  *run(target, hit) {
    const { side, name, fault, reason } = target;
    if (side === "response" && name !== "" && fault === "refused")
      yield hit("refused", { response: responseOf(target), header: name, reason });
  },
});
