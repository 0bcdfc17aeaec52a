import { defineLintRule } from "@concordat/engine/kit";
import { isCollection, isEmptyBody, liveResources, pathsWithItems } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-delete-on-item",
  theme: "resources",
  summary: "DELETE is sent to an item, or to a collection with a filter.",
  why: "A client that loses the last part of a URL wipes out everything.",
  fix: "Delete item by item, or add a query parameter that says which ones are meant.",
  exceptions: "Collections that are meant to be emptied as a whole, such as a cart.",
  severity: "warn",
  preset: "strict",
  source: "RFC 9110, section 9.3.5; Zalando RESTful API Guidelines, rule 148.",
  messages: { everything: "DELETE on the collection `{path}` takes no filter." },
  *run({ api }, hit) {
    const withItems = pathsWithItems(api);
    for (const resource of liveResources(api)) {
      const operation = resource.operations.get("DELETE");
      if (operation === undefined || !isCollection(resource, withItems, api)) continue;
      const { ref, parameters, body } = operation;
      // What a body says is the concern of another rule.
      const filtered =
        (body !== undefined && !isEmptyBody(body, api)) ||
        parameters.some((each) => each.in === "query" || each.in === "querystring");
      if (!filtered) yield hit("everything", { path: ref.path }, ref.at, { operations: [ref] });
    }
  },
});
