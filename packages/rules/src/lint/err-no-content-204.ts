import { defineLintRule, isShared, removeMember } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/err-no-content-204",
  theme: "errors",
  summary: "204, 205 and 304 responses have no content.",
  why: "HTTP sends no body with them. The described content never arrives, and clients that wait for it fail to parse an empty body.",
  fix: "Remove the content, or answer 200 if the body is wanted.",
  fixes: "removes",
  exceptions: "None.",
  severity: "error",
  source: "RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.",
  messages: { content: "{At} declares content, but HTTP sends no body with {status}." },
  *run({ api }, hit) {
    for (const { ref, responses } of api.operations) {
      for (const response of responses) {
        const { status, at, content } = response;
        if (!/^(?:204|205|304)$/.test(status) || content.length === 0) continue;
        // Another status may have the same response, with a body.
        const edits = isShared(response, api) ? [] : removeMember(at, "content", api);
        yield hit("content", { status }, at, { operations: [ref], direction: "response", edits });
      }
    }
  },
});
