import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/schema-without-values",
  summary: "No value at all fits a schema that changed.",
  why: "Nothing can be sent there as it is described, so that no change of it breaks anybody by the letter. It is rarely meant.",
  fix: "Give the alternatives of `oneOf` something that tells them apart, such as a discriminator, or take `anyOf`.",
  about: { area: "schema", aspect: "values", action: "without-values" },
  impact: "none",
  severity: "warn",
  audience: "docs",
  mirror: { none: "it is told of the side that sends, whatever the other says" },
  messages: { empty: "No value fits this schema, so no {direction} can hold one; its parts were compared one by one." },
  on: "vacuous",
  *run({ direction, base, head }, hit) {
    yield hit("empty", { direction }, { base, head });
  },
});
