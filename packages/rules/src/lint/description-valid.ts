import { defineLintRule } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/description-valid",
  theme: "schemas",
  summary: "The description follows the version of OpenAPI that it claims to follow.",
  why: "Tools read what is not valid in different ways, or not at all; consumers get clients that do not fit.",
  fix: "Correct the place. The specification says what may stand there.",
  exceptions: "None: what goes beyond OpenAPI belongs in an extension, a key that begins with `x-`.",
  severity: "error",
  preset: "core",
  audience: "docs",
  source: "OpenAPI 2.0, 3.0, 3.1 and 3.2, by the schemas that the OpenAPI Initiative publishes.",
  messages: { fault: "{fault}" },
  needs: "structure",
  *run({ faults }, hit) {
    for (const { message, at } of faults.structure) yield hit("fault", { fault: message }, at);
  },
});
