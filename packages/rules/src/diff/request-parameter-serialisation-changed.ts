import { defineDiffCheck, showRequest } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-parameter-serialisation-changed",
  summary: "The value of a parameter is written in another way.",
  why: "The server reads what consumers send as something else, or refuses it.",
  fix: "Keep `style`, `explode` and `content`, or add a parameter with another name.",
  consumerFix: "Write it in the new way.",
  about: { area: "parameter", aspect: "serialisation", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-parameter-serialisation-changed",
  source: "OpenAPI 3.1.1, section 4.8.12",
  messages: { changed: "The {in} parameter `{name}` was written as {from}, and is now read as {to}." },
  on: "parameter",
  *run({ base, head, serialisation, operation }, hit) {
    if (serialisation === undefined) return;
    const witness = {
      trial: showRequest(operation, `${head.in}.${head.name}`, { parameter: { base, head } }),
      reason: `\`${base.name}\` is now read as ${serialisation.to}.`,
    };
    yield hit("changed", { in: head.in, name: head.name, ...serialisation }, { base: base.at, head: head.at, witness });
  },
});
