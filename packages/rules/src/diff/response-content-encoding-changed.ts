import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-content-encoding-changed",
  summary: "A string in a response holds its content in another encoding or media type.",
  why: "Consumers decode it wrongly.",
  fix: "Keep it, or add a property with another name.",
  consumerFix: "Read it in the new form.",
  about: { area: "schema", aspect: "content-encoding", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-content-encoding-changed",
  source: "JSON Schema 2020-12 Validation, section 8",
  messages: { changed: "`{keyword}` of {at} changed from {from} to {to}." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    for (const keyword of ["contentEncoding", "contentMediaType"] as const) {
      const [from, to] = [annotations.base[keyword] ?? null, annotations.head[keyword] ?? null];
      if (from !== to) yield hit("changed", { keyword, from, to }, { base, head, below: [keyword] });
    }
  },
});
