import { defineLintRule } from "@concordat/engine/kit";
import { isCollection, isEmptyBody, liveResources, pathsWithItems } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-delete-on-item",
  theme: "resources",
  summary: "DELETE addresses an item, or a collection with a filter.",
  why: "A client that loses the last part of a URL deletes everything.",
  fix: "Delete item by item, or add a query parameter that selects the items.",
  exceptions: "Collections that are meant to be emptied as a whole, such as a shopping cart.",
  severity: "warn",
  preset: "strict",
  source: "RFC 9110, section 9.3.5; Zalando RESTful API Guidelines, rule 148.",
  messages: { everything: "`DELETE {path}` addresses a collection but accepts no filter." },
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
