import { activeOperations, addHeaders, defineLintRule, headerOf } from "@concordat/engine/kit";

const HEADER = {
  description: "How long to wait before the next request: seconds, or a date.",
  schema: { type: "string" },
};

export default defineLintRule({
  id: "lint/retry-after",
  theme: "idempotency",
  summary: "429 and 503 responses declare the `Retry-After` header.",
  why: "Without it, clients guess how long to wait: too short keeps the server busy, too long keeps users waiting.",
  fix: "Send `Retry-After` with these responses, and declare it.",
  fixes: "promises",
  exceptions: "503 responses from a proxy in front of the API, which cannot know when the outage ends.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, sections 10.2.3 and 15.6.4; RFC 6585, section 4; Zalando RESTful API Guidelines, rule 153.",
  grouped: { summary: "{count} 429 or 503 responses do not declare `Retry-After`." },
  messages: { missing: "{At} does not declare `Retry-After`." },
  *run({ api }, hit) {
    for (const { ref, responses } of activeOperations(api)) {
      for (const response of responses) {
        const { status } = response;
        if ((status !== "429" && status !== "503") || headerOf(response, "Retry-After")) continue;
        const edits = addHeaders(response, { "Retry-After": HEADER }, api);
        yield hit("missing", { status }, response.at, { operations: [ref], direction: "response", edits });
      }
    }
  },
});
