import { definePactRule } from "@concordat/engine/kit";

export default definePactRule({
  id: "pact/deprecated-used",
  on: "use",
  summary: "A consumer uses what is deprecated.",
  why: "It may be gone after its sunset.",
  fix: "Move to what replaces it.",
  severity: "warn",
  source: "OpenAPI 3.1.1, sections 4.8.10 and 4.8.12",
  messages: {
    used: "The consumer uses the {what} `{name}`, which is deprecated.",
    ending: "The consumer uses the {what} `{name}`, which is deprecated and may be gone after {sunset}.",
  },
  *run({ mark, what, name, sunset }, hit) {
    if (mark !== "deprecated") return;
    if (sunset === undefined) yield hit("used", { what, name });
    else yield hit("ending", { what, name, sunset });
  },
});
