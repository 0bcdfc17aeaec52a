import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-xml-changed",
  summary: "A value in an XML response is written in another way.",
  why: "Consumers do not find what the server sends under the new name.",
  fix: "Keep how it is written. To write it differently, add a new property.",
  consumerFix: "Read it in the new form.",
  about: { area: "schema", aspect: "xml", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "response",
  mirror: "diff/response-xml-changed",
  source: "OpenAPI 3.1.1, section 4.8.26; OpenAPI 3.2.0, XML Object",
  messages: { changed: "`{name}` is now written as {to} in XML responses, and was written as {from}." },
  on: "xml",
  *run({ name, base, head, from, to }, hit) {
    yield hit("changed", { name, from, to }, { base, head, below: ["xml"] });
  },
});
