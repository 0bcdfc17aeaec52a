import { defineDiffCheck, describeEncoding, showPart } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-encoding-changed",
  summary: "A part of a form is encoded in another way.",
  why: "The server refuses or misreads the part that consumers send.",
  fix: "Keep the encoding, or add a part with another name.",
  consumerFix: "Write it in the new way.",
  about: { area: "media-type", aspect: "encoding", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-encoding-changed",
  source: "OpenAPI 3.1.1, section 4.8.15",
  messages: { changed: "The part `{property}` was encoded as {from}, and is now encoded as {to}." },
  on: "encoding",
  *run({ direction, property, base, head, reach, media, headers, operation }, hit) {
    const [from, to] = [describeEncoding(base, headers.base), describeEncoding(head, headers.head)];
    const trial = showPart(operation, direction, reach, { media: media.base, property });
    const witness = { trial, reason: `Its part \`${property}\` is encoded as ${from}.` };
    yield hit("changed", { property, from, to }, { base, head, witness });
  },
});
