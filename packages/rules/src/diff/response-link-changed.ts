import { defineDiffCheck } from "@concordat/engine/kit";

export default defineDiffCheck({
  id: "diff/response-link-changed",
  summary: "A link leads elsewhere, or is filled in another way.",
  why: "Clients that follow it by name send another request than they did.",
  fix: "Keep it, and add a link with another name.",
  consumerFix: "Follow it as it is described now.",
  about: { area: "link", aspect: "destination", action: "changed" },
  impact: "major",
  severity: "warn",
  audience: "client",
  direction: "response",
  mirror: "diff/response-link-changed",
  source: "OpenAPI 3.1.1, section 4.8.20",
  messages: { changed: "The link `{name}` changed: its {fields} are not what they were." },
  on: "links",
  *run({ changed }, hit) {
    for (const { name, fields, base, head } of changed) yield hit("changed", { name, fields }, { base, head });
  },
});
