import { definePactRule } from "@concordat/engine/kit";
import { responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-header-optional",
  on: "gap",
  summary: "A consumer relies on a response header that the provider may leave out.",
  why: "A response without the header keeps the contract, and breaks the consumer.",
  fix: "Have the consumer cope without the header, or make it required.",
  severity: "warn",
  source: "OpenAPI 3.1.1, section 4.8.21",
  messages: { optional: "The consumer relies on the header `{header}` of `{response}`, which is optional." },
  *run(target, hit) {
    const { side, part, name, keyword } = target;
    if (side === "response" && part.startsWith("header.") && keyword === "required" && name !== undefined)
      yield hit("optional", { response: responseOf(target), header: name });
  },
});
