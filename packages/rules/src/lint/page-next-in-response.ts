import {
  type Api,
  activeOperations,
  bareName,
  defineLintRule,
  headerOf,
  operationName,
  type PageableList,
  pageableListOf,
  pagingOf,
  propertiesOf,
  tellsOfMore,
  tellsOfTotal,
} from "@concordat/engine/kit";

/** Members that hold what is to be known about the page. */
const CONTAINERS =
  /^(?:links?|meta|metadata|paginationmetadata|pagination|paging|pageinfo|page|cursors?|responsemetadata|info)$/;

export default defineLintRule({
  id: "lint/page-next-in-response",
  theme: "pagination",
  summary: "Paged responses say how to get the next page, or that there is none.",
  why: "A client that computes the next page itself guesses where the list ends, and asks once too often or stops too early.",
  fix: "Add the next cursor or a link to the next page. With offsets, a total or a flag for more items works too.",
  exceptions: "Lists that end with the first page that is not full, if the API documents this everywhere.",
  severity: "warn",
  source: "RFC 8288, section 3; Google AIP-158; Zalando RESTful API Guidelines, rule 161.",
  grouped: { summary: "{count} list responses do not say whether there is a next page." },
  messages: { missing: "The response of `{operation}` does not say whether there is a next page." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      const roles = pagingOf(operation, api).map(({ role }) => role);
      const answer = roles.some((role) => role !== "size") ? pageableListOf(operation, api) : undefined;
      if (answer === undefined) continue;
      const numbered = roles.includes("page") || roles.includes("offset");
      if (saysInHeader(answer, numbered) || saysInBody(answer, numbered, api)) continue;
      yield hit("missing", { operation: operationName(ref) }, answer.response.at, {
        operations: [ref],
        direction: "response",
      });
    }
  },
});

function saysInHeader({ response }: PageableList, numbered: boolean): boolean {
  if (headerOf(response, "Link") || headerOf(response, "Content-Range")) return true;
  const names = response.headers.map(({ name }) => name.replace(/^X-/i, ""));
  return names.some((name) => /next|cursor|continuation|more/i.test(name) || (numbered && /total|count/i.test(name)));
}

function saysInBody({ schema }: PageableList, numbered: boolean, api: Api): boolean {
  const says = (name: string) => (tellsOfMore(name) && !tellsOfTotal(name)) || (numbered && tellsOfTotal(name));
  return [...propertiesOf(schema, api).values()].some(({ name, at }) => {
    if (!CONTAINERS.test(bareName(name))) return says(name);
    const members = [...propertiesOf(at, api).keys()];
    // What is not described may hold it.
    return members.length === 0 || members.some(says);
  });
}
