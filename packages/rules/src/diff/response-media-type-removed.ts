import {
  type ContentTarget,
  defineDiffCheck,
  maySucceed,
  showAccept,
  showBody,
  type Trial,
  typesOfRange,
} from "@concordat/engine/kit";

/** A request that asks for it, or a response without it. Of an error no media type can be asked for, only another come. */
function trialOf(range: string, { direction, gained, kept, reach, operation }: ContentTarget): Trial | undefined {
  if (gained.length + kept.length === 0) return showBody(operation, direction, reach, "body", [{}]);
  // Subscribers cannot ask for a media type, and know those that are left.
  if (operation.inverted) return undefined;
  if (maySucceed(reach.status ?? "", operation.head.responses)) return showAccept(operation, reach, range);
  const bodies = gained.flatMap((media) => typesOfRange(media.range).map((type) => ({ media, type })));
  return bodies.length === 0 ? undefined : showBody(operation, direction, reach, "content-type", bodies);
}

export default defineDiffCheck({
  id: "diff/response-media-type-removed",
  summary: "A response is no longer sent in a media type.",
  why: "A consumer that asks for it gets 406, or a body it cannot read.",
  fix: "Keep offering it until its sunset.",
  consumerFix: "Ask for one of the media types that are left.",
  about: { area: "media-type", aspect: "existence", action: "removed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-media-type-added",
  source: "RFC 9110, section 15.5.7",
  messages: { removed: "The response is no longer sent in `{mediaType}`." },
  on: "content",
  *run(target, hit) {
    for (const { range, at: media } of target.lost) {
      const trial = trialOf(range, target);
      if (trial === undefined) continue;
      const witness = { trial, reason: `It is not offered in \`${range}\`.` };
      yield hit(
        "removed",
        { mediaType: range },
        { base: media, head: target.at.head, below: ["content", range], witness },
      );
    }
  },
});
