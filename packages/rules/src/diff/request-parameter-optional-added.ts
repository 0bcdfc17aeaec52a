import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-optional-added",
  summary: "An optional parameter is new.",
  why: "Consumers can say more; nobody has to.",
  fix: "Nothing to do.",
  about: { area: "parameter", aspect: "optional", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-parameter-removed",
  messages: { added: "The {in} parameter `{name}` is new." },
  on: "parameters",
  *run({ added }, hit) {
    for (const { in: place, name, at } of added.filter(({ required }) => !required))
      yield hit("added", { in: place, name }, { head: at });
  },
});
