import { activeOperations, defineLintRule, responseOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/resource-create-on-collection",
  theme: "resources",
  summary: "A POST that answers with 201 is sent to a collection, and not to an item.",
  why: "POST to an item reads as an action on it: nobody looks there for a way to create something.",
  fix: "Create by POST to the collection, or by PUT to the item where the client chooses its identifier.",
  exceptions: "An item that holds others, such as a folder; say `x-resource: { kind: collection }` at the path.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, section 9.3.3; Zalando RESTful API Guidelines, rule 148; AEP-133.",
  messages: { created: "POST to the item `{path}` answers with 201." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, resource } = operation;
      const created = responseOf(operation, "201");
      if (ref.method === "POST" && resource.kind === "item" && created)
        yield hit("created", { path: ref.path }, ref.at, { operations: [ref] });
    }
  },
});
