import { defineDiffCheck, maySucceed } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-error-media-type-removed",
  summary: "An error comes in one media type fewer.",
  why: "Consumers cannot ask for the media type of an error, and had to expect those that are left.",
  fix: "Nothing to do, unless consumers rely on the one that is gone.",
  about: { area: "media-type", aspect: "error", action: "removed" },
  impact: "patch",
  severity: "info",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-media-type-added",
  source: "RFC 9110, section 15.5.7",
  messages: { removed: "The error response {status} is no longer sent in `{mediaType}`." },
  on: "content",
  *run({ lost, gained, kept, at, reach, operation }, hit) {
    // Where another media type comes instead, or none is left, consumers get what they did not expect.
    if (operation.inverted || gained.length > 0 || kept.length === 0) return;
    const { status = "default" } = reach;
    if (maySucceed(status, operation.head.responses)) return;
    for (const { range, at: media } of lost)
      yield hit("removed", { status, mediaType: range }, { base: media, head: at.head, below: ["content", range] });
  },
});
