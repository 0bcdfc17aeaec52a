import { defineLintRule, textOf } from "@concordat/engine/kit";

const INSTEAD: Readonly<Record<string, string>> = {
  authorization: "a security scheme",
  accept: "the media types of the responses",
  "content-type": "the media types of the request body",
};

export default defineLintRule({
  id: "lint/auth-no-ignored-header",
  theme: "auth",
  summary: "`Authorization`, `Accept` and `Content-Type` are not declared as header parameters.",
  why: "OpenAPI ignores such parameters: documentation shows them, while clients, mocks and validators act as if they did not exist.",
  fix: "Remove the parameter. Describe it with a security scheme, or with the media types of bodies and responses.",
  exceptions: "None in OpenAPI 3. Swagger 2.0 does not ignore these parameters, but most tools do.",
  severity: "error",
  source: "OpenAPI 3.1, Parameter Object, `name`; Azure API style guide, az-header-disallowed.",
  messages: {
    ignored: "`{name}` is declared as a header parameter, which tools ignore. Describe it with {instead} instead.",
  },
  *run({ api }, hit) {
    for (const { ref } of api.operations)
      for (const owner of [ref.item, ref.at])
        for (const at of api.cursor.items(api.member(owner, "parameters"))) {
          const name = textOf(at, "name") ?? "";
          const instead = INSTEAD[name.toLowerCase()];
          if (textOf(at, "in") === "header" && instead !== undefined)
            yield hit("ignored", { name, instead }, at, { operations: [ref] });
        }
  },
});
