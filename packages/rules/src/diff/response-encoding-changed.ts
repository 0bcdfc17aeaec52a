import { defineDiffCheck, describeEncoding, showPart } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-encoding-changed",
  summary: "A part of a multipart response is encoded in another way.",
  why: "Consumers misread the part.",
  fix: "Keep the encoding, or add a part with another name.",
  consumerFix: "Read it in the new form.",
  about: { area: "media-type", aspect: "encoding", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-encoding-changed",
  source: "OpenAPI 3.1.1, section 4.8.15",
  messages: { changed: "The part `{property}` was encoded as {from}, and is now encoded as {to}." },
  on: "encoding",
  *run({ direction, property, base, head, reach, media, headers, operation }, hit) {
    const [from, to] = [describeEncoding(base, headers.base), describeEncoding(head, headers.head)];
    const trial = showPart(operation, direction, reach, { media: media.head, property });
    const witness = { trial, reason: `Its part \`${property}\` is encoded as ${to}.` };
    yield hit("changed", { property, from, to }, { base, head, witness });
  },
});
