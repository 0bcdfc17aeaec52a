import { defineDiffCheck, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-required-added",
  summary: "A required parameter is new.",
  why: "Requests that worked leave it out, and are refused with 400.",
  fix: "Make it optional, with the old behaviour as its default.",
  consumerFix: "Always send it.",
  about: { area: "parameter", aspect: "required", action: "added" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-parameter-removed",
  messages: { added: "The required {in} parameter `{name}` was added." },
  on: "parameters",
  *run({ added, operation }, hit) {
    for (const { in: place, name, at } of added.filter(({ required }) => required)) {
      const trial = showRequest(operation, `${place}.${name}`);
      const witness = { trial, reason: `It lacks the ${place} parameter \`${name}\`.` };
      yield hit("added", { in: place, name }, { head: at, witness });
    }
  },
});
