import {
  type Api,
  type ApiOperation,
  activeOperations,
  defineLintRule,
  isReadMethod,
  keywordOf,
  operationName,
  type Response,
  responseOf,
  successesOf,
  textOf,
  typesOf,
} from "@concordat/engine/kit";
import { isMonitor, jsonPropertiesOf, monitorHeaderOf } from "../support/reliability.ts";

const STATUS = /(?:^|[a-z]|_)(?:status|state|phase|stage)$|^(?:done|completed|finished|is_?(?:done|complete))$/i;
const CLOSED = ["enum", "const", "oneOf", "anyOf", "x-extensible-enum"];

export default defineLintRule({
  id: "lint/lro-monitor-readable",
  theme: "long-running",
  summary: "The status monitor of a 202 can be read with GET and declares its status values.",
  why: "Clients poll until a final status. If they cannot read the monitor, or do not know which values are final, they poll forever or stop too early.",
  fix: "Describe a GET of the monitor with a `status` that has an `enum`, and say in its description which values are final.",
  exceptions: "Monitors that belong to another API. Name it in the header's description.",
  severity: "warn",
  source: "RFC 9110, section 15.3.3; AIP-151; AEP-151; Azure API guidelines, az-lro-response-schema.",
  messages: {
    absent:
      "`{operation}` answers 202 with `{header}`, but no GET of this API looks like the status monitor it points to.",
    statusless: "`GET {path}`, the status monitor of `{operation}`, has no `status` with declared values.",
  },
  *run({ api }, hit) {
    const gets = new Map(api.operations.filter(({ ref }) => ref.method === "GET").map((get) => [get.ref.shape, get]));
    const byId = new Map(api.operations.map((operation) => [operation.ref.operationId, operation]));
    const hasMonitor = api.resources.some(isMonitor);
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      const accepted = responseOf(operation, "202");
      if (accepted === undefined || isReadMethod(ref.method)) continue;
      const name = operationName(ref);
      const place = { operations: [ref], direction: "response" } as const;
      const header = monitorHeaderOf(accepted);
      // Beside 201, the items of a collection are what is created, not the requests to do so.
      const creates = responseOf(operation, "201") !== undefined;
      const linked = [...accepted.links.values()].flatMap((link) => byId.get(textOf(link, "operationId")) ?? []);
      const monitor =
        linked.find(({ ref: to }) => to.method === "GET") ?? (creates ? undefined : gets.get(`${ref.shape}/{}`));
      if (monitor !== undefined && !tellsStatus(monitor, api))
        yield hit("statusless", { operation: name, path: monitor.ref.path }, monitor.ref.at, place);
      const isKnown = monitor !== undefined || hasMonitor || gets.has(ref.shape);
      if (header !== undefined && !isKnown)
        yield hit("absent", { operation: name, header: header.name }, header.at, place);
    }
  },
});

/** Whether a GET has a status with declared values; what is not described by members may have one. */
function tellsStatus(monitor: ApiOperation, api: Api): boolean {
  const answer: Response | undefined = successesOf(monitor)[0];
  const members = answer ? [...jsonPropertiesOf(answer, api)] : [];
  if (members.length === 0) return answer !== undefined;
  return members.some(
    ([name, { at }]) =>
      STATUS.test(name) &&
      (typesOf(at, api).some((type) => type === "boolean" || type === "object") ||
        CLOSED.some((keyword) => keywordOf(at, keyword, api) !== undefined)),
  );
}
