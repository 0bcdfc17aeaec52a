import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-optional-property-removed",
  summary: "An optional property of a response is no longer declared.",
  why: "Consumers had to do without it before; but it never comes any more, and generated clients lose it.",
  fix: "Keep it until its sunset.",
  consumerFix: "Do without it: it is not promised any more.",
  about: { area: "property", aspect: "optional", action: "removed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "response",
  mirror: "diff/response-property-added",
  messages: { removed: "The optional property `{name}` was removed from the response." },
  on: "place",
  *run({ removed, base, head }, hit) {
    // Containment reports that a required property was removed.
    const gone = removed.filter(({ required }) => !required);
    for (const { name } of gone) yield hit("removed", { name }, { base, head, below: ["properties", name] });
  },
});
