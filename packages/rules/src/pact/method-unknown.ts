import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/method-unknown",
  on: "route",
  summary: "A consumer calls a path by a method that it does not have.",
  why: "The provider answers 405, whatever the pact expects.",
  fix: "Correct the method in the consumer, or describe the operation.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.9; RFC 9110, section 15.5.6",
  messages: {
    unknown: "`{path}` has no `{method}`. It has: {known}.",
  },
  *run({ missing, method, path, known }, hit) {
    if (missing === "method") yield hit("unknown", { method, path, known });
  },
});
