import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-optional-added",
  summary: "An optional parameter is new.",
  why: "Existing requests stay valid; consumers may send more.",
  fix: "Nothing to do.",
  about: { area: "parameter", aspect: "optional", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-parameter-removed",
  messages: { added: "The optional {in} parameter `{name}` was added." },
  on: "parameters",
  *run({ added }, hit) {
    for (const { in: place, name, at } of added.filter(({ required }) => !required))
      yield hit("added", { in: place, name }, { head: at });
  },
});
