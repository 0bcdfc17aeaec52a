import { defineDiffCheck, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-became-required",
  summary: "An optional parameter became required.",
  why: "Requests that leave it out worked, and are refused with 400.",
  fix: "Leave it optional, with the old behaviour as its default.",
  consumerFix: "Always send it.",
  about: { area: "parameter", aspect: "obligation", action: "became-required" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-parameter-became-optional",
  messages: { required: "The {in} parameter `{name}` is now required." },
  on: "parameter",
  *run({ base, head, operation }, hit) {
    if (base.required || !head.required) return;
    const witness = {
      trial: showRequest(operation, `${head.in}.${head.name}`),
      reason: `It lacks the ${head.in} parameter \`${head.name}\`.`,
    };
    yield hit("required", { in: head.in, name: head.name }, { base: base.at, head: head.at, witness });
  },
});
