import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/path-unknown",
  on: "route",
  summary: "A consumer calls a path that the description does not have.",
  why: "The provider answers 404, whatever the pact expects.",
  fix: "Correct the path in the consumer, or describe the operation.",
  severity: "error",
  source: "OpenAPI 3.1.1, section 4.8.8",
  messages: {
    unknown: "`{method} {path}` matches no path of the description.",
  },
  *run({ missing, method, path }, hit) {
    if (missing === "path") yield hit("unknown", { method, path });
  },
});
