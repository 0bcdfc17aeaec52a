import { definePactRule } from "@concordat/engine/kit";
import { responseOf } from "../support/interactions.ts";

export default definePactRule({
  id: "pact/write-only-expected",
  on: "use",
  summary: "A consumer relies on a property that is never part of responses.",
  why: "A `writeOnly` property is sent by consumers alone.",
  fix: "Do without the property, or take `writeOnly` off it.",
  severity: "error",
  source: "OpenAPI 3.0.4, section 4.7.24; JSON Schema 2020-12 validation, section 9.4",
  messages: {
    expected: "The consumer relies on `{property}` in `{response}`, which is `writeOnly`.",
  },
  *run(target, hit) {
    if (target.mark === "write-only") yield hit("expected", { response: responseOf(target), property: target.name });
  },
});
