import { activeOperations, defineLintRule, propertiesOf, successesOf } from "@concordat/engine/kit";
import { isMarked } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-id-read-only",
  theme: "resources",
  summary: "An `id` that the provider assigns is `readOnly`, so create requests do not include it.",
  why: "A client that sends one does not know whether the provider uses, ignores or refuses it.",
  fix: "Mark `id` as `readOnly`, or describe the create request with a schema of its own.",
  exceptions: "Identifiers that the client may choose. Describe the create request with a schema of its own.",
  severity: "warn",
  preset: "core",
  source: "OpenAPI 3.1, section 4.8.24; Google AIP-122; Zalando RESTful API Guidelines, rule 148.",
  messages: { sent: "`{name}` is in both the create request and the response but is not `readOnly`." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, body, resource } = operation;
      if (ref.method !== "POST" || resource.kind !== "collection") continue;
      const returned = successesOf(operation).flatMap(({ content }) =>
        content.map(({ schema }) => propertiesOf(schema, api).get("id")?.at.value),
      );
      for (const { schema } of body?.content ?? []) {
        const id = propertiesOf(schema, api).get("id");
        // A schema for the create alone takes an `id` on purpose.
        if (id === undefined || !returned.includes(id.at.value) || isMarked(id, "readOnly", api)) continue;
        yield hit("sent", { name: id.name }, id.at, { operations: [ref] });
      }
    }
  },
});
