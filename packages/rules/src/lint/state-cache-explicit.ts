import {
  activeOperations,
  addOwnHeaders,
  defineLintRule,
  headerExamples,
  headerOf,
  isSecured,
  parameterOf,
  successesOf,
} from "@concordat/engine/kit";

const CACHE = {
  "Cache-Control": { description: "Whether and how long the response may be kept.", schema: { type: "string" } },
};
const VARY = { Vary: { description: "Request headers that the response depends on.", schema: { type: "string" } } };

export default defineLintRule({
  id: "lint/state-cache-explicit",
  theme: "caching",
  summary: "GET responses declare `Cache-Control`, and `Vary` where shared caches may keep what depends on the caller.",
  why: "Without it, caches guess how long a response stays fresh, and consumers poll more often than they need to.",
  fix: "Declare `Cache-Control` with the value that you send, or `no-store` if nothing may be kept.",
  fixes: "promises",
  exceptions: "Streams, and APIs that state in one place that nothing is cached.",
  severity: "info",
  preset: "strict",
  source: "RFC 9111, sections 3.5, 4.2.2 and 5.2; RFC 9110, section 12.5.5; Zalando RESTful API Guidelines, rule 227.",
  grouped: { summary: "{count} GET responses do not declare whether, or for whom, they may be cached." },
  messages: {
    silent: "{At} does not declare `Cache-Control`.",
    vary: "{At} may be kept by shared caches and depends on `{on}`, but does not declare `Vary`.",
  },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      const success = successesOf(operation).find(({ content }) =>
        content.some(({ range }) => range !== "text/event-stream"),
      );
      if (ref.method !== "GET" || success === undefined) continue;
      const place = { operations: [ref], direction: "response" as const };
      const control = headerOf(success, "Cache-Control");
      if (control === undefined) {
        const edits = addOwnHeaders(success, CACHE, api);
        yield hit("silent", {}, success.at, { ...place, edits });
        continue;
      }
      const isShared = headerExamples(control, api).some((value) => /\b(?:public|s-maxage)\b/.test(value));
      const on = isSecured(operation) ? "Authorization" : "Accept-Language";
      const depends = isSecured(operation) || parameterOf(operation, "header", on) !== undefined;
      if (!isShared || !depends || headerOf(success, "Vary") !== undefined) continue;
      const edits = addOwnHeaders(success, VARY, api);
      yield hit("vary", { on }, success.at, { ...place, edits });
    }
  },
});
