import { declaresStatus, defineLintRule, responseOf } from "@concordat/engine/kit";
import { addResponse, livingOperations, sharedResponses } from "../support/shapes.ts";

export default defineLintRule({
  id: "lint/err-404-on-item",
  theme: "errors",
  summary: "Operations on an item declare 404.",
  why: "That an item is not there is the error a client meets first, and handles in another way than all others.",
  fix: "Declare 404 with the error document of the API.",
  exceptions: "A PUT that creates what is missing; an item that exists for every name.",
  severity: "warn",
  source: "RFC 9110, section 15.5.5; DigitalOcean OpenAPI rules, common-responses-not-found.",
  messages: { missing: "`{operation}` declares no 404." },
  grouped: { summary: "{count} operations on an item declare no 404." },
  *run({ api }, hit) {
    const shared = sharedResponses(api);
    for (const operation of livingOperations(api)) {
      const { ref, resource } = operation;
      if (resource.kind !== "item") continue;
      // A PUT that answers 201 makes the item.
      const creates = ref.method === "PUT" && declaresStatus(operation, "201");
      if (creates || declaresStatus(operation, "404") || responseOf(operation, "default")) continue;
      yield hit("missing", { operation: `${ref.method} ${ref.path}` }, ref.at, {
        operations: [ref],
        direction: "response",
        edits: addResponse(operation, "404", "There is nothing under this name.", shared, api),
      });
    }
  },
});
