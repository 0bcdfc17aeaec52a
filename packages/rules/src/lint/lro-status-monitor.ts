import {
  type Api,
  type ApiOperation,
  activeOperations,
  addOwnHeaders,
  defineLintRule,
  isReadMethod,
  keywordOf,
  operationName,
  type Response,
  responseOf,
} from "@concordat/engine/kit";
import { jsonPropertiesOf, monitorHeaderOf } from "../support/reliability.ts";

const HEADER = {
  description: "URL of the status monitor: a GET of it tells how far the request has come.",
  schema: { type: "string", format: "uri-reference" },
};
/** Members of a body by which a client finds its request again. */
const FOLLOWABLE =
  /(?:^|_|[a-z])(?:id|uuid|guid|ur[il]|href|links?)$|^(?:name|location|self|job|task|operation|execution|monitor|status|state)$/i;
/** Last segments of messages that nobody waits for. */
const MESSAGES = /^(?:re)?send$|^notify|notifications?$|^(?:events?|logs?|metrics?|pings?|track|telemetry)$/i;
const ALTERNATIVES = ["anyOf", "oneOf", "items"];

export default defineLintRule({
  id: "lint/lro-status-monitor",
  theme: "long-running",
  summary: "202 responses say where to follow the progress of the request.",
  why: "A client that cannot follow an accepted request does not know whether it failed, and sends it again.",
  fix: "Send `Location` with the URL of a status monitor, or return its URL or ID in the body.",
  fixes: "promises",
  exceptions:
    "Messages that nobody waits for. The rule skips `/events`, `/logs`, `/resend` and similar paths. It also skips PUT, PATCH and DELETE of resources that can be read, and actions on them, because clients follow these by reading.",
  severity: "warn",
  preset: "core",
  source:
    "RFC 9110, section 15.3.3; Zalando RESTful API Guidelines, rule 253; AIP-151; Azure API guidelines, az-lro-response-headers.",
  messages: { lost: "`{operation}` answers 202 but returns nothing to follow the request by." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref } = operation;
      const accepted = responseOf(operation, "202");
      if (accepted === undefined || isReadMethod(ref.method) || isFollowable(accepted, operation, api)) continue;
      yield hit("lost", { operation: operationName(ref) }, ref.at, {
        operations: [ref],
        direction: "response",
        edits: addOwnHeaders(accepted, { Location: HEADER }, api),
      });
    }
  },
});

function isFollowable(accepted: Response, { ref, resource }: ApiOperation, api: Api): boolean {
  if (monitorHeaderOf(accepted) || accepted.links.size > 0) return true;
  if (MESSAGES.test(resource.segments.at(-1)?.text ?? "")) return true;
  // What is changed shows how far the change has come; an action shows in the item it stands below.
  const changed = resource.kind === "action" ? resource.parent : ref.method === "POST" ? undefined : resource;
  if (changed?.methods.has("GET")) return true;
  const members = [...jsonPropertiesOf(accepted, api).keys()];
  // Alternatives and lists may hold anything.
  const isOpaque = accepted.content.some(({ schema }) =>
    ALTERNATIVES.some((keyword) => keywordOf(schema, keyword, api) !== undefined),
  );
  return isOpaque || members.some((name) => FOLLOWABLE.test(name));
}
