import { definePactRule } from "@concordat/engine/kit";
import { placeIn, responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-value-unhandled",
  on: "gap",
  summary: "The provider may send values that the consumer's matchers do not allow.",
  why: "A response with such a value keeps the contract, and breaks the consumer.",
  fix: "Have the consumer cope with all values that the description allows, or narrow the schema.",
  severity: "warn",
  source: "Pact specification, version 4, matching rules",
  messages: {
    value: "`{place}` of `{response}` may be {value}, which the consumer's expectation (`{keyword}`) does not allow.",
  },
  *run(target, hit) {
    const { side, part, keyword, name, types, at, value } = target;
    const isToldElsewhere =
      (name !== undefined && keyword === "required") || (types.length === 1 && types[0] === "null");
    if (side !== "response" || isToldElsewhere) return;
    const shown = value === undefined ? "another value" : JSON.stringify(value);
    yield hit("value", {
      response: responseOf(target),
      place: part === "body" ? placeIn(at) : part,
      keyword,
      value: shown,
    });
  },
});
