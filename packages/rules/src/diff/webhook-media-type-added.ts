import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/webhook-media-type-added",
  summary: "A webhook may be sent in one more media type.",
  why: "Subscribers cannot choose: they may get a body that they cannot read.",
  fix: "Send it only to those who ask for it when they subscribe.",
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-media-type-removed",
  messages: { added: "`{mediaType}` may be sent as well." },
  on: "content",
  *run({ direction, gained, operation }, hit) {
    if (direction !== "response" || !operation.inverted) return;
    for (const { range, at } of gained) {
      const message = {
        method: operation.head.ref.method,
        url: operation.head.ref.path,
        headers: { "content-type": range },
      };
      yield hit(
        "added",
        { mediaType: range },
        { head: at, witness: { message, reason: "Subscribers do not know the media type." } },
      );
    }
  },
});
