import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-optional-property-removed",
  summary: "An optional property of a request is no longer declared.",
  why: "Requests that send it still work, as the object takes any property; but it has no effect any more, and generated clients lose it.",
  fix: "Keep it until its sunset.",
  consumerFix: "Stop sending it: it is ignored or refused.",
  about: { area: "property", aspect: "optional", action: "removed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "request",
  mirror: "diff/request-property-added",
  messages: { removed: "The optional property `{name}` was removed from the request." },
  on: "place",
  *run({ removed, base, head }, hit) {
    // Containment reports that a required one was removed, or that a closed object refuses it.
    const gone = removed.filter(({ required, open }) => !required && open);
    for (const { name } of gone) yield hit("removed", { name }, { base, head, below: ["properties", name] });
  },
});
