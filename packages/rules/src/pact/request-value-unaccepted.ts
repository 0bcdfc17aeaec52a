import { definePactRule } from "@concordat/engine/kit";
import { operationOf, placeIn } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/request-value-unaccepted",
  on: "gap",
  summary: "A consumer may send values that the description does not allow.",
  why: "The example is accepted, but the matchers of the pact allow more than the description does: such a request is refused.",
  fix: "Use a matcher that allows no more than the description, or widen the schema.",
  severity: "warn",
  source: "Pact specification, version 4, matching rules",
  messages: {
    value:
      "`{place}` in the request to `{operation}` may be {value}, which the description (`{keyword}`) does not allow.",
  },
  *run(target, hit) {
    const { side, part, keyword, at, value } = target;
    if (side !== "request") return;
    const place = part === "body" ? placeIn(at) : part;
    const shown = value === undefined ? "another value" : JSON.stringify(value);
    yield hit("value", { operation: operationOf(target), place, keyword, value: shown });
  },
});
