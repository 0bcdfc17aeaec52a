import { type Api, defineLintRule, type Located } from "@concordat/engine/kit";
import { answerTo, isSameSchema, liveResources, namesLacking, shownBy } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-same-representation",
  theme: "resources",
  summary: "GET and the writes that return the resource show the same properties.",
  why: "Clients keep one model of a resource. They have to fetch again what a write leaves out, or they treat it as gone.",
  fix: "Use one schema in all responses. Adding the missing properties breaks nobody.",
  exceptions: "Values shown only once on purpose, such as a secret, and properties computed only on request.",
  severity: "warn",
  preset: "core",
  source: "Zalando RESTful API Guidelines, rule 252; Azure API style guide, az-consistent-response-body.",
  messages: {
    lacking: "The response of `{method} {path}` lacks `{properties}`, which GET returns.",
    extra: "The response of `{method} {path}` has `{properties}`, which GET does not return.",
  },
  *run({ api }, hit) {
    const resources = liveResources(api);
    const byPath = new Map(resources.map((resource) => [resource.path, resource]));
    for (const { kind, operations, parent } of resources) {
      const shown = answerTo(operations.get("GET"), "200");
      if (shown === undefined) continue;
      const creates = kind === "item" && parent ? byPath.get(parent.path)?.operations.get("POST") : undefined;
      for (const [write, status] of [
        [creates, "201"],
        [operations.get("PUT"), "200"],
        [operations.get("PATCH"), "200"],
      ] as const) {
        const answer = answerTo(write, status);
        if (write === undefined || answer === undefined) continue;
        const { method, path } = write.ref;
        const { lacking, extra } = compare(shown, answer, api);
        const place = { operations: [write.ref], direction: "response" } as const;
        if (lacking.length > 0) yield hit("lacking", { method, path, properties: lacking }, answer, place);
        // Only the answer to a create can show a secret.
        else if (extra.length > 0 && method !== "POST")
          yield hit("extra", { method, path, properties: extra }, answer, place);
      }
    }
  },
});

/** What one representation has, and the other has not; nothing where they have nothing in common, and are two things. */
function compare(shown: Located, answer: Located, api: Api) {
  const [here, there] = [shownBy(shown, api), shownBy(answer, api)];
  const isOther = !here || !there || ![...here.keys()].some((name) => there.has(name));
  if (isOther || isSameSchema(shown, answer, api)) return { lacking: [], extra: [] };
  return { lacking: namesLacking(here, there), extra: namesLacking(there, here) };
}
