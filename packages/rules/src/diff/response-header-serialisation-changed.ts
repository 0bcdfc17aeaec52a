import { defineDiffCheck, showHeaderValue } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-header-serialisation-changed",
  summary: "The value of a response header is written in another way.",
  why: "Consumers read the value as something else.",
  fix: "Keep `collectionFormat`, `explode` and `content`, or add a header with another name.",
  consumerFix: "Read it in the new form.",
  about: { area: "header", aspect: "serialisation", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-header-serialisation-changed",
  source: "OpenAPI 3.1.1, section 4.8.21; OpenAPI 2.0, Header Object",
  messages: { changed: "The response header `{name}` is now written as {to}, and was written as {from}." },
  on: "header",
  *run({ base, head, serialisation, operation, reach }, hit) {
    if (serialisation === undefined) return;
    const trial = showHeaderValue(operation, reach, { base, head });
    const witness = { trial, reason: `\`${head.name}\` is written as ${serialisation.to}.` };
    yield hit("changed", { name: head.name, ...serialisation }, { base: base.at, head: head.at, witness });
  },
});
