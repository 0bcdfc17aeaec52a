import { definePactRule } from "@concordat/engine/kit";
import { placeIn, responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/response-property-undeclared",
  on: "gap",
  summary: "A consumer relies on a property that the response does not declare.",
  why: "The description never says that the provider sends it.",
  fix: "Do without the property, or declare it.",
  severity: "error",
  source: "Pact specification, version 4, matching rules",
  messages: {
    undeclared: "The consumer relies on `{property}` in `{place}` of `{response}`, which does not declare it.",
  },
  *run(target, hit) {
    const { side, name, declared, at } = target;
    if (side === "response" && name !== undefined && declared === "undeclared")
      yield hit("undeclared", { response: responseOf(target), property: name, place: placeIn(at) });
  },
});
