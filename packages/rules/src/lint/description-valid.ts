import { defineLintRule } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/description-valid",
  theme: "schemas",
  summary: "The description follows the OpenAPI version that it declares.",
  why: "Tools read invalid parts in different ways or not at all, and consumers get clients that do not work.",
  fix: "Correct the reported place. The specification lists what is allowed there.",
  exceptions: "None. Anything beyond OpenAPI belongs in an extension, a key that begins with `x-`.",
  severity: "error",
  preset: "core",
  audience: "docs",
  source: "OpenAPI 2.0, 3.0, 3.1 and 3.2, by the schemas that the OpenAPI Initiative publishes.",
  messages: { fault: "{At} is not valid: {fault}" },
  grouped: { summary: "{count} places are not valid: {fault}", by: "fault" },
  needs: "structure",
  *run({ faults }, hit) {
    for (const { message, at } of faults.structure) yield hit("fault", { fault: message }, at);
  },
});
