import {
  type Api,
  defineLintRule,
  examplesOf,
  type MediaType,
  propertiesOf,
  responseOf,
  setMember,
} from "@concordat/engine/kit";

const TYPE = "https://iana.org/assignments/http-problem-types#quota-exceeded";
/** The problem types that the draft registers. */
const TYPES = /#(?:quota-exceeded|temporary-reduced-capacity|abnormal-usage-detected)$/;
const CONTENT = {
  "application/problem+json": {
    schema: {
      type: "object",
      properties: {
        type: { type: "string", format: "uri-reference", example: TYPE },
        title: { type: "string" },
        status: { type: "integer" },
        detail: { type: "string" },
        instance: { type: "string", format: "uri-reference" },
        "violated-policies": { type: "array", items: { type: "string" } },
      },
    },
  },
};

export default defineLintRule({
  id: "lint/limit-429-problem",
  theme: "limits",
  summary: "429 responses are problem documents of the type for exceeded quotas.",
  why: "This problem type names the exceeded policies, so consumers know which calls to slow down.",
  fix: "Answer with `application/problem+json`, and give the draft's `type` as an example.",
  fixes: "promises",
  exceptions: "Limits that a gateway enforces in a format of its own.",
  severity: "info",
  preset: "strict",
  source: "draft-ietf-httpapi-ratelimit-headers, problem types; RFC 9457, section 3.",
  grouped: { summary: "{count} 429 responses are not problem documents for exceeded quotas." },
  messages: {
    format: "{At} offers no `application/problem+json`.",
    type: "{At} does not name the problem type `quota-exceeded`.",
  },
  *run({ api }, hit) {
    // In OpenAPI 2.0, all responses of an operation have the same media types.
    if (api.revision.dialect === "openapi-2.0") return;
    for (const operation of api.operations) {
      const response = responseOf(operation, "429");
      if (response === undefined) continue;
      const place = { operations: [operation.ref], direction: "response" as const };
      const problem = response.content.find(({ range }) => /^application\/problem\+/.test(range));
      if (problem === undefined) {
        const isEmpty = response.content.length === 0 && api.member(response.at, "content") === undefined;
        const edits = isEmpty ? setMember(response.at, "content", CONTENT, api) : [];
        yield hit("format", {}, response.at, { ...place, edits });
      } else if (!namesType(problem, api)) yield hit("type", {}, response.at, place);
    }
  },
});

/** Whether an example of the body, or of its `type`, is a problem type of the draft. */
function namesType({ at, schema }: MediaType, api: Api): boolean {
  const type = propertiesOf(schema, api).get("type")?.at;
  const types = [
    ...examplesOf(at, schema, api).map((body) => (body as { readonly type?: unknown } | null)?.type),
    ...(type === undefined ? [] : examplesOf(type, type, api)),
  ];
  return types.some((value) => typeof value === "string" && TYPES.test(value));
}
