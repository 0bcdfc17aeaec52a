import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-reactivated",
  summary: "A parameter is no longer deprecated.",
  why: "Consumers that were about to leave it may stay.",
  fix: "Tell the consumers who were asked to move away.",
  about: { area: "parameter", aspect: "lifecycle", action: "reactivated" },
  impact: "patch",
  severity: "info",
  audience: "docs",
  direction: "request",
  mirror: "diff/request-parameter-deprecated",
  messages: { reactivated: "The {in} parameter `{name}` is no longer deprecated." },
  on: "parameter",
  *run({ base, head }, hit) {
    if (base.deprecated && !head.deprecated)
      yield hit(
        "reactivated",
        { in: head.in, name: head.name },
        { base: base.at, head: head.at, below: ["deprecated"] },
      );
  },
});
