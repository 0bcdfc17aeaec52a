import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/property-direction-changed",
  summary: "`readOnly` or `writeOnly` changed.",
  why: "Generated types for requests and responses gain or lose the property. Other rules report whether messages are still accepted.",
  fix: "Nothing to do, unless clients are generated from this description.",
  about: { area: "property", aspect: "direction", action: "changed" },
  impact: "minor",
  severity: "info",
  audience: "client",
  mirror: "diff/property-direction-changed",
  source: "OpenAPI 3.1.1, section 4.8.24.4",
  messages: { set: "{At} is now `{keyword}`.", unset: "{At} is no longer `{keyword}`." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    for (const keyword of ["readOnly", "writeOnly"] as const) {
      const [before, after] = [annotations.base[keyword], annotations.head[keyword]];
      if (before !== after) yield hit(after ? "set" : "unset", { keyword }, { base, head, below: [keyword] });
    }
  },
});
