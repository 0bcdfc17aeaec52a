import {
  type Api,
  type ApiOperation,
  activeOperations,
  defineLintRule,
  itemsOf,
  jsonSchemaOf,
  type Located,
  operationName,
  propertiesOf,
  type Response,
  successesOf,
  textOf,
  wordsOf,
} from "@concordat/engine/kit";
import { isReading, jsonPropertiesOf, lastPart } from "../support/reliability.ts";

const ATOMIC =
  /\batomic|all[- ]or[- ]nothing|\btransaction(?:al|ally)?\b|all succeed or|none of (?:them|the)|either all/i;
/** Members that tell of one item how it went. */
const OUTCOME = /^(?:status(?:_?code)?|state|errors?|failures?|success|succeeded|code|result|outcome|ok)$/i;

export default defineLintRule({
  id: "lint/bulk-207",
  theme: "idempotency",
  summary: "Bulk operations answer 207 with a status for each item, or state that they are atomic.",
  why: "When some items fail, the client has to know which ones: repeating all of them applies the successful ones twice.",
  fix: "Answer 207 with a list that holds a status for each item, or process all items or none and say so in the description.",
  exceptions: "Bulk operations that only start a job and answer 202. Their status monitor reports on the items.",
  severity: "info",
  preset: "strict",
  source: "RFC 4918, section 11.1; Zalando RESTful API Guidelines, rule 152.",
  messages: {
    silent: "`{operation}` handles several items but neither reports a status for each nor states that it is atomic.",
    opaque: "The 207 response of `{operation}` holds no status for each item.",
  },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      if (!isBulk(operation)) continue;
      const { ref } = operation;
      const successes = successesOf(operation);
      const texts = [ref.at, ...successes.map(({ at }) => at)].flatMap((at) => [
        textOf(at, "summary"),
        textOf(at, "description"),
      ]);
      if (successes.some(({ status }) => status === "202") || ATOMIC.test(texts.join(" "))) continue;
      const place = { operations: [ref], direction: "response" } as const;
      const data = { operation: operationName(ref) };
      const multi = successes.find(({ status }) => status === "207");
      if (successes.some((response) => tellsOfItems(response, api))) continue;
      if (multi === undefined) yield hit("silent", data, ref.at, place);
      else if (jsonPropertiesOf(multi, api).size > 0) yield hit("opaque", data, multi.at, place);
    }
  },
});

function isBulk(operation: ApiOperation): boolean {
  const { ref, resource } = operation;
  const last = resource.segments.at(-1);
  if (ref.method === "GET" || last === undefined || last.kind === "parameter" || isReading(operation)) return false;
  const words = [...wordsOf(last.verb ?? last.text), ...wordsOf(lastPart(ref.operationId) ?? "")];
  if (words.includes("bulk")) return true;
  // `/batches` and `/batch` with a GET are jobs that can be looked at.
  return !resource.methods.has("GET") && wordsOf(last.verb ?? last.text)[0] === "batch";
}

/** Whether a response has a list of items that each have an outcome. */
function tellsOfItems(response: Response, api: Api): boolean {
  const schema = jsonSchemaOf(response.content);
  const lists: (Located | undefined)[] = [schema, ...[...jsonPropertiesOf(response, api).values()].map(({ at }) => at)];
  return lists.some((list) => [...propertiesOf(itemsOf(list, api), api).keys()].some((name) => OUTCOME.test(name)));
}
