import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-media-type-added",
  summary: "A response is available in one more media type.",
  why: "Consumers that ask for it have one more choice; others do not get it.",
  fix: "Nothing to do.",
  about: { area: "media-type", aspect: "existence", action: "added" },
  impact: "minor",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-media-type-removed",
  source: "RFC 9110, section 12.5.1",
  messages: { added: "The response is now also available in `{mediaType}`." },
  on: "content",
  *run({ gained, operation }, hit) {
    if (!operation.inverted) for (const { range, at } of gained) yield hit("added", { mediaType: range }, { head: at });
  },
});
