import {
  type Api,
  type ApiOperation,
  defineLintRule,
  type Located,
  propertiesOf,
  typesOf,
  withAlternatives,
} from "@concordat/engine/kit";
import { isCollection, liveResources, pathsWithItems } from "../support/resources.ts";

export default defineLintRule({
  id: "lint/resource-put-patch-on-item",
  theme: "resources",
  summary: "PUT and PATCH address an item or a singleton, unless they replace a whole list.",
  why: "PUT to a collection replaces all of it, so a client that means one item loses the others.",
  fix: "Create with POST to the collection, and write each item at its own path.",
  exceptions: "Writes of many items whose body does not show it. Say so in the operation's description.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, section 9.3.4; Zalando RESTful API Guidelines, rule 148; Azure API style guide, az-put-path.",
  messages: { collection: "`{method} {path}` addresses a collection instead of an item." },
  *run({ api }, hit) {
    const withItems = pathsWithItems(api);
    for (const resource of liveResources(api)) {
      const writes = ["PUT", "PATCH"].flatMap((method) => resource.operations.get(method) ?? []);
      if (writes.length === 0 || !isCollection(resource, withItems, api)) continue;
      for (const operation of writes.filter((each) => !takesList(each, api)))
        yield hit("collection", { method: operation.ref.method, path: resource.path }, operation.ref.at, {
          operations: [operation.ref],
        });
    }
  },
});

/** Whether what is sent is a list: then the collection as a whole is meant. */
function takesList({ body }: ApiOperation, api: Api): boolean {
  const variants = (body?.content ?? []).flatMap(({ schema }) => withAlternatives(schema, api));
  const isArray = (at: Located) => typesOf(at, api).includes("array");
  return variants.some((at) => isArray(at) || [...propertiesOf(at, api).values()].some((each) => isArray(each.at)));
}
