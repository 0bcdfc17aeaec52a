import { definePactRule } from "@concordat/engine/kit";
import { placeIn, responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-body-refused",
  on: "remark",
  summary: "A consumer expects a body that the description does not allow.",
  why: "The provider never sends such a response, so what the consumer does with it is tested in vain.",
  fix: "Expect a body that the schema accepts, or correct the schema.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.17",
  messages: {
    refused: "The example body that the consumer expects of `{response}` is refused at `{place}`. {reason}",
  },
  *run(target, hit) {
    const { side, part, at, reason } = target;
    if (side === "response" && part === "body")
      yield hit("refused", { response: responseOf(target), place: placeIn(at), reason });
  },
});
