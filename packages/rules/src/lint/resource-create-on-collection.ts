import { activeOperations, defineLintRule, responseOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/resource-create-on-collection",
  theme: "resources",
  summary: "A POST that answers 201 addresses a collection, not an item.",
  why: "POST to an item reads as an action on it, so nobody looks there for a way to create something.",
  fix: "Create with POST to the collection, or with PUT to the item if the client chooses its identifier.",
  exceptions: "Items that hold others, such as folders. Write `x-resource: { kind: collection }` on the path.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, section 9.3.3; Zalando RESTful API Guidelines, rule 148; AEP-133.",
  messages: { created: "`POST {path}` answers 201 but addresses an item, not a collection." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, resource } = operation;
      const created = responseOf(operation, "201");
      if (ref.method === "POST" && resource.kind === "item" && created)
        yield hit("created", { path: ref.path }, ref.at, { operations: [ref] });
    }
  },
});
