import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-media-type-added",
  summary: "A request body is accepted in one more media type.",
  why: "Consumers have one more choice.",
  fix: "Nothing to do.",
  about: { area: "media-type", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-media-type-removed",
  messages: { added: "The request body is now also accepted in `{mediaType}`." },
  on: "content",
  *run({ gained }, hit) {
    for (const { range, at } of gained) yield hit("added", { mediaType: range }, { head: at });
  },
});
