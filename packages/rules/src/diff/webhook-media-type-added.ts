import { defineDiffCheck, showBody, typesOfRange } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/webhook-media-type-added",
  summary: "A webhook may be sent in one more media type.",
  why: "Subscribers cannot choose: they may get a body that they cannot read.",
  fix: "Send it only to those who ask for it when they subscribe.",
  consumerFix: "Be ready to receive it.",
  about: { area: "media-type", aspect: "webhook", action: "added" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-media-type-removed",
  messages: { added: "The webhook may now also be sent in `{mediaType}`." },
  on: "content",
  *run({ direction, gained, operation, reach }, hit) {
    if (!operation.inverted) return;
    for (const media of gained) {
      const bodies = typesOfRange(media.range).map((type) => ({ media, type }));
      const trial = showBody(operation, direction, reach, "content-type", bodies);
      const witness = { trial, reason: "Subscribers do not know the media type." };
      yield hit("added", { mediaType: media.range }, { head: media.at, witness });
    }
  },
});
