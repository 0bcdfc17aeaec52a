import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-media-type-removed",
  summary: "A response is no longer sent in a media type.",
  why: "A consumer that asks for it gets 406, or a body it cannot read.",
  fix: "Keep offering it until its sunset.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-media-type-added",
  source: "RFC 9110, section 15.5.7",
  messages: { removed: "`{mediaType}` is no longer sent." },
  on: "content",
  *run({ direction, lost, at, reach }, hit) {
    if (direction !== "response") return;
    for (const { range, at: media } of lost) {
      const message = { status: reach.status ?? "200", headers: { "content-type": "another one" } };
      yield hit(
        "removed",
        { mediaType: range },
        {
          base: media,
          head: at.head,
          below: ["content", range],
          witness: { message, reason: `It is not \`${range}\`.` },
        },
      );
    }
  },
});
