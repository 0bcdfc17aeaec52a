import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-content-encoding-changed",
  summary: "A string in a response holds its content in another encoding or media type.",
  why: "Consumers decode it wrongly.",
  fix: "Keep it, or add a property with another name.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-content-encoding-changed",
  source: "JSON Schema 2020-12 Validation, section 8",
  messages: { changed: "`{keyword}` went from {from} to {to}." },
  on: "place",
  *run({ direction, annotations, base, head }, hit) {
    if (direction !== "response") return;
    for (const keyword of ["contentEncoding", "contentMediaType"] as const) {
      const [from, to] = [annotations.base[keyword] ?? null, annotations.head[keyword] ?? null];
      if (from !== to) yield hit("changed", { keyword, from, to }, { base, head, below: [keyword] });
    }
  },
});
