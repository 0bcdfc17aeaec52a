/*
 * What is used of GitHub's API, in the least words: the endpoints, their queries and bodies, and the fields of answers that
 * are read. It is what exchanges are held against where the description that GitHub publishes is not at hand.
 */

const text = { type: "string" };
const number = { type: "integer" };
const user = { type: "object", required: ["login", "type"], properties: { login: text, type: text } };
const comment = {
  type: "object",
  required: ["id", "body", "user"],
  properties: { id: number, body: text, user },
};
const label = { type: "object", required: ["name"], properties: { name: text } };
const event = {
  type: "object",
  required: ["event", "actor"],
  properties: { event: text, actor: user, label },
};
const pull = {
  type: "object",
  required: ["number", "head"],
  properties: { number, head: { type: "object", required: ["sha"], properties: { sha: text } } },
};
const body = {
  type: "object",
  required: ["body"],
  properties: { body: { ...text, maxLength: 65_536 } },
  additionalProperties: false,
};

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const query = (name: string, schema: object) => ({ name, in: "query", schema });
const PAGING = [query("per_page", { ...number, minimum: 1, maximum: 100 }), query("page", { ...number, minimum: 1 })];
const listOf = (items: object) => ({ parameters: PAGING, responses: { "200": json({ type: "array", items }) } });
const issue = "/repos/{owner}/{repo}/issues";

export const EXCERPT = {
  paths: {
    [`${issue}/{issue_number}/comments`]: {
      get: listOf(comment),
      post: { requestBody: json(body), responses: { "201": json(comment) } },
    },
    [`${issue}/comments/{comment_id}`]: { patch: { requestBody: json(body), responses: { "200": json(comment) } } },
    [`${issue}/{issue_number}/labels`]: { get: listOf(label) },
    [`${issue}/{issue_number}/events`]: { get: listOf(event) },
    "/repos/{owner}/{repo}/pulls": {
      get: {
        parameters: [...PAGING, query("state", { enum: ["open", "closed", "all"] }), query("head", text)],
        responses: { "200": json({ type: "array", items: pull }) },
      },
    },
    "/user": { get: { responses: { "200": json(user) } } },
  },
};
