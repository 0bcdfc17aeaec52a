import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/request-xml-changed",
  summary: "A value in an XML request is written in another way.",
  why: "The server does not find what consumers send under the old name, or refuses it.",
  fix: "Keep how it is written. To write it differently, add a new property.",
  consumerFix: "Write it in the new way.",
  about: { area: "schema", aspect: "xml", action: "changed" },
  impact: "major",
  severity: "error",
  audience: "wire",
  direction: "request",
  mirror: "diff/request-xml-changed",
  source: "OpenAPI 3.1.1, section 4.8.26; OpenAPI 3.2.0, XML Object",
  messages: { changed: "`{name}` is now written as {to} in XML requests, and was written as {from}." },
  on: "xml",
  *run({ name, base, head, from, to }, hit) {
    yield hit("changed", { name, from, to }, { base, head, below: ["xml"] });
  },
});
