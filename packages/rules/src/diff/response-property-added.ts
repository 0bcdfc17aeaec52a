import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-property-added",
  summary: "An optional property of a response is new.",
  why: "Consumers ignore properties they do not know.",
  fix: "Nothing to do.",
  about: { area: "property", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-optional-property-removed",
  messages: { added: "The optional property `{name}` was added to the response." },
  on: "place",
  *run({ added }, hit) {
    // Containment reports that a property is required.
    for (const { name, at } of added.filter(({ required }) => !required)) yield hit("added", { name }, { head: at });
  },
});
