import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-content-encoding-changed",
  summary: "A string in a request holds its content in another encoding or media type.",
  why: "What consumers send is decoded wrongly.",
  fix: "Keep it, or add a property with another name.",
  consumerFix: "Write it in the new way.",
  about: { area: "schema", aspect: "content-encoding", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-content-encoding-changed",
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
