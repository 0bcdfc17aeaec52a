import { definePactRule } from "@concordat/engine/kit";
import { placeIn, responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-property-optional",
  on: "gap",
  summary: "A consumer relies on a property that the provider may leave out.",
  why: "A response without it keeps the contract, and breaks the consumer.",
  fix: "Have the consumer cope without the property, or make it required.",
  severity: "warn",
  source: "Pact specification, version 4, matching rules",
  messages: {
    optional: "The consumer relies on `{property}` in `{place}` of `{response}`, which is optional.",
  },
  *run(target, hit) {
    const { side, part, name, declared, keyword, at } = target;
    const isMissing = part === "body" && name !== undefined && keyword === "required";
    if (side === "response" && isMissing && (declared === "declared" || declared === "any-name"))
      yield hit("optional", { response: responseOf(target), property: name, place: placeIn(at) });
  },
});
