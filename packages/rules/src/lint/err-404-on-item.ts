import {
  activeOperations,
  addResponses,
  coversStatus,
  declaresStatus,
  defineLintRule,
  operationName,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/err-404-on-item",
  theme: "errors",
  summary: "Operations on an item declare 404.",
  why: "A missing item is the first error that clients meet, and they handle it unlike any other.",
  fix: "Declare 404 with the API's error document.",
  fixes: "promises",
  exceptions: "PUT operations that create what is missing, and items that exist for every name.",
  severity: "warn",
  source: "RFC 9110, section 15.5.5; DigitalOcean OpenAPI rules, common-responses-not-found.",
  messages: { missing: "`{operation}` addresses an item but does not declare 404." },
  grouped: { summary: "{count} operations on an item do not declare 404." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, resource } = operation;
      if (resource.kind !== "item") continue;
      // A PUT that answers 201 makes the item.
      const creates = ref.method === "PUT" && declaresStatus(operation, "201");
      if (creates || coversStatus(operation, "404")) continue;
      yield hit("missing", { operation: operationName(ref) }, ref.at, {
        operations: [ref],
        direction: "response",
        edits: addResponses(operation, { 404: { description: "There is nothing under this name." } }, api),
      });
    }
  },
});
