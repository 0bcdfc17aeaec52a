import {
  type Api,
  activeOperations,
  addHeaders,
  defineLintRule,
  headerOf,
  itemsOf,
  type Located,
  propertiesOf,
  type Response,
  responseOf,
  withAlternatives,
  wordsOf,
} from "@concordat/engine/kit";

/** Last words of properties that name a thing, or lead to it. */
const NAMING = new Set([
  ...["id", "ids", "uuid", "guid", "sid", "key", "slug", "name", "number", "code", "token", "reference", "sha"],
  ...["url", "urls", "uri", "href", "link", "links", "self", "location"],
]);
const LOCATION = { description: "URL of what was created.", schema: { type: "string", format: "uri-reference" } };

export default defineLintRule({
  id: "lint/resource-created-location",
  theme: "resources",
  summary: "201 responses declare `Location`, or return the created resource with its identifier.",
  why: "A client that has created something needs its address.",
  fix: "Send `Location` with the URL of the new resource, and declare the header.",
  fixes: "promises",
  exceptions: "Resources created at a URL that the client knows beforehand.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, sections 10.2.2 and 15.3.2; Zalando RESTful API Guidelines, rule 148.",
  messages: { unlocated: "{At} declares no `Location` and returns no identifier of the created resource." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, resource } = operation;
      const created = responseOf(operation, "201");
      // PUT creates at the URL that it is sent to.
      if (ref.method !== "POST" || resource.kind === "action" || created === undefined) continue;
      if (headerOf(created, "Location") || created.links.size > 0 || namesThing(created, api)) continue;
      const edits = addHeaders(created, { Location: LOCATION }, api);
      yield hit("unlocated", {}, created.at, { operations: [ref], direction: "response", edits });
    }
  },
});

/** Whether a body names what was created, or leaves open what it holds. */
function namesThing({ content }: Response, api: Api): boolean {
  return content.some(({ schema }) => schema === undefined || isNaming(schema, api));
}

/** Whether a schema has a property that identifies, itself or in an envelope; or says of no property at all. */
function isNaming(schema: Located, api: Api): boolean {
  const variants = withAlternatives(schema, api).map((at) => [...propertiesOf(at, api).values()]);
  const properties = variants.flat();
  if (properties.length === 0) return true;
  const within = properties.flatMap(({ at }) =>
    [at, itemsOf(at, api)].flatMap((each) => [...propertiesOf(each, api).keys()]),
  );
  return [...properties.map(({ name }) => name), ...within].some((name) => NAMING.has(wordsOf(name).at(-1) ?? ""));
}
