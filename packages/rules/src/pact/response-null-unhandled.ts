import { definePactRule } from "@concordat/engine/kit";
import { placeIn, responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-null-unhandled",
  on: "gap",
  summary: "A consumer relies on a value that may be null.",
  why: "A response with null there keeps the contract, and breaks the consumer.",
  fix: "Have the consumer cope with null, or take null out of the schema.",
  severity: "warn",
  source: "Pact specification, version 4, matching rules",
  messages: {
    null: "`{place}` of `{response}` may be null, and the consumer expects another value.",
  },
  *run(target, hit) {
    const { side, keyword, types, at } = target;
    if (side === "response" && keyword === "type" && types.length === 1 && types[0] === "null")
      yield hit("null", { response: responseOf(target), place: placeIn(at) });
  },
});
