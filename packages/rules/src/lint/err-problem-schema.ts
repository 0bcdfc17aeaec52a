import {
  type Api,
  alternativesOf,
  defineLintRule,
  type Edit,
  type Json,
  keywordOf,
  type Located,
  type Operation,
  propertiesOf,
  setMember,
  typesOf,
  valueAt,
} from "@concordat/engine/kit";
import { errorsOf } from "../support/errors.ts";

const URI = { type: "string", format: "uri-reference" };

/** The members of a problem, the types that each may have, and what to declare. */
const MEMBERS = {
  type: { types: ["string"], schema: { ...URI, description: "Identifies the kind of problem." } },
  title: { types: ["string"], schema: { type: "string", description: "Says what kind of problem it is, for people." } },
  status: {
    types: ["integer", "number"],
    schema: { type: "integer", description: "The status code of the response." },
  },
  detail: { types: ["string"], schema: { type: "string", description: "Explains this occurrence, for people." } },
  instance: { types: ["string"], schema: { ...URI, description: "Identifies this occurrence." } },
};

export default defineLintRule({
  id: "lint/err-problem-schema",
  theme: "errors",
  summary: "Problem document schemas declare `type`, `title`, `status`, `detail` and `instance` as in RFC 9457.",
  why: "Problem document libraries read these members with these types. Generated clients lack every member that is not declared.",
  fix: "Declare the member with its type. None of them has to be required.",
  fixes: "promises",
  exceptions: "Members that the API never sends and never will.",
  severity: "warn",
  source: "RFC 9457, section 3.1.",
  messages: {
    missing: "The problem document in {at} does not declare `{member}`.",
    typed: "The problem document member {at} has the type {types} instead of {wanted}.",
    format: "The problem document member {at} has the format `{format}` instead of a URI reference (RFC 9457).",
  },
  *run({ api }, hit) {
    for (const operation of api.operations) {
      const place = { operations: [operation.ref], direction: "response" } as const;
      for (const problem of problemsOf(operation, api)) {
        const properties = propertiesOf(problem, api);
        for (const [member, { types: wanted, schema }] of Object.entries(MEMBERS)) {
          const at = properties.get(member)?.at;
          const types = typesOf(at, api);
          const format = keywordOf(at, "format", api);
          if (at === undefined)
            yield hit("missing", { member }, problem, { ...place, edits: declaring(member, schema, problem, api) });
          else if (types.length > 0 && !types.some((type) => wanted.includes(type)))
            yield hit("typed", { member, types, wanted: wanted[0] as string }, at, place);
          else if ("format" in schema && typeof format === "string" && !/^(?:uri|iri)/.test(format))
            yield hit("format", { member, format }, at, place);
        }
      }
    }
  },
});

/** The schemas of the problem documents that an operation answers with. */
function problemsOf(operation: Operation, api: Api): Located[] {
  const content = errorsOf(operation).flatMap((response) => response.content);
  const problems = content.filter(({ range }) => range.startsWith("application/problem+json"));
  return problems.flatMap(({ schema }) => alternativesOf(schema, api));
}

/** One more member that may be there; nothing where the schema lets no other in, or is put together from parts. */
function declaring(member: string, schema: Json, problem: Located, api: Api): Edit[] {
  const at = api.member(problem, "properties");
  const closed = ["additionalProperties", "unevaluatedProperties"].some((each) => valueAt(problem, each) === false);
  return closed ? [] : setMember(at, member, schema, api);
}
