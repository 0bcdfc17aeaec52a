import { defineDiffCheck, showBody, typesOfRange } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-media-type-removed",
  summary: "A request body is no longer accepted in a media type.",
  why: "A consumer that sends it is refused with 415.",
  fix: "Keep accepting it until its sunset.",
  consumerFix: "Send one of the media types that are left.",
  about: { area: "media-type", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-media-type-added",
  source: "RFC 9110, section 15.5.16",
  messages: { removed: "The request body is no longer accepted in `{mediaType}`." },
  on: "content",
  *run({ direction, lost, at, operation, reach }, hit) {
    for (const media of lost) {
      const { range } = media;
      const bodies = typesOfRange(range).map((type) => ({ media, type }));
      const trial = showBody(operation, direction, reach, "content-type", bodies);
      const witness = { trial, reason: "Its media type is refused with 415." };
      yield hit("removed", { mediaType: range }, { base: media.at, head: at.head, below: ["content", range], witness });
    }
  },
});
