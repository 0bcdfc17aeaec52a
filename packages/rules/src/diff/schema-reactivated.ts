import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/schema-reactivated",
  summary: "A property or a schema is no longer deprecated.",
  why: "Consumers that were about to leave it may stay.",
  fix: "Tell the consumers who were asked to move away.",
  about: { area: "schema", aspect: "lifecycle", action: "reactivated" },
  impact: "patch",
  severity: "info",
  audience: "docs",
  mirror: "diff/schema-deprecated",
  messages: { reactivated: "{At} is no longer deprecated." },
  on: "place",
  *run({ annotations, base, head }, hit) {
    if (annotations.base.deprecated && !annotations.head.deprecated)
      yield hit("reactivated", {}, { base, head, below: ["deprecated"] });
  },
});
