import {
  activeOperations,
  defineLintRule,
  headerOf,
  isReadMethod,
  operationName,
  responseOf,
} from "@concordat/engine/kit";
import { isMonitor } from "../support/reliability.ts";

export default defineLintRule({
  id: "lint/lro-not-on-get",
  theme: "long-running",
  summary: "GET does not start long-running work.",
  why: "Clients and caches expect the representation or an error. They take a 202 without a waiting time for the result.",
  fix: "Start the work with a POST that answers 202, and let GET read the result. If a GET has to make clients wait, send `Retry-After`.",
  exceptions:
    "Status monitors, and results that are not ready yet. The rule does not report them if they declare `Retry-After`.",
  severity: "warn",
  source: "RFC 9110, sections 9.2.1 and 15.3.3; Azure API guidelines, az-lro-get-not-allowed.",
  messages: { started: "`{operation}` answers 202 but does not say when to ask again." },
  *run({ api }, hit) {
    for (const operation of activeOperations(api)) {
      const { ref, resource } = operation;
      const accepted = isReadMethod(ref.method) ? responseOf(operation, "202") : undefined;
      if (accepted === undefined || headerOf(accepted, "Retry-After") || isMonitor(resource)) continue;
      yield hit("started", { operation: operationName(ref) }, ref.at, { operations: [ref], direction: "response" });
    }
  },
});
