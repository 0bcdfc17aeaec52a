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
  why: "OpenAPI ignores such a parameter: docs show it, and clients, mocks and validators act as if it were not there.",
  fix: "Say it with a security scheme, or with the media types of bodies and responses, and remove the parameter.",
  exceptions: "None in OpenAPI 3; in 2.0 they are not ignored, but tools treat them so.",
  severity: "error",
  source: "OpenAPI 3.1, Parameter Object, `name`; Azure API style guide, az-header-disallowed.",
  messages: { ignored: "`{name}` should not be a header parameter: {instead} should say it." },
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
