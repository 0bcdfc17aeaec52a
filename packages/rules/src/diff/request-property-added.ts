import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-property-added",
  summary: "An optional property of a request is new.",
  why: "Existing requests stay valid; consumers may send more.",
  fix: "Nothing to do.",
  about: { area: "property", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-optional-property-removed",
  messages: { added: "The optional property `{name}` was added to the request." },
  on: "place",
  *run({ added }, hit) {
    // Containment reports that a property is required, or was refused before.
    for (const { name, at } of added.filter(({ required, open }) => !required && open))
      yield hit("added", { name }, { head: at });
  },
});
